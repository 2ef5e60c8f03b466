import { describe, expect, it } from 'vitest';
import { grouped, tableLayout } from './table-layout.ts';

const rows = ['b1', 'a1', 'b2', 'a2'];
const of = (row: string): string => row.slice(0, 1);
const groups = { of, title: (group: string) => group };

const listed = (isOpen?: (row: string) => boolean): readonly string[] => {
  const layout = tableLayout(grouped(rows, rows, of), groups, isOpen);
  return Array.from({ length: layout.count }, (_, place) => {
    const entry = layout.at(place);
    return entry === undefined
      ? ''
      : entry.kind === 'group'
        ? entry.group
        : `${entry.kind} ${entry.row}`;
  });
};

describe('the entries of a table', () => {
  it('are the rows where nothing stands between them', () => {
    const layout = tableLayout(rows, undefined, undefined);
    expect([layout.count, layout.at(1), layout.at(4)]).toEqual([
      4,
      { kind: 'row', row: 'a1', rank: 1 },
      undefined,
    ]);
  });

  it('are parted by groups in the order of the rows, with the detail beneath its row', () => {
    expect(listed()).toEqual(['b', 'row b1', 'row b2', 'a', 'row a1', 'row a2']);
    expect(listed((row) => row === 'b2')).toEqual([
      'b',
      'row b1',
      'row b2',
      'detail b2',
      'a',
      'row a1',
      'row a2',
    ]);
  });

  it('keep the order of the groups when rows are sorted within them', () => {
    expect(grouped(rows.toReversed(), rows, of)).toEqual(['b2', 'b1', 'a2', 'a1']);
  });

  it('know where a row stands', () => {
    const layout = tableLayout(grouped(rows, rows, of), groups, (row) => row === 'b2');
    expect([0, 1, 2, 3].map(layout.placeOf)).toEqual([1, 2, 5, 6]);
  });
});
