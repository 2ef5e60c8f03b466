import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { subjectKey } from '../../../derive/assumption-key.ts';
import type { Scenario } from '../../../derive/scenario.ts';
import type { Assumption } from '../../../gates/assumptions.ts';
import { gateId, itemId } from '../../../model/ids.ts';
import { fakeSession, renderGraph } from '../testing/render-graph.tsx';
import { sampleSnapshot } from '../testing/sample-plan.ts';

/** As the engine would answer for the sample: W4 waits for W3 alone. */
function answer(assumptions: readonly Assumption[]): Scenario {
  const frees = assumptions.some((one) => one.kind === 'item' && one.item === 'W3');
  return {
    assumptions: assumptions.map((assumption) => ({
      assumption,
      known: subjectKey(assumption) !== subjectKey({ kind: 'item', item: itemId('nope') }),
      idle: false,
      ...(assumption.kind === 'item' && { real: 'failed' as const }),
    })),
    released: frees ? [itemId('W4')] : [],
    caught: [],
    startable: frees ? [itemId('W4')] : [],
    items: frees
      ? [
          { id: itemId('W3'), title: 'Tools', before: 'failed', after: 'complete' },
          { id: itemId('W4'), title: 'Files', before: 'blocked', after: 'ready' },
        ]
      : [],
    gates: [],
    edges: frees ? [{ item: itemId('W4'), on: itemId('W3'), status: 'satisfied' }] : [],
  };
}

const session = fakeSession({
  scenario: async (_, assumptions) => answer(assumptions),
  clearing: async () => [{ kind: 'item', item: itemId('W3') }],
});

describe('a scenario by its link', () => {
  it('is said to be one, with what would follow and what is really so', async () => {
    renderGraph({ assume: ['item:W3', 'item:nope'] }, { session });
    const bar = await screen.findByRole('region', { name: 'Scenario' });
    expect(await within(bar).findByText(/1 wave would be released/)).toBeVisible();
    expect(bar).toHaveTextContent('nothing of it is recorded');
    expect(bar).toHaveTextContent('Could then start: W4.');
    expect(within(bar).getByText('really: Failed')).toBeVisible();
    expect(within(bar).getByText('not in this plan, changes nothing')).toBeVisible();
  });

  it('leaves the state of a node and says beside it what would be', async () => {
    renderGraph({ assume: ['item:W3'] }, { session });
    expect(
      await screen.findByRole('button', {
        name: /^W4 Files, blocked, would be released and ready/,
      }),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: /^W3 Tools and lifecycle, failed, assumed, would be/ }),
    ).toBeVisible();
  });

  it('has a column of its own in the table', async () => {
    renderGraph({ assume: ['item:W3'], show: 'table' }, { session });
    const row = await screen.findByRole('row', { name: /W4/ });
    expect(screen.getByRole('columnheader', { name: /In the scenario/ })).toBeVisible();
    expect(row).toHaveTextContent('Blocked');
    expect(row).toHaveTextContent('ReleasedReady');
  });

  it('loses an assumption, and is gone without any', async () => {
    const user = userEvent.setup();
    const { search } = renderGraph({ assume: ['item:W3', 'gate:G-W3:passed'] }, { session });
    await user.click(await screen.findByRole('button', { name: 'Remove assumption W3: Complete' }));
    expect(search().assume).toEqual(['gate:G-W3:passed']);
    expect(await screen.findByText('Nothing would change.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear scenario' }));
    expect(search().assume).toBeUndefined();
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Scenario' })).toBeNull());
  });

  it('says that it could not be thought through, and stays', async () => {
    const broken = fakeSession({ scenario: () => Promise.reject(new Error('gone')) });
    renderGraph({ assume: ['item:W3'] }, { session: broken });
    const bar = await screen.findByRole('region', { name: 'Scenario' });
    expect(await within(bar).findByText(/could not be computed/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /would be/ })).toBeNull();
  });
});

describe('assuming', () => {
  it('starts from the panel of an item: that it is complete', async () => {
    const user = userEvent.setup();
    const { search } = renderGraph({ item: 'W3' }, { session });
    await user.click(await screen.findByRole('button', { name: 'Assume that W3 is complete' }));
    expect(search().assume).toEqual(['item:W3']);
    expect(await screen.findByText('In the scenario it would be complete.')).toBeVisible();
  });

  it('starts from a gate or a condition, with any verdict, and is taken back there', async () => {
    const user = userEvent.setup();
    const { search } = renderGraph({ item: 'W3', tab: 'gates' }, { session });
    await user.click(await screen.findByRole('button', { name: 'Assume: G-W3' }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'Stale' }));
    expect(search().assume).toEqual(['gate:G-W3:stale']);
    await user.click(
      await screen.findByRole('button', { name: 'Assume: Forged requests are refused' }),
    );
    await user.click(await screen.findByRole('menuitemradio', { name: 'Passes' }));
    expect(search().assume).toEqual(['gate:G-W3:stale', 'condition:G-W3:ssrf:passed']);
    await user.click(await screen.findByRole('button', { name: 'Assumed: Stale: G-W3' }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'As computed' }));
    expect(search().assume).toEqual(['condition:G-W3:ssrf:passed']);
  });

  it('starts from the smallest set of causes', async () => {
    const user = userEvent.setup();
    const snapshot = {
      ...sampleSnapshot,
      gates: [],
      answers: {
        ...sampleSnapshot.answers,
        unblocking: { causes: ['condition.G.c'], count: 1, exact: true, atLeast: 1 },
      },
    };
    const asked = fakeSession({
      snapshot: async () => ({ ok: true, value: snapshot }),
      scenario: async (_, assumptions) => answer(assumptions),
      clearing: async (_, causes) =>
        causes.includes('condition.G.c')
          ? [{ kind: 'gate', gate: gateId('G-W3'), verdict: 'passed' }]
          : [],
    });
    const { search } = renderGraph({}, { session: asked });
    await user.click(await screen.findByRole('button', { name: 'What if' }));
    await user.click(await screen.findByRole('menuitem', { name: /1 cause of the smallest set/ }));
    await waitFor(() => expect(search().assume).toEqual(['gate:G-W3:passed']));
  });
});
