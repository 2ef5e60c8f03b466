import { type ReactNode, useState } from 'react';
import { DataTable } from './data-table.tsx';
import { ColumnChoice } from './data-table-header.tsx';
import { FacetSelects } from './facet-selects.tsx';
import { type Facet, type FacetChoice, narrowed } from './facets.ts';
import { EmptyState } from './feedback.tsx';
import styles from './gallery.module.css';
import { Panel } from './panel.tsx';
import { Quantity, RelativeTime } from './relative-time.tsx';
import { CodeRef, SafeText } from './safe-text.tsx';
import { SkeletonRows } from './skeleton.tsx';
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

const facets: readonly Facet<Specimen>[] = [
  {
    id: 'state',
    label: 'State',
    valuesOf: (row) => [row.tone],
    nameOf: (tone) =>
      stateTones.filter((known) => known === tone).map((known) => en.states[known])[0] ?? tone,
  },
  {
    id: 'size',
    label: 'Size',
    valuesOf: (row) => [row.bytes > 1_000_000 ? 'large' : 'small'],
  },
];

/** Rows of several lines, parted by what they say, with the chosen one open. */
const parted = { of: (row: Specimen) => en.states[row.tone], title: (state: string) => state };
const someSpecimens = specimens.slice(0, 8);

/** The table in every state: many rows, narrowed, none, none left, and rows of several lines in groups. */
export function GalleryTable(): ReactNode {
  const [shown, setShown] = useState(defaultColumns(columns));
  const [selected, setSelected] = useState<string | undefined>('E3');
  const [chosen, setChosen] = useState<FacetChoice>({});
  const [open, setOpen] = useState<string | undefined>('E2');
  return (
    <>
      <Panel
        title="Table"
        padding="none"
        aside={<ColumnChoice columns={columns} shown={shown} onChange={setShown} />}
      >
        <div className={styles.tools}>
          <FacetSelects
            rows={specimens}
            facets={facets}
            chosen={chosen}
            anyLabel="Any"
            onChange={(facet, value) => setChosen({ ...chosen, [facet]: value })}
          />
        </div>
        <DataTable
          label="Specimens"
          rows={narrowed(specimens, facets, chosen)}
          rowKey={(row) => row.id}
          columns={columns}
          shownColumns={shown}
          defaultSort={{ column: 'id', direction: 'ascending' }}
          selectedKey={selected}
          onSelect={(row) => setSelected(row.id)}
          height={360}
        />
      </Panel>
      <Panel title="Table of rows as high as what they hold, in groups" padding="none">
        <DataTable
          label="Specimens in groups"
          rows={someSpecimens}
          rowKey={(row) => row.id}
          columns={columns}
          lines="many"
          height="auto"
          groups={parted}
          detail={(row) => `What opens beneath ${row.title}.`}
          selectedKey={open}
          onSelect={(row) => setOpen(row.id === open ? undefined : row.id)}
        />
      </Panel>
      <Panel title="Table without rows" padding="none">
        <DataTable label="No specimens" rows={[]} rowKey={(row) => row.id} columns={columns} />
      </Panel>
      <Panel title="Table of which a filter leaves nothing" padding="none">
        <DataTable
          label="No specimens left"
          rows={[]}
          rowKey={(row) => row.id}
          columns={columns}
          empty={<EmptyState kind="filtered" title="Nothing matches" />}
        />
      </Panel>
      <Panel title="Table on its way" padding="none">
        <SkeletonRows rows={4} />
      </Panel>
    </>
  );
}
