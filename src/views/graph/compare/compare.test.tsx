import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ItemChange, RevisionDiff } from '../../../derive/revision-diff-types.ts';
import type { PlanStructure } from '../../../derive/types.ts';
import { gateId, itemId, projectId } from '../../../model/ids.ts';
import { edgeKey } from '../plan-graph.ts';
import { fakeSession, renderGraph } from '../testing/render-graph.tsx';
import { sampleSnapshot, sampleStructure } from '../testing/sample-plan.ts';
import { comparedItems, compareMarksOf, countMarks } from './compare-marks.ts';
import { mergeRemoved } from './merge-removed.ts';

function change(id: string, more: Partial<ItemChange>): ItemChange {
  return { id: itemId(id), title: `Title of ${id}`, kind: 'changed', fields: [], ...more };
}

const side = {
  revision: 'r0',
  createdAt: '2026-11-14T10:00:00Z',
  judgedAt: '2026-11-21T12:00:00Z',
  headline: 'held',
  complete: 1,
  inScope: 5,
  held: 2,
} as const;

const diff: RevisionDiff = {
  before: side,
  after: { ...side, revision: 'r1' },
  items: [
    change('W3', { before: 'complete', after: 'failed' }),
    change('W4', {
      before: 'blocked',
      after: 'blocked',
      fields: [{ field: 'owner', after: 'Ann' }],
    }),
    change('W5', { kind: 'added', after: 'blocked' }),
    change('W2', { kind: 'removed', before: 'ready' }),
  ],
  dependencies: [
    { kind: 'added', item: itemId('W4'), on: itemId('W3') },
    { kind: 'removed', item: itemId('W4'), on: itemId('W2') },
  ],
  gates: [
    {
      id: gateId('G-W1'),
      title: 'Gate of W1',
      kind: 'changed',
      direction: 'worse',
      before: 'passed',
      after: 'failed',
    },
  ],
  conditions: [],
  revoked: [],
  evidence: [],
  loosened: [],
  weakened: [],
  tightened: [],
  altered: [],
  rules: [],
  invariants: [],
  metrics: [],
  same: false,
};

const earlier: PlanStructure = {
  ...sampleStructure,
  items: [
    ...sampleStructure.items.filter(({ id }) => id !== 'W5'),
    { id: itemId('W2'), kind: 'wave', title: 'Providers', parent: itemId('P1') },
  ],
  dependencies: [
    { item: itemId('W4'), on: itemId('W2') },
    { item: itemId('W1'), on: itemId('W0') },
  ],
};

describe('the plan with what is gone', () => {
  it('has removed items in their groups, and removed dependencies', () => {
    const merged = mergeRemoved(sampleStructure, earlier);
    expect([...merged.items]).toEqual(['W2']);
    expect([...merged.edges]).toEqual([edgeKey('W4', 'W2')]);
    expect(merged.structure.items.at(-1)).toMatchObject({ id: 'W2', parent: 'P1' });
    expect(merged.structure.items).toHaveLength(sampleStructure.items.length + 1);
    expect(merged.structure.dependencies).toHaveLength(sampleStructure.dependencies.length + 1);
  });

  it('is the plan itself where nothing is gone', () => {
    const merged = mergeRemoved(sampleStructure, sampleStructure);
    expect(merged.structure.items).toEqual(sampleStructure.items);
    expect(merged.items.size + merged.edges.size).toBe(0);
  });
});

describe('what differs', () => {
  const gates = [
    { id: gateId('G-W1'), guards: [{ item: itemId('W1'), effect: 'complete' as const }] },
  ];
  const rows = comparedItems(diff, gates, (id) => `now ${id}`);

  it('is added, removed, flipped or changed, by a gate too', () => {
    expect(rows.map(({ id, mark }) => [id, mark])).toEqual([
      ['W3', 'flipped'],
      ['W4', 'changed'],
      ['W5', 'added'],
      ['W2', 'removed'],
      ['W1', 'changed'],
    ]);
    expect(rows.at(-1)).toMatchObject({ title: 'now W1', gates: ['G-W1'] });
    expect(countMarks(rows).get('changed')).toBe(2);
  });

  it('shows the former state of what flipped and of what is gone', () => {
    const marks = compareMarksOf(rows);
    expect(marks.get('W3')).toEqual({ kind: 'flipped', state: 'complete' });
    expect(marks.get('W2')).toEqual({ kind: 'removed', state: 'ready' });
    expect(marks.get('W5')).toEqual({ kind: 'added', state: undefined });
  });
});

describe('a comparison by its link', () => {
  const list = {
    project: { id: projectId('waves'), title: 'Waves', sample: false },
    revisions: [
      { id: 'r2', label: 'later' },
      { id: 'r1', label: 'this' },
      { id: 'r0', label: 'last week', createdAt: '2026-11-14T10:00:00Z' },
    ],
    shown: 'r1',
  };
  const session = fakeSession({
    structure: async (request) => ({
      ok: true,
      value: request.revision === 'r0' ? earlier : sampleStructure,
    }),
    snapshot: async () => ({ ok: true, value: sampleSnapshot }),
    revisions: async () => ({ ok: true, value: list }),
    compareRevisions: async () => ({ ok: true, value: diff }),
  });

  it('counts and lists what differs, and draws what is gone', async () => {
    const user = userEvent.setup();
    renderGraph({ against: 'r0' }, { session });
    const bar = await screen.findByRole('region', { name: 'Compare' });
    expect(await within(bar).findByText('Compared with last week:')).toBeVisible();
    expect(bar).toHaveTextContent('1 added1 removed1 flipped1 changed');
    expect(bar).toHaveTextContent('dependencies: 1 added, 1 removed');
    expect(
      await screen.findByRole('button', { name: /^W2 Providers, removed, was ready/ }),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: /^W3 Tools and lifecycle, failed, was complete/ }),
    ).toBeVisible();
    await user.click(within(bar).getByRole('button', { name: 'List of 6 changes' }));
    expect(await screen.findByText('W4 no longer waits for W2')).toBeVisible();
    expect(screen.getByText('was complete, is failed')).toBeVisible();
  });

  it('tells of what is gone where it was', async () => {
    renderGraph({ against: 'r0', item: 'W2' }, { session });
    expect(await screen.findByText('Only last week has this item.')).toBeVisible();
  });

  it('begins with an earlier revision from the menu, ends a scenario, and is left again', async () => {
    const user = userEvent.setup();
    const { search } = renderGraph({}, { session });
    await user.click(await screen.findByRole('button', { name: 'Compare' }));
    expect(screen.queryByRole('menuitemradio', { name: /later/ })).toBeNull();
    await user.click(await screen.findByRole('menuitemradio', { name: /last week/ }));
    expect(search().against).toBe('r0');
    await user.click(await screen.findByRole('button', { name: 'Stop comparing' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Compare' })).toBeNull());
  });

  it('says that it failed, and the graph stays', async () => {
    const broken = fakeSession({
      compareRevisions: () => Promise.reject(new Error('gone')),
      revisions: async () => ({ ok: true, value: list }),
    });
    renderGraph({ against: 'r9' }, { session: broken });
    const bar = await screen.findByRole('region', { name: 'Compare' });
    expect(await within(bar).findByText('The revision r9 could not be compared.')).toBeVisible();
    expect(screen.getByRole('button', { name: /^W3 Tools and lifecycle, failed/ })).toBeVisible();
  });
});
