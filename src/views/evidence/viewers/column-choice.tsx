import type { ReactNode } from 'react';
import { visibleText } from '../../../lib/text/visible.ts';
import type { Pointer } from '../../../model/common.ts';
import { Select } from '../../../ui/select.tsx';
import { useViewerWords } from './words/use-viewer-words.ts';

/** Columns that are offered. */
const mostColumns = 200;

/** Chooses the column that is drawn; the link says which, and the row stays. */
export function ColumnChoice({
  header,
  pointer,
  onPoint,
}: {
  readonly header: readonly string[];
  readonly pointer: Pointer | undefined;
  readonly onPoint: (pointer: Pointer) => void;
}): ReactNode {
  const words = useViewerWords();
  const columns = [...new Set(header)].filter((name) => name !== '').slice(0, mostColumns);
  const isPlace = pointer?.kind === 'cell' || pointer?.kind === 'rows';
  const row = pointer?.kind === 'cell' ? pointer.row : pointer?.kind === 'rows' ? pointer.from : 1;
  const chosen = isPlace ? (pointer.column ?? '') : '';
  return (
    <Select
      label={words.drawColumn}
      value={columns.includes(chosen) ? chosen : ''}
      options={[
        { value: '', label: words.noColumn },
        ...columns.map((name) => ({ value: name, label: visibleText(name) })),
      ]}
      onChange={(column) =>
        onPoint(
          column === '' ? { kind: 'rows', from: row, to: row } : { kind: 'cell', row, column },
        )
      }
    />
  );
}
