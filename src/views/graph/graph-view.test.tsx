import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { PlanSnapshot } from '../../derive/types.ts';
import { invariantId, itemId } from '../../model/ids.ts';
import { fakeSession, renderGraph } from './testing/render-graph.tsx';
import { sampleSnapshot } from './testing/sample-plan.ts';

describe('the columns of the twin', () => {
  it('are chosen by keyboard and stand in the link', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const { search } = renderGraph({ show: 'table' });
    const choose = await screen.findByRole('button', { name: 'Choose columns' });
    choose.focus();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('menuitemcheckbox', { name: 'State' })).toBeChecked();
    // The first column is not offered.
    expect(screen.queryByRole('menuitemcheckbox', { name: 'Id' })).toBeNull();
    await waitFor(() =>
      expect(screen.getByRole('menuitemcheckbox', { name: 'State' })).toHaveFocus(),
    );
    await user.keyboard('{Enter}');
    await waitFor(() => expect(search().leftOut).toEqual(['state']));
    expect(screen.queryByRole('columnheader', { name: 'State' })).toBeNull();
    expect(screen.getByRole('columnheader', { name: 'Id' })).toBeInTheDocument();
  });
});

describe('the drawing', () => {
  it('names every node with its state, conditions and what it waits for', async () => {
    renderGraph();
    expect(
      await screen.findByRole('button', {
        name: 'W3 Tools and lifecycle, failed, 2 of 6 conditions, waits for W1 and W0',
      }),
    ).toBeVisible();
    expect(screen.getByRole('application', { name: 'Graph of 6 waves' })).toBeVisible();
    // A dependency that leads nowhere is a node of its own.
    expect(screen.getByRole('button', { name: 'lost, not in the plan' })).toBeVisible();
    // A phase counts what is inside without being taken for more than it is.
    expect(
      screen.getByRole('button', {
        name: 'P1 First phase, in progress, 2 of 3 complete, 1 at fault',
      }),
    ).toBeVisible();
  });

  it('draws the structure before anything is judged', async () => {
    const pending = new Promise<never>(() => undefined);
    renderGraph({}, { session: fakeSession({ snapshot: () => pending }) });
    expect(
      await screen.findByRole('button', { name: /^W3 Tools and lifecycle, not judged yet/ }),
    ).toBeVisible();
    expect(screen.getByText('States are being computed')).toBeVisible();
  });

  it('offers the table when the graph cannot be arranged', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const failing = { layout: () => Promise.reject(new Error('no memory')) };
    const { search } = renderGraph({}, { layout: failing });
    expect(await screen.findByRole('alert')).toHaveTextContent('could not be arranged');
    await user.click(screen.getByRole('button', { name: 'Show the table' }));
    expect(search().show).toBe('table');
    expect(await screen.findByRole('grid')).toBeVisible();
  });

  it('selects by keyboard, walks along edges, and closes with Escape', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const { search } = renderGraph({ item: 'W1' });
    const first = await screen.findByRole('button', { name: /^W1 Runtime/ });
    expect(first).toHaveAttribute('aria-pressed', 'true');
    first.focus();
    await user.keyboard('{ArrowRight}');
    const next = screen.getByRole('button', { name: /^W3 Tools/ });
    expect(next).toHaveFocus();
    expect(search().item).toBe('W1');
    await user.keyboard('{Enter}');
    expect(search().item).toBe('W3');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(search().item).toBeUndefined());
  });

  it('draws what follows from others on request, and keeps that in the link', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const { search } = renderGraph();
    await user.click(await screen.findByRole('switch', { name: 'Implied edges' }));
    expect(search().edges).toBe('all');
  });

  it('needs an item for upstream and downstream, and keeps the focus in the link', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const { search } = renderGraph();
    expect(await screen.findByRole('button', { name: 'Upstream' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Why blocked' }));
    expect(search().focus).toBe('why');
    screen.getByRole('button', { name: /^W4 Files/ }).focus();
    await user.keyboard('{Enter}');
    await user.click(screen.getByRole('button', { name: 'Upstream' }));
    expect(search()).toMatchObject({ focus: 'upstream', item: 'W4' });
    const node = screen.getByRole('button', { name: /^W5 Access/ });
    expect(node).toHaveAttribute('data-faded', 'true');
    expect(screen.getByRole('button', { name: /^W0 Contract/ })).toHaveAttribute(
      'data-faded',
      'false',
    );
  });

  it('narrows upstream by depth, and says what is lit', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const { search } = renderGraph({ item: 'W4', focus: 'upstream' });
    expect((await screen.findAllByText('W4 waits for 3 waves.')).length).toBeGreaterThan(0);
    await user.click(await screen.findByRole('button', { name: 'Depth: all' }));
    await user.click(await screen.findByRole('menuitemradio', { name: '1, direct only' }));
    expect(search().depth).toBe(1);
    expect((await screen.findAllByText('W4 waits for 1 wave.')).length).toBeGreaterThan(0);
    expect(screen.getByRole('button', { name: /^W0 Contract/ })).toHaveAttribute(
      'data-faded',
      'true',
    );
    await user.click(screen.getByRole('button', { name: 'Leave focus' }));
    expect(search()).toEqual({ item: 'W4' });
  });

  it('takes the next choice as the other end of a path', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const { search } = renderGraph({ item: 'W1' });
    await user.click(await screen.findByRole('button', { name: 'Path' }));
    const hint = 'Choose the other end of the path from W1.';
    expect((await screen.findAllByText(hint)).length).toBeGreaterThan(0);
    screen.getByRole('button', { name: /^W4 Files/ }).focus();
    await user.keyboard('{Enter}');
    expect(search()).toMatchObject({ item: 'W1', to: 'W4', focus: 'path' });
    const said = 'On the chains of dependencies between W1 and W4: 3 waves.';
    expect((await screen.findAllByText(said)).length).toBeGreaterThan(0);
  });

  it('shows the longest chain, and the slack of an item beside it', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const snapshot: PlanSnapshot = {
      ...sampleSnapshot,
      items: sampleSnapshot.items.map((row) => ({
        ...row,
        ...(row.id === 'W4' && { slack: 0 }),
        ...(row.id === 'W3' && { slack: 2 }),
      })),
      answers: {
        ...sampleSnapshot.answers,
        criticalPath: [itemId('W4'), itemId('W5')],
        critical: { basis: 'open-conditions', total: 4 },
      },
    };
    const { search } = renderGraph({ item: 'W3' }, { snapshot });
    const slack = 'Can slip by 2 open conditions before the longest chain of open work grows.';
    expect(await screen.findByText(slack)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Critical path' }));
    expect(search().focus).toBe('critical');
    const said = 'The longest chain of open work: 2 waves, 4 open conditions.';
    expect((await screen.findAllByText(said)).length).toBeGreaterThan(0);
    screen.getByRole('button', { name: /^W4 Files/ }).focus();
    await user.keyboard('{Enter}');
    expect(
      await screen.findByText('On the longest chain of open work: it cannot slip.'),
    ).toBeVisible();
  });

  it('lights the counterexamples of a rule that a link names, and chooses another', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const rule = (id: string, verdict: 'holds' | 'violated') => ({
      id: invariantId(id),
      title: `Rule ${id}`,
      verdict,
      reason: { code: 'item-ready' } as const,
      counterexamples:
        verdict === 'holds'
          ? []
          : [{ items: [itemId('W1')], reason: { code: 'item-ready' } as const }],
    });
    const snapshot = { ...sampleSnapshot, invariants: [rule('a', 'violated'), rule('b', 'holds')] };
    const { search } = renderGraph({ rule: 'a' }, { snapshot });
    const said = 'Rule a: violated, 1 counterexample with 1 wave.';
    expect((await screen.findAllByText(said)).length).toBeGreaterThan(0);
    expect(screen.getByRole('button', { name: /^W4 Files/ })).toHaveAttribute('data-faded', 'true');
    const inFull = screen.getByRole('link', { name: 'The rule in full' });
    expect(inFull).toHaveAttribute('href', '/p/waves/invariants?rule=a');
    await user.click(screen.getByRole('button', { name: 'Rules' }));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: /Rule b/ }));
    expect(search().rule).toBe('b');
  });

  it('copies what is drawn as text for other tools', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    renderGraph({ closed: ['P1'] });
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Copy as Mermaid' }));
    expect(await screen.findByText('Copied to the clipboard')).toBeVisible();
    const text = await navigator.clipboard.readText();
    expect(text).toMatch(/^---\ntitle: "Waves"\n---\n%% .* bundle 00\nflowchart /);
    expect(text).toContain('P1 First phase');
    expect(text).not.toContain('Tools and lifecycle');
  });

  it('says so when the clipboard refuses', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    renderGraph();
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Copy as DOT' }));
    expect(await screen.findByText('The drawing could not be exported.')).toBeVisible();
  });

  it('offers at a node what can be done with it, groups too', async () => {
    const { search } = renderGraph();
    fireEvent.contextMenu(await screen.findByRole('button', { name: /^W3 Tools/ }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'What waits for it' }));
    await waitFor(() => expect(search()).toMatchObject({ item: 'W3', focus: 'downstream' }));
    fireEvent.contextMenu(screen.getByRole('button', { name: /^P1 First phase/ }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Close group P1' }));
    await waitFor(() => expect(search().closed).toEqual(['P1']));
    fireEvent.contextMenu(screen.getByRole('button', { name: 'lost, not in the plan' }));
    expect(screen.queryByRole('menuitem', { name: 'Show details' })).toBeNull();
  });

  it('goes to an id whose letters are typed', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const { search } = renderGraph();
    (await screen.findByRole('button', { name: /^W1 Runtime/ })).focus();
    await user.keyboard('w5');
    expect(screen.getByRole('button', { name: /^W5 Access/ })).toHaveFocus();
    expect(search()).toEqual({});
  });

  it('closes and opens a group by keyboard and keeps the place and the link', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const { search } = renderGraph();
    (await screen.findByRole('button', { name: /^P1 First phase/ })).focus();
    await user.keyboard(' ');
    expect(search().closed).toEqual(['P1']);
    expect(search().item).toBeUndefined();
    const closed = await screen.findByRole('button', {
      name: 'P1 First phase, in progress, closed group, worst inside failed, 1 failed, 2 complete',
    });
    expect(closed).toHaveFocus();
    expect(screen.queryByRole('button', { name: /^W3 Tools/ })).toBeNull();
    expect(screen.getByRole('button', { name: /^W4 Files.*waits for P1$/ })).toBeVisible();
    await user.keyboard(' ');
    expect(search().closed).toBeUndefined();
    expect(await screen.findByRole('button', { name: /^W3 Tools/ })).toBeVisible();
    expect(screen.getByRole('button', { name: /^P1 First phase/ })).toHaveFocus();
  });

  it('lets a closed group stand for the chosen item inside', async () => {
    renderGraph({ item: 'W3', closed: ['P1'] });
    const group = await screen.findByRole('button', { name: /^P1 First phase/ });
    expect(group).toHaveAttribute('aria-pressed', 'true');
    expect(await screen.findByRole('heading', { name: 'Tools and lifecycle' })).toBeVisible();
  });

  it('closes and opens all groups from the menu, and one with its own button', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const { search } = renderGraph();
    await user.click(await screen.findByRole('button', { name: 'Groups' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Close all groups' }));
    expect(search().closed).toEqual(['P1']);
    // Pointer events need what the pane's own library does not find here.
    fireEvent.click(await screen.findByRole('button', { name: 'Open group P1' }));
    await waitFor(() => expect(search().closed).toBeUndefined());
  });

  it('is one stop of the Tab key', async () => {
    renderGraph();
    const nodes = within(await screen.findByRole('application')).getAllByRole('button', {
      name: /^(P1|W\d|lost)/,
    });
    expect(nodes.length).toBe(7);
    expect(nodes.filter((node) => node.tabIndex === 0)).toHaveLength(1);
  });
});

describe('the table', () => {
  it('lists the same items, and selects in the link', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const { search } = renderGraph({ show: 'table' });
    const table = await screen.findByRole('grid', { name: 'Dependency graph' });
    expect(within(table).getAllByRole('row')).toHaveLength(7);
    await user.click(within(table).getByText('Files'));
    expect(search()).toMatchObject({ item: 'W4', show: 'table' });
    expect(await screen.findByRole('heading', { name: 'Files' })).toBeVisible();
  });

  it('filters by state and by text, and says how many match', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const { search } = renderGraph({ show: 'table', state: ['blocked'] });
    const table = await screen.findByRole('grid');
    expect(within(table).getAllByRole('row')).toHaveLength(3);
    await user.type(screen.getByRole('searchbox', { name: 'Find in the plan' }), 'acc');
    await waitFor(() => expect(search().q).toBe('acc'));
    expect(within(table).getAllByRole('row')).toHaveLength(2);
    expect(screen.getAllByText('1 of 6 waves').length).toBeGreaterThan(0);
  });

  it('says so when nothing matches', async () => {
    renderGraph({ show: 'table', q: 'zzz' });
    expect(await screen.findByText('No item matches')).toBeVisible();
  });

  it('filters by owner and by group, and keeps that in the link', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const snapshot: PlanSnapshot = {
      ...sampleSnapshot,
      items: sampleSnapshot.items.map((row) => (row.id === 'W3' ? { ...row, owner: 'ana' } : row)),
    };
    const { search } = renderGraph({ show: 'table' }, { snapshot });
    await user.click(await screen.findByRole('button', { name: 'Filter' }));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: /ana/ }));
    expect(search().owner).toEqual(['ana']);
    const table = screen.getByRole('grid');
    await waitFor(() => expect(within(table).getAllByRole('row')).toHaveLength(2));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: /P1 First phase/ }));
    expect(search()).toMatchObject({ owner: ['ana'], group: ['P1'] });
    await user.click(await screen.findByRole('menuitemcheckbox', { name: /ana/ }));
    await waitFor(() => expect(within(table).getAllByRole('row')).toHaveLength(5));
  });

  it('chooses states from the menu', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const { search } = renderGraph({ show: 'table' });
    await user.click(await screen.findByRole('button', { name: 'States' }));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: /Failed/ }));
    expect(search().state).toEqual(['failed']);
  });
});

describe('the inspector', () => {
  it('shows what was declared beside what was computed, and proof apart from permission', async () => {
    renderGraph({ item: 'W3' });
    expect(await screen.findByRole('heading', { name: 'Tools and lifecycle' })).toBeVisible();
    const side = screen.getByRole('complementary', { name: 'Details of the item' });
    expect(within(side).getByText('declared: in progress')).toBeVisible();
    expect(within(side).getByText('Failed')).toBeVisible();
    expect(within(side).getByText('Proof fails')).toBeVisible();
    expect(within(side).getByText('Not authorised')).toBeVisible();
    expect(within(side).getByText('Needs W1 and W0. All are complete.')).toBeVisible();
  });

  it('leads from a blocked item to the place that decides', async () => {
    renderGraph({ item: 'W4' });
    const reasons = await screen.findByRole('list', { name: 'Reasons' });
    expect(within(reasons).getByRole('link', { name: /W3 Tools and lifecycle/ })).toBeVisible();
    const evidence = within(reasons).getByRole('link', { name: 'tools-report · line 212' });
    expect(evidence).toHaveAttribute('href', expect.stringContaining('/p/waves/evidence?'));
    expect(decodeURIComponent(evidence.getAttribute('href') ?? '')).toContain('lines:212-212');
    expect(within(reasons).getByText('Digest matches')).toBeVisible();
  });

  it('keeps the tab in the link', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const { search } = renderGraph({ item: 'W3' });
    await user.click(await screen.findByRole('tab', { name: /^Gates/ }));
    expect(search().tab).toBe('gates');
    expect(await screen.findByText('Tool security')).toBeVisible();
    expect(screen.getByText('cannot be waived')).toBeVisible();
    expect(screen.getByText('Audit is exported')).toBeVisible();
  });

  it('names both ends of a dependency, also one that leads nowhere', async () => {
    renderGraph({ item: 'W5', tab: 'links' });
    const panel = await screen.findByRole('tabpanel');
    expect(within(panel).getByRole('link', { name: /W4 Files/ })).toBeVisible();
    expect(within(panel).getByText('lost')).toBeVisible();
    expect(within(panel).getByText('optional')).toBeVisible();
    expect(within(panel).queryByRole('link', { name: /lost/ })).toBeNull();
  });

  it('says that a link names an item of another plan', async () => {
    renderGraph({ item: 'W99' });
    expect(await screen.findByText('This plan has no item W99.')).toBeVisible();
  });

  it('explains a failure and can be asked again', async () => {
    let calls = 0;
    const session = fakeSession({
      itemDetail: () => {
        calls += 1;
        return Promise.reject(new Error('worker gone'));
      },
    });
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    renderGraph({ item: 'W3' }, { session });
    expect(await screen.findByRole('alert')).toHaveTextContent('could not be computed');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(calls).toBe(2));
  });
});
