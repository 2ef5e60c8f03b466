import { act, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DataTable } from './data-table.tsx';
import { ColumnChoice } from './data-table-header.tsx';
import { type Column, defaultColumns, shownColumns, turnsTo } from './table-columns.ts';
import { nextSort, sortRows } from './table-sort.ts';
import { renderUi } from './testing/render-ui.tsx';

interface Row {
  readonly id: string;
  readonly size: number | undefined;
}

const columns: readonly Column<Row>[] = [
  { id: 'id', header: 'Id', fixed: true, cell: (row) => row.id, sortValue: (row) => row.id },
  {
    id: 'size',
    header: 'Size',
    align: 'end',
    cell: (row) => row.size ?? 'none',
    sortValue: (row) => row.size,
  },
  { id: 'note', header: 'Note', optional: true, cell: () => 'n' },
];
const few: readonly Row[] = [
  { id: 'E2', size: 5 },
  { id: 'E10', size: undefined },
  { id: 'E1', size: 30 },
];
const many: readonly Row[] = Array.from({ length: 5000 }, (_, i) => ({ id: `E${i}`, size: i }));
const key = (row: Row): string => row.id;

const firstCells = (): (string | null | undefined)[] =>
  within(screen.getByRole('grid'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[0]?.textContent);

function ChoosableTable() {
  const [shown, setShown] = useState(defaultColumns(columns));
  return (
    <>
      <ColumnChoice columns={columns} shown={shown} onChange={setShown} />
      <DataTable label="Files" rows={few} rowKey={key} columns={columns} shownColumns={shown} />
    </>
  );
}

describe('what a link turns about columns', () => {
  it('leaves out, adds, and says so in the link', () => {
    expect(shownColumns(columns, {})).toEqual(['id', 'size']);
    const turns = turnsTo(columns, ['id', 'note']);
    expect(turns).toEqual({ without: ['size'], also: ['note'] });
    expect(shownColumns(columns, turns)).toEqual(['id', 'note']);
    expect(turnsTo(columns, ['id', 'size'])).toEqual({ without: undefined, also: undefined });
  });

  it('never leaves a table without its first column', () => {
    const loose = columns.map((column) => ({ ...column, fixed: false }));
    expect(shownColumns(loose, { without: ['id', 'size'] })).toEqual(['id']);
    expect(shownColumns(columns, { without: ['id', 'size'] })).toEqual(['id']);
  });
});

describe('sortRows', () => {
  it('orders numbers by size, names as people count, gaps last both ways', () => {
    const by = (row: Row) => row.size;
    expect(sortRows(few, by, 'ascending').map(key)).toEqual(['E2', 'E1', 'E10']);
    expect(sortRows(few, by, 'descending').map(key)).toEqual(['E1', 'E2', 'E10']);
    expect(sortRows(few, key, 'ascending').map(key)).toEqual(['E1', 'E2', 'E10']);
  });

  it('takes NaN for a gap and keeps the order of equals', () => {
    const rows = [{ v: Number.NaN }, { v: 1, n: 'a' }, { v: 1, n: 'b' }, { v: 0 }];
    expect(sortRows(rows, (row) => row.v, 'descending')).toEqual([
      rows[1],
      rows[2],
      rows[3],
      rows[0],
    ]);
  });

  it('turns the direction on the second press only', () => {
    const up = nextSort(undefined, 'size');
    expect(up).toEqual({ column: 'size', direction: 'ascending' });
    expect(nextSort(up, 'size').direction).toBe('descending');
    expect(nextSort(up, 'id')).toEqual({ column: 'id', direction: 'ascending' });
  });
});

describe('DataTable', () => {
  it('sorts by its headers and says so', async () => {
    const { user } = renderUi(
      <DataTable label="Files" rows={few} rowKey={key} columns={columns} />,
    );
    const header = screen.getByRole('columnheader', { name: 'Size' });
    expect(header).toHaveAttribute('aria-sort', 'none');
    expect(firstCells()).toEqual(['E2', 'E10', 'E1']);
    await user.click(within(header).getByRole('button'));
    expect(header).toHaveAttribute('aria-sort', 'ascending');
    expect(firstCells()).toEqual(['E2', 'E1', 'E10']);
    await user.click(within(header).getByRole('button'));
    expect(header).toHaveAttribute('aria-sort', 'descending');
    expect(firstCells()).toEqual(['E1', 'E2', 'E10']);
  });

  it('leaves the order alone when it is sorted elsewhere', async () => {
    const ask = vi.fn();
    const { user } = renderUi(
      <DataTable
        label="Files"
        rows={few}
        rowKey={key}
        columns={columns}
        presorted
        sort={{ column: 'id', direction: 'ascending' }}
        onSortChange={ask}
      />,
    );
    expect(firstCells()).toEqual(['E2', 'E10', 'E1']);
    await user.click(screen.getByRole('button', { name: 'Id' }));
    expect(ask).toHaveBeenCalledExactlyOnceWith({ column: 'id', direction: 'descending' });
  });

  it('walks the rows by key and selects with Enter', async () => {
    const select = vi.fn();
    const { user } = renderUi(
      <DataTable label="Files" rows={few} rowKey={key} columns={columns} onSelect={select} />,
    );
    const grid = screen.getByRole('grid', { name: 'Files' });
    grid.focus();
    const active = () => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
    await user.keyboard('{Enter}');
    expect(select).not.toHaveBeenCalled();
    await user.keyboard('{ArrowDown}');
    expect(active()).toHaveTextContent('E2');
    await user.keyboard('{ArrowUp}');
    expect(active()).toHaveTextContent('E2');
    await user.keyboard('{End}');
    expect(active()).toHaveTextContent('E1');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(select).toHaveBeenCalledExactlyOnceWith(few[2]);
    await user.keyboard('{Home}');
    expect(active()).toHaveTextContent('E2');
  });

  it('marks the selected row and leaves keys to what is inside a cell', async () => {
    const select = vi.fn();
    const press = vi.fn();
    const withButton: readonly Column<Row>[] = [
      {
        id: 'do',
        header: 'Do',
        cell: (row) => (
          <button type="button" onClick={press}>
            {row.id}
          </button>
        ),
      },
    ];
    const { user } = renderUi(
      <DataTable
        label="Files"
        rows={few}
        rowKey={key}
        columns={withButton}
        selectedKey="E10"
        onSelect={select}
      />,
    );
    expect(screen.getByRole('row', { selected: true })).toHaveTextContent('E10');
    screen.getByRole('button', { name: 'E1' }).focus();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('button', { name: 'E1' })).toHaveFocus();
  });

  it('shows and hides columns, never the fixed ones', async () => {
    const { user } = renderUi(<ChoosableTable />);
    const headers = () => screen.getAllByRole('columnheader').map((cell) => cell.textContent);
    expect(headers()).toEqual(['Id', 'Size']);
    await user.click(screen.getByRole('button', { name: 'Choose columns' }));
    expect(screen.queryByRole('menuitemcheckbox', { name: 'Id' })).toBeNull();
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Note' }));
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'Size' }));
    await user.keyboard('{Escape}');
    expect(headers()).toEqual(['Id', 'Note']);
  });

  it('parts rows under headings, sorts within them, and opens the selected one', async () => {
    const select = vi.fn();
    const { user } = renderUi(
      <DataTable
        label="Files"
        rows={few}
        rowKey={key}
        columns={columns}
        lines="many"
        groups={{ of: (row) => (row.size === 30 ? 'large' : 'other'), title: (group) => group }}
        detail={(row) => `about ${row.id}`}
        selectedKey="E2"
        onSelect={select}
      />,
    );
    const lines = () =>
      within(screen.getByRole('grid'))
        .getAllByRole('row')
        .slice(1)
        .map((row) => row.textContent);
    expect(lines()).toEqual(['other', 'E25', 'about E2', 'E10none', 'large', 'E130']);
    await user.click(screen.getByRole('button', { name: 'Id' }));
    await user.click(screen.getByRole('button', { name: 'Id' }));
    expect(lines()).toEqual(['other', 'E10none', 'E25', 'about E2', 'large', 'E130']);
    const grid = screen.getByRole('grid');
    grid.focus();
    await user.keyboard('{End}{Enter}');
    expect(select).toHaveBeenCalledExactlyOnceWith(few[2]);
    expect(grid).toHaveAttribute('aria-rowcount', '7');
  });

  it('leaves a press to the button that was meant', async () => {
    const select = vi.fn();
    const linked: readonly Column<Row>[] = [
      { id: 'to', header: 'To', cell: (row) => <button type="button">to {row.id}</button> },
      { id: 'size', header: 'Size', cell: (row) => row.size },
    ];
    const { user } = renderUi(
      <DataTable label="Files" rows={few} rowKey={key} columns={linked} onSelect={select} />,
    );
    await user.click(screen.getByRole('button', { name: 'to E2' }));
    expect(select).not.toHaveBeenCalled();
    await user.click(screen.getByText('30'));
    expect(select).toHaveBeenCalledExactlyOnceWith(few[2]);
  });

  it('says that there is nothing', () => {
    renderUi(<DataTable label="Files" rows={[]} rowKey={key} columns={columns} />);
    expect(screen.getByText('Nothing to list')).toBeVisible();
  });

  describe('with many rows', () => {
    beforeEach(() => {
      // jsdom lays nothing out; the virtualiser asks for the height of its box.
      vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(320);
      vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(800);
    });

    it('keeps only those in view in the document, and counts all', () => {
      renderUi(
        <DataTable label="Files" rows={many} rowKey={key} columns={columns} totalRows={9000} />,
      );
      const rows = within(screen.getByRole('grid')).getAllByRole('row');
      expect(rows.length).toBeGreaterThan(10);
      expect(rows.length).toBeLessThan(60);
      expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '9001');
      expect(rows[1]).toHaveAttribute('aria-rowindex', '2');
    });

    it('writes them all out for paper', () => {
      renderUi(<DataTable label="Files" rows={many} rowKey={key} columns={columns} />);
      act(() => {
        window.dispatchEvent(new Event('beforeprint'));
      });
      expect(document.querySelectorAll('tbody tr')).toHaveLength(5000);
      act(() => {
        window.dispatchEvent(new Event('afterprint'));
      });
      expect(document.querySelectorAll('tbody tr').length).toBeLessThan(60);
    });
  });
});
