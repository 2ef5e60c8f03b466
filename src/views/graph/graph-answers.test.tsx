import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { PlanSnapshot } from '../../derive/types.ts';
import { fakeSession, renderGraph } from './testing/render-graph.tsx';
import { sampleDetail, sampleSnapshot } from './testing/sample-plan.ts';

const node = (name: RegExp): HTMLElement => screen.getByRole('button', { name });
const said = (text: string): Promise<HTMLElement[]> => screen.findAllByText(text);

describe('the matches of a search', () => {
  it('are gone through by button and by key; the link says at which one stands', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const { search } = renderGraph({ q: 'e', state: ['complete', 'blocked'] });
    await said('1/4');
    expect(node(/^W0 Contract/)).toHaveAttribute('data-found', 'true');
    await user.click(screen.getByRole('button', { name: 'Next match' }));
    await waitFor(() => expect(search().hit).toBe('W1'));
    expect(node(/^W1 Runtime/)).toHaveAttribute('data-found', 'true');
    expect(node(/^W1 Runtime/)).toHaveAttribute('tabindex', '0');
    expect((await said('2 of 4: W1 Runtime')).length).toBeGreaterThan(0);
    await user.type(screen.getByRole('searchbox'), '{Shift>}{Enter}{Enter}{/Shift}');
    await waitFor(() => expect(search().hit).toBe('W5'));
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    await waitFor(() => expect(search()).toEqual({}));
    expect(screen.queryByRole('button', { name: 'Next match' })).toBeNull();
  });

  it('of a filter without a text lead nowhere by themselves', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const { search } = renderGraph({ state: ['blocked'] });
    await said('2 of 6 waves');
    await user.click(screen.getByRole('button', { name: 'Previous match' }));
    await waitFor(() => expect(search().hit).toBe('W5'));
    expect((await said('2/2')).length).toBeGreaterThan(0);
  });
});

describe('what is in focus', () => {
  it('is what the table lists, said in the same sentence', async () => {
    renderGraph({ show: 'table', item: 'W4', focus: 'upstream' });
    const table = await screen.findByRole('grid', { name: 'Dependency graph' });
    await said('W4 waits for 3 waves.');
    expect(within(table).getAllByRole('row')).toHaveLength(5);
    expect(within(table).queryByText('Access')).toBeNull();
  });

  it.each([
    [{ item: 'W99', focus: 'path', to: 'W3' }, 'This plan has no item W99.'],
    [{ item: 'W3', focus: 'path', to: 'W3' }, 'Choose the other end of the path from W3.'],
  ] as const)('names what the plan lacks: %j', async (search, says) => {
    renderGraph(search);
    expect((await said(says)).length).toBeGreaterThan(0);
  });

  it('tells as many as held back as the overview', async () => {
    renderGraph({ focus: 'why' });
    expect((await said('2 of 5 waves are held back.')).length).toBeGreaterThan(0);
  });

  it.each([
    [
      'length',
      'The longest chain of open work: 1 wave. Other chains are as long; they lead through 1 wave more.',
    ],
    [
      'open-conditions',
      'The longest chain of open work: 1 wave, 4 open conditions. Other chains are as long; they lead through 1 wave more.',
    ],
  ] as const)('is every chain that is as long as the longest (%s)', async (basis, says) => {
    const snapshot: PlanSnapshot = {
      ...sampleSnapshot,
      items: sampleSnapshot.items.map((row) =>
        row.id === 'W4' || row.id === 'W3' ? { ...row, slack: 0 } : row,
      ),
      answers: {
        ...sampleSnapshot.answers,
        criticalPath: sampleSnapshot.items.flatMap(({ id }) => (id === 'W3' ? id : [])),
        critical: { basis, total: 4 },
      },
    };
    renderGraph({ focus: 'critical' }, { snapshot });
    expect((await said(says)).length).toBeGreaterThan(0);
    expect(node(/^W4 Files/)).toHaveAttribute('data-faded', 'false');
  });
});

describe('the table', () => {
  it('is sorted as the link says, and says in the link how it is sorted', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const { search } = renderGraph({ show: 'table', sortBy: '-title', q: 'w', hit: 'W4' });
    const table = await screen.findByRole('grid', { name: 'Dependency graph' });
    const first = (): string | null => within(table).getAllByRole('row')[1]?.textContent ?? null;
    expect(first()).toContain('Tools');
    expect(within(table).getByText('W4').closest('[data-found]')).toHaveAttribute(
      'data-found',
      'true',
    );
    const titles = within(table).getByRole('columnheader', { name: 'Title' });
    await user.click(within(titles).getByRole('button'));
    await waitFor(() => expect(search().sortBy).toBe('title'));
    expect(first()).toContain('Access');
    expect(within(table).getByRole('columnheader', { name: 'Inside' })).toBeVisible();
    table.focus();
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(search().item).toBe('W5'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(search().item).toBeUndefined());
  });
});

describe('the drawing', () => {
  it('leads the way that the link asks for', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const { search, container } = renderGraph();
    await user.click(await screen.findByRole('button', { name: 'Direction' }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'From top to bottom' }));
    await waitFor(() => expect(search().towards).toBe('down'));
    await waitFor(() =>
      expect(container.querySelector('[data-direction]')).toHaveAttribute('data-direction', 'down'),
    );
  });
});

describe('the details', () => {
  it('say whose the item is, what it is for, and who declared what and when', async () => {
    const declared = {
      state: 'complete',
      raw: 'done',
      by: 'm.osei',
      at: '2026-11-17T16:10:00Z',
    } as const;
    const itemDetail = async () => {
      const detail = sampleDetail('W3');
      return (
        detail && {
          ...detail,
          item: { ...detail.item, goal: 'Tools can be trusted', declared },
          row: { ...detail.row, declaredRaw: 'done', owner: 'tools', classTitle: 'Blocking' },
        }
      );
    };
    renderGraph({ item: 'W3' }, { session: fakeSession({ itemDetail }) });
    expect(await screen.findByText('declared: done by m.osei, 17 Nov 2026')).toBeVisible();
    expect(screen.getByText('Owner: tools · Blocking')).toBeVisible();
    expect(screen.getByText('Tools can be trusted')).toBeVisible();
  });
});
