import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { gate, laterThan, planOf, settled, waves } from './testing/plans.ts';
import { renderPlan } from './testing/render-app.tsx';

const plan = planOf(
  {
    items: waves('A', 'B'),
    gates: [
      gate(
        'G-1',
        'A complete',
        [
          settled('r'),
          settled('s', { owner: 'Ada', statement: 'Every question is answered.' }),
          settled('t', { blocking: false }),
        ],
        {
          title: 'Questions',
          statement: 'Nobody waits for an answer.',
          nonBypassable: true,
          declared: { verdict: 'passed', at: '2026-05-30T10:00:00Z', by: 'Grace' },
        },
      ),
      gate('G-2', 'B start', [settled('r')], { title: 'Doors' }),
    ],
  },
  { r: 0, s: 2, t: 3 },
);
const allPass = planOf(
  { items: waves('A'), gates: [gate('G-2', 'A complete', [settled('r')])] },
  { r: 0 },
);

const list = () => screen.findByRole('region', { name: 'Gates' });

describe('the gates', () => {
  it.each([
    [planOf({ items: waves('A') }), 'This plan has no gates'],
    [allPass, 'The only gate passes.'],
    [plan, '1 gate of 2 has not passed.'],
  ])('are counted (%#)', async (given, sentence) => {
    renderPlan('gates', given);
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(sentence);
  });

  it('stand with a square for each condition, and open by name or square', async () => {
    const { user, url } = renderPlan('gates', plan);
    const gates = await list();
    const squares = within(gates).getByRole('list', { name: 'Conditions of G-1' });
    expect(
      within(squares)
        .getAllByRole('button')
        .map((button) => button.getAttribute('aria-label')),
    ).toEqual([
      'Nothing open in r: Passes',
      'Nothing open in s: Fails',
      'Nothing open in t: Fails',
    ]);
    await user.click(within(squares).getByRole('button', { name: 'Nothing open in s: Fails' }));
    await waitFor(() => expect(url()).toBe('/p/waves/gates?gate=G-1&condition=no-s'));
    const conditions = await screen.findByRole('region', { name: 'Conditions' });
    const chosen = within(conditions)
      .getAllByRole('listitem')
      .filter((item) => item.getAttribute('aria-current') === 'true');
    expect(chosen).toHaveLength(1);
    expect(chosen[0]).toHaveTextContent('Nothing open in s');
    await user.click(within(gates).getByRole('button', { name: /Doors/ }));
    await waitFor(() => expect(url()).toBe('/p/waves/gates?gate=G-2'));
  });

  it('are filtered in the link, and come back', async () => {
    const { user, url } = renderPlan('gates', plan);
    const gates = await list();
    await user.type(
      within(gates).getByRole('searchbox', { name: 'Find a gate or condition' }),
      'door',
    );
    await waitFor(() => expect(url()).toBe('/p/waves/gates?q=door'));
    expect(within(gates).queryByRole('button', { name: /Questions/ })).toBeNull();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(url()).toBe('/p/waves/gates'));
    const verdicts = within(gates).getByRole('group', { name: 'Show gates that' });
    await user.click(within(verdicts).getByRole('button', { name: 'Fails 1' }));
    await waitFor(() => expect(url()).toBe('/p/waves/gates?verdict=failed'));
    expect(within(gates).queryByRole('button', { name: /Doors/ })).toBeNull();
  });

  it.each(['gates?q=nowhere', 'gates?verdict=stale'])(
    'can all be shown when %s matches none',
    async (page) => {
      const { user, url } = renderPlan(page, allPass);
      expect(await screen.findByText('No gate matches the filter')).toBeVisible();
      await user.click(screen.getByRole('button', { name: 'Show all gates' }));
      await waitFor(() => expect(url()).toBe('/p/waves/gates'));
      expect(within(await list()).getByRole('button', { name: /Gate G-2/ })).toBeVisible();
    },
  );
});

describe('one gate', () => {
  it('sets what was recorded beside what was computed', async () => {
    renderPlan('gates?gate=G-1', plan);
    expect(await screen.findByRole('heading', { name: 'Questions' })).toBeVisible();
    expect(screen.getByText('cannot be waived')).toBeVisible();
    expect(screen.getByText('Nobody waits for an answer.')).toBeVisible();
    expect(screen.getByText(/^1 of 2 conditions hold\./)).toBeVisible();
    const recorded = screen.getByText(/^Recorded as passed/);
    expect(recorded).toHaveTextContent(/by Grace; recomputed: fails\. The record and the evidence/);
    const guards = screen.getByText(/^guards the completion of/);
    expect(within(guards).getByRole('link', { name: 'A' })).toHaveAttribute(
      'href',
      '/p/waves/graph?item=A',
    );
  });

  it('keeps what does not block apart', async () => {
    renderPlan('gates?gate=G-1', plan);
    const blocking = await screen.findByRole('region', { name: 'Conditions' });
    const informative = screen.getByRole('region', { name: 'For information' });
    expect(within(blocking).queryByText('Nothing open in t')).toBeNull();
    expect(within(informative).getByText('Nothing open in t')).toBeVisible();
    expect(blocking).toHaveTextContent('Every question is answered.');
    expect(blocking).toHaveTextContent('expected= 0actual2');
    expect(within(blocking).getByRole('link', { name: 's · /open' })).toHaveAttribute(
      'href',
      '/p/waves/evidence?id=s&at=json%3A%2Fopen',
    );
  });

  it('says what it guards, and nothing about a record where there is none', async () => {
    renderPlan('gates?gate=G-2', plan);
    expect(await screen.findByText(/^guards the start of/)).toHaveTextContent('B');
    expect(screen.queryByText(/^Recorded as/)).toBeNull();
    expect(screen.queryByRole('region', { name: 'For information' })).toBeNull();
  });

  it('may be one of another plan', async () => {
    const { user, url } = renderPlan('gates?gate=G-9&condition=c', plan);
    expect(await screen.findByText('The plan has no gate G-9')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'All gates' }));
    await waitFor(() => expect(url()).toBe('/p/waves/gates'));
    expect(screen.getByText(/A gate that is chosen opens beside the list/)).toBeVisible();
  });
});

describe('a gate over time', () => {
  const at = (open: number) =>
    planOf({ items: waves('A'), gates: [gate('G-1', 'A complete', [settled('r')])] }, { r: open });

  it('shows each revision as it was judged when it was made, the oldest first', async () => {
    const { user, url } = renderPlan('gates?gate=G-1', laterThan(at(0), at(3)));
    const strip = await screen.findByRole('region', { name: 'This gate over the revisions' });
    const squares = within(strip).getAllByRole('link');
    expect(squares.map((square) => square.getAttribute('aria-label'))).toEqual([
      'First, 1 Jun 2026, Passes',
      'Revision r2, 1 Jun 2026, Fails',
    ]);
    await user.click(squares[0] ?? strip);
    await waitFor(() => expect(url()).toContain('rev=r1'));
    expect(await screen.findByText('The only gate passes.')).toBeVisible();
  });

  it('says so when there is one revision only', async () => {
    renderPlan('gates?gate=G-1', at(0));
    expect(await screen.findByText('the only revision')).toBeVisible();
  });
});

describe('waivers', () => {
  const waiver = (id: string, condition: string, expires: string) => ({
    id,
    gate: 'G-1',
    condition,
    reason: `Reason of ${id}`,
    author: 'Ada',
    at: '2026-05-01T00:00:00Z',
    expires,
  });
  const waived = (more: Parameters<typeof gate>[3] = {}) =>
    planOf(
      {
        items: waves('A'),
        gates: [gate('G-1', 'A complete', [settled('r'), settled('s'), settled('t')], more)],
        waivers: [
          waiver('w-force', 'no-r', '2026-12-01T00:00:00Z'),
          waiver('w-past', 'no-s', '2026-05-20T00:00:00Z'),
          waiver('w-idle', 'no-t', '2026-12-01T00:00:00Z'),
        ],
      },
      { r: 1, s: 1, t: 0 },
    );
  const standings = async (): Promise<readonly (string | null)[]> => {
    const list = await screen.findByRole('region', { name: 'Waivers' });
    return within(list)
      .getAllByRole('listitem')
      .map((item) => item.textContent);
  };

  it('stand with author, reason, end, and whether they count', async () => {
    renderPlan('gates?gate=G-1', waived());
    expect(await standings()).toEqual([
      expect.stringMatching(
        /^In force.*Nothing open in r.*Reason of w-force.*Ada on 1 May 2026.*until 1 Dec 2026/,
      ),
      expect.stringMatching(/^Expired.*Nothing open in s/),
      expect.stringMatching(/^Not needed.*Nothing open in t/),
    ]);
  });

  it('are refused by a gate that cannot be waived', async () => {
    renderPlan('gates?gate=G-1', waived({ nonBypassable: true }));
    expect(await standings()).toEqual([
      expect.stringMatching(/^Refused/),
      expect.stringMatching(/^Refused/),
      expect.stringMatching(/^Refused/),
    ]);
  });
});

it('leads to the evidence that decides, and says when there is nothing to decide', async () => {
  const { unmount } = renderPlan('gates?gate=G-1', plan);
  expect(await screen.findByRole('link', { name: 'Open the deciding evidence' })).toHaveAttribute(
    'href',
    '/p/waves/evidence?id=s&at=json%3A%2Fopen',
  );
  unmount();
  renderPlan(
    'gates?gate=G-1',
    planOf({ items: waves('A'), gates: [gate('G-1', 'A complete', [])] }),
  );
  expect(await screen.findByText(/states no condition/)).toBeVisible();
});
