import { type ReactNode, useState } from 'react';
import { DataTable } from './data-table.tsx';
import { ColumnChoice } from './data-table-header.tsx';
import { Panel } from './panel.tsx';
import { Quantity, RelativeTime } from './relative-time.tsx';
import { CodeRef, SafeText } from './safe-text.tsx';
import { type StateTone, stateTones } from './state.ts';
import { StateBadge } from './state-glyph.tsx';
import { type Column, defaultColumns } from './table-columns.ts';
import { en } from './wording/en.ts';

interface Specimen {
  readonly id: string;
  readonly title: string;
  readonly tone: StateTone;
  readonly bytes: number;
  readonly at: string;
}

const now = '2026-11-21T14:02:00Z';
const base = Date.parse(now);

const specimens: readonly Specimen[] = Array.from({ length: 2400 }, (_, index) => ({
  id: `E${index + 1}`,
  title: `Report of run ${(index * 37) % 997}`,
  tone: stateTones[index % stateTones.length] ?? 'unknown',
  bytes: ((index * 7919) % 65_521) * 40,
  at: new Date(base - index * 3_700_000).toISOString(),
}));

const columns: readonly Column<Specimen>[] = [
  {
    id: 'id',
    header: 'Id',
    fixed: true,
    width: 84,
    cell: (row) => <CodeRef code={row.id} strong />,
    sortValue: (row) => row.id,
  },
  {
    id: 'title',
    header: 'Title',
    cell: (row) => <SafeText text={row.title} />,
    sortValue: (row) => row.title,
  },
  {
    id: 'state',
    header: 'State',
    width: 168,
    cell: (row) => <StateBadge tone={row.tone} word={en.states[row.tone]} look="plain" />,
    sortValue: (row) => stateTones.indexOf(row.tone),
  },
  {
    id: 'size',
    header: 'Size',
    align: 'end',
    width: 108,
    cell: (row) => <Quantity value={row.bytes} unit="bytes" />,
    sortValue: (row) => row.bytes,
  },
  {
    id: 'collected',
    header: 'Collected',
    width: 140,
    optional: true,
    cell: (row) => <RelativeTime at={row.at} now={now} />,
    sortValue: (row) => Date.parse(row.at),
  },
];

/** The table with many rows, and without any. */
export function GalleryTable(): ReactNode {
  const [shown, setShown] = useState(defaultColumns(columns));
  const [selected, setSelected] = useState<string | undefined>('E3');
  return (
    <>
      <Panel
        title="Table"
        padding="none"
        aside={<ColumnChoice columns={columns} shown={shown} onChange={setShown} />}
      >
        <DataTable
          label="Specimens"
          rows={specimens}
          rowKey={(row) => row.id}
          columns={columns}
          shownColumns={shown}
          defaultSort={{ column: 'id', direction: 'ascending' }}
          selectedKey={selected}
          onSelect={(row) => setSelected(row.id)}
          height={360}
        />
      </Panel>
      <Panel title="Table without rows" padding="none">
        <DataTable label="No specimens" rows={[]} rowKey={(row) => row.id} columns={columns} />
      </Panel>
    </>
  );
}
