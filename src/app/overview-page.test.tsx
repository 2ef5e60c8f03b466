import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createSession } from '../queries/session.ts';
import { treeSource } from '../source/tree-source.ts';
import {
  gate,
  laterThan,
  type Plan,
  planOf,
  settled,
  sourceFiles,
  waits,
  waves,
} from './testing/plans.ts';
import { renderPlan } from './testing/render-app.tsx';

const chain = { items: waves('A complete', 'B', 'C'), dependencies: waits('B A', 'C B') };

/** A is under way and guarded by one condition a record; B and C wait for it, D for nothing. */
function heldBy(records: Readonly<Record<string, number>>): Plan {
  return planOf(
    {
      items: waves('A in-progress', 'B', 'C', 'D'),
      dependencies: waits('B A', 'C B'),
      gates: [
        gate(
          'G-A',
          'A complete',
          Object.keys(records).map((record) => settled(record)),
        ),
      ],
    },
    records,
  );
}

function proven(item: string, record: string): ReturnType<typeof gate> {
  return gate(`G-${item}`, `${item} complete`, [settled(record)]);
}

const answers: readonly (readonly [string, Plan, string])[] = [
  ['has no items', planOf({}), 'This plan has no items yet.'],
  [
    'has not begun',
    planOf({ items: waves('A', 'B'), dependencies: waits('B A') }),
    'Yes. Nothing has begun, and 1 wave may start.',
  ],
  [
    'may go on',
    planOf({ items: waves('A complete', 'B'), gates: [proven('A', 'r')] }, { r: 0 }),
    'Yes. 1 wave may start, and nothing is held back.',
  ],
  [
    'may go on one by one',
    planOf({ ...chain, gates: [proven('A', 'r')] }, { r: 0 }),
    'Yes. 1 wave may start; 1 of 3 waves waits for work that comes first.',
  ],
  [
    'is under way',
    planOf({ items: waves('A in-progress', 'B'), dependencies: waits('B A') }),
    'Not yet. Nothing is at fault, but first 1 wave in progress must be complete.',
  ],
  [
    'is complete',
    planOf(
      { items: waves('A complete', 'B complete'), gates: [proven('A', 'r'), proven('B', 's')] },
      { r: 0, s: 0 },
    ),
    'All 2 waves are complete. Nothing is left to start.',
  ],
  [
    'is complete with its only wave',
    planOf({ items: waves('A complete'), gates: [proven('A', 'r')] }, { r: 0 }),
    'The only wave is complete. Nothing is left to start.',
  ],
  [
    'is complete but for what is deferred',
    planOf(
      {
        items: waves('A complete', 'B complete', 'C deferred'),
        gates: [proven('A', 'r'), proven('B', 's')],
      },
      { r: 0, s: 0 },
    ),
    'All 2 waves in scope are complete. Nothing is left to start; 1 wave is left out.',
  ],
  [
    'waits for itself',
    planOf({ items: waves('A', 'B', 'C'), dependencies: waits('A B', 'B A', 'C B') }),
    'No. The plan contradicts itself: 2 waves wait for each other in a circle.',
  ],
  [
    'has a gate that is recorded as passed and is not',
    planOf(
      {
        items: waves('A in-progress', 'B'),
        dependencies: waits('B A'),
        gates: [gate('G-A', 'A complete', [settled('r')], { declared: { verdict: 'passed' } })],
      },
      { r: 1 },
    ),
    'No. 1 gate is recorded as passed and does not pass. 1 cause holds back 1 of 2 waves.',
  ],
  [
    'fails where nothing waits for it',
    planOf(
      { items: waves('A in-progress', 'B complete'), gates: [proven('A', 'r'), proven('B', 's')] },
      { r: 1, s: 0 },
    ),
    'No. 1 cause is open, and nothing else waits for it.',
  ],
  [
    'is held by one cause',
    heldBy({ r: 2 }),
    'No. 1 cause holds back 2 of 4 waves. Clearing the first one frees 2.',
  ],
  [
    'is held by causes that free nothing alone',
    heldBy({ r: 2, s: 1 }),
    'No. 2 causes hold back 2 of 4 waves. No single one frees anything on its own.',
  ],
  [
    'says more than its evidence',
    planOf({ ...chain, gates: [proven('A', 'r')] }, { r: 1 }),
    'No. 1 wave is declared further than the evidence allows. 1 cause holds back 2 of 3 waves. Clearing the first one frees 2.',
  ],
  [
    'is stopped',
    planOf({
      ...chain,
      items: waves('A in-progress', 'B', 'C'),
      stopConditions: [
        {
          id: 'smoke',
          title: 'Smoke',
          items: ['A'],
          events: [{ item: 'A', at: '2026-05-01T00:00:00Z' }],
        },
      ],
    }),
    'No. A stop condition has halted 1 wave. 1 cause holds back 2 of 3 waves. Clearing the first one frees 2.',
  ],
];

describe('the answer', () => {
  it.each(answers)('of a plan that %s', async (_, plan, sentence) => {
    renderPlan('overview', plan);
    const heading = await screen.findByRole('heading', { level: 1 });
    expect(heading).toHaveTextContent(sentence);
    expect(screen.getByText('Can the next phase start?')).toBeVisible();
  });

  it('of an empty plan says what would stand here, and leads to what was read', async () => {
    renderPlan('overview', planOf({}));
    expect(await screen.findByRole('link', { name: 'See what was read' })).toHaveAttribute(
      'href',
      '/p/waves/bundle',
    );
    expect(screen.queryByRole('region', { name: 'Can start now' })).toBeNull();
  });

  it('says beside it that files of evidence are missing, and leads to them', async () => {
    const whole = heldBy({ r: 0, s: 0 });
    const first = renderPlan('overview', whole);
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByText('Incomplete')).toBeNull();
    first.unmount();
    const { 'evidence/s.json': _, ...files } = whole.files;
    renderPlan('overview', { ...whole, files });
    expect(
      await screen.findByText(
        '1 of 2 evidence files is missing. What rests on them counts as not proven.',
      ),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Show these files' })).toHaveAttribute(
      'href',
      '/p/waves/evidence?digest=absent',
    );
  });

  it('says beside it, and at the side, that a file of evidence cannot be read', async () => {
    const plan = heldBy({ r: 0, s: 0 });
    const paths = sourceFiles({ waves: plan });
    const damaged = treeSource({
      name: 'damaged',
      paths: [...paths.keys()],
      read: async (path) => {
        const bytes = paths.get(path);
        return bytes === undefined || path.endsWith('/s.json')
          ? { ok: false, error: { code: 'zip-damaged', where: path } }
          : { ok: true, value: bytes };
      },
    });
    renderPlan('overview', plan, { session: createSession({ openSource: () => damaged }) });
    expect(await screen.findByText(/^1 of 2 evidence files cannot be read\./)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Show these files' })).toHaveAttribute(
      'href',
      '/p/waves/evidence?digest=unreadable',
    );
    expect(await screen.findByText(/1 file cannot be read/)).toBeVisible();
  });

  it('leads from its nouns to what they count', async () => {
    const { user } = renderPlan('overview', heldBy({ r: 2 }));
    const heading = await screen.findByRole('heading', { level: 1 });
    expect(within(heading).getByRole('link', { name: '2 of 4 waves' })).toHaveAttribute(
      'href',
      '/p/waves/graph?state=blocked',
    );
    await user.click(within(heading).getByRole('button', { name: '1 cause' }));
    const causes = screen.getByRole('region', { name: 'What holds it back' });
    expect(causes.parentElement).toHaveFocus();
  });
});

/** E is held by t alone, B and C by r and s together. */
const ranked = planOf(
  {
    items: waves('A in-progress', 'B', 'C', 'D in-progress', 'E'),
    dependencies: waits('B A', 'C B', 'E D'),
    gates: [
      gate('G-A', 'A complete', [settled('r'), settled('s', { owner: 'Ada' })]),
      gate('G-D', 'D complete', [settled('t')]),
    ],
  },
  { r: 1, s: 1, t: 1 },
);

async function region(name: string): Promise<HTMLElement> {
  return screen.findByRole('region', { name });
}

describe('what holds it back', () => {
  it('names first what frees most, and says what the others do', async () => {
    renderPlan('overview', ranked);
    const rows = within(await region('What holds it back')).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^DNothing open in t.*1 wave$/),
      expect.stringMatching(/^ANothing open in r.*holds 2 waves with others$/),
      expect.stringMatching(/^ANothing open in s.*holds 2 waves with othersAda$/),
    ]);
  });

  it('leads to the condition and to the place in the evidence', async () => {
    renderPlan('overview', ranked);
    const causes = await region('What holds it back');
    expect(within(causes).getByRole('link', { name: 'Nothing open in t' })).toHaveAttribute(
      'href',
      '/p/waves/gates?gate=G-D&condition=no-t',
    );
    expect(within(causes).getByRole('link', { name: 't · /open' })).toHaveAttribute(
      'href',
      '/p/waves/evidence?id=t&at=json%3A%2Fopen',
    );
    expect(within(causes).getAllByRole('img', { name: 'Fails' })).toHaveLength(3);
  });

  it('names the smallest set, one link an item', async () => {
    renderPlan('overview', ranked);
    const causes = await region('What holds it back');
    const set = within(causes).getByText(/^Smallest set that unblocks everything:/);
    expect(set).toHaveTextContent('everything: D, A (2 causes)');
    expect(within(set).getByRole('link', { name: 'D' })).toHaveAttribute(
      'href',
      '/p/waves/gates?gate=G-D&condition=no-t',
    );
  });

  it('cuts a long list aloud, in the list and in the set', async () => {
    const ids = Array.from({ length: 120 }, (_, index) => `r${index}`);
    renderPlan('overview', heldBy(Object.fromEntries(ids.map((id) => [id, 1]))));
    const causes = await region('What holds it back');
    expect(within(causes).getAllByRole('listitem')).toHaveLength(8);
    expect(within(causes).getByText('112 more causes, none holding more')).toBeVisible();
    expect(causes).toHaveTextContent('everything: A (100 causes) and 20 more causes');
  });

  it('says so when there is none', async () => {
    renderPlan('overview', planOf({ items: waves('A', 'B') }));
    expect(
      within(await region('What holds it back')).getByText('Nothing holds it back.'),
    ).toBeVisible();
  });
});

describe('what can start', () => {
  it('lists the frontier, what is under way, and what waits for one cause', async () => {
    renderPlan('overview', heldBy({ r: 1 }));
    const start = await region('Can start now');
    expect(within(start).getByRole('link', { name: 'Wave D' })).toHaveAttribute(
      'href',
      '/p/waves/graph?item=D',
    );
    expect(start).toHaveTextContent('everything before it is complete');
    expect(start).toHaveTextContent('One step awayBWave Bwaits only for Nothing open in r');
  });

  it('counts what it leaves out, and leads there', async () => {
    const ids = Array.from({ length: 9 }, (_, index) => `W${index}`);
    renderPlan('overview', planOf({ items: waves(...ids, 'X in-progress') }));
    const start = await region('Can start now');
    expect(within(start).getByRole('link', { name: 'and 3 waves more' })).toHaveAttribute(
      'href',
      '/p/waves/graph?state=ready',
    );
    expect(start).toHaveTextContent('In progressXWave Xnothing to prove is stated');
  });

  it('says why nothing may start', async () => {
    renderPlan(
      'overview',
      planOf({ items: waves('A complete'), gates: [proven('A', 'r')] }, { r: 0 }),
    );
    expect(await region('Can start now')).toHaveTextContent('Nothing is left to start.');
  });
});

describe('every item', () => {
  const strip = () => screen.findByRole('list', { name: 'Every item in plan order' });

  it('stands in plan order with its state, whatever the order of the file', async () => {
    const items = waves('A complete', 'B', 'C').toReversed();
    renderPlan('overview', planOf({ ...chain, items, gates: [proven('A', 'r')] }, { r: 0 }));
    const links = within(await strip()).getAllByRole('link');
    expect(links.map((link) => link.textContent)).toEqual(['AWave A', 'BWave B', 'CWave C']);
    expect(links[0]).toHaveAccessibleName(/^Complete/);
    expect(links[0]).toHaveAttribute('href', '/p/waves/graph?item=A');
  });

  it('is a cell up to forty, and a bar of states beyond', async () => {
    const ids = (count: number) => Array.from({ length: count }, (_, index) => `W${index}`);
    const forty = renderPlan('overview', planOf({ items: waves(...ids(40)) }));
    expect(within(await strip()).getAllByRole('listitem')).toHaveLength(40);
    forty.unmount();
    renderPlan('overview', planOf({ items: waves(...ids(41)) }));
    expect(
      await screen.findByRole('img', { name: 'Every item in plan order: 41 ready' }),
    ).toBeVisible();
  });

  it('shows the top of a large tree and says so', async () => {
    const phases = waves('P', 'Q');
    const inside = Array.from({ length: 45 }, (_, index) => ({
      id: `W${index}`,
      kind: 'wave',
      title: `Wave ${index}`,
      parent: index < 20 ? 'P' : 'Q',
    }));
    renderPlan('overview', planOf({ items: [...phases, ...inside] }));
    expect(within(await strip()).getAllByRole('link')).toHaveLength(2);
    expect(screen.getByText('2 of 47 shown; the graph has them all.')).toBeVisible();
  });
});

describe('metrics against targets', () => {
  const metric = (id: string, values: readonly number[], target?: number) => ({
    id,
    title: `Latency ${id}`,
    unit: 'ms',
    better: 'lower',
    evidence: ['points'],
    series: { t: values.map((_, index) => 1_780_000_000_000 + index * 1000), v: [...values] },
    ...(target !== undefined && {
      target: { operator: 'less-than', value: target, aggregate: 'max' },
    }),
  });

  it('shows the worst first, with value, target and verdict', async () => {
    renderPlan(
      'overview',
      planOf(
        {
          items: waves('A'),
          metrics: [
            metric('calm', [10, 20], 200),
            metric('free', [5]),
            metric('wild', [90, 260], 200),
          ],
        },
        { points: 0 },
      ),
    );
    const tiles = within(await region('Metrics against targets')).getAllByRole('link');
    expect(tiles.map((tile) => tile.textContent.replace(/\s/g, ' '))).toEqual([
      'Latency wild max260 mstarget < 200 ms',
      'Latency calm max20 mstarget < 200 ms',
      'Latency free5 msno target',
    ]);
    expect(within(tiles[0] ?? document.body).getByRole('img', { name: 'Fails' })).toBeVisible();
    expect(tiles[0]).toHaveAttribute('href', '/p/waves/metrics?metric=wild');
  });

  it('counts the tiles that it leaves out', async () => {
    const metrics = Array.from({ length: 10 }, (_, index) => metric(`m${index}`, [1]));
    renderPlan('overview', planOf({ items: waves('A'), metrics }));
    const tiles = await region('Metrics against targets');
    expect(within(tiles).getAllByRole('link')).toHaveLength(8);
    expect(within(tiles).getByText('2 more metrics')).toBeVisible();
  });
});

describe('what changed', () => {
  const metric = (target: number) => ({
    id: 'lag',
    title: 'Lag',
    unit: 'ms',
    better: 'lower',
    evidence: ['r'],
    series: { t: [1_780_000_000_000], v: [5] },
    target: { operator: 'less-than', value: target, aggregate: 'max' },
  });
  const at = (records: { readonly r: number; readonly s: number }, target: number) =>
    planOf(
      {
        items: waves('A', 'B'),
        gates: [proven('A', 'r'), proven('B', 's')],
        metrics: [metric(target)],
      },
      records,
    );

  it('names passes that were taken back, gates that flipped, demands that became easier', async () => {
    renderPlan('overview', laterThan(at({ r: 0, s: 2 }, 100), at({ r: 1, s: 0 }, 120)));
    const changes = await region('Since First');
    expect(changes).toHaveTextContent('G-A passed and does not any longer');
    expect(changes).toHaveTextContent('G-B now: passes');
    expect(changes).toHaveTextContent('Easier to meet: Lag 100 → 120');
    expect(changes).toHaveTextContent('evidence/r.json has other bytes under the same name');
    expect(within(changes).getByRole('link', { name: 'Lag' })).toHaveAttribute(
      'href',
      '/p/waves/metrics?metric=lag',
    );
  });

  it('says that nothing changed, or that nothing came before', async () => {
    const { unmount } = renderPlan(
      'overview',
      laterThan(at({ r: 0, s: 0 }, 1), at({ r: 0, s: 0 }, 1)),
    );
    expect(await region('Since First')).toHaveTextContent('Nothing changed.');
    unmount();
    renderPlan('overview', at({ r: 0, s: 0 }, 1));
    expect(await screen.findByText(/^This is the first revision/)).toBeVisible();
  });

  it('says when the revision before cannot be read, and the answer stands', async () => {
    const broken: Plan = { document: { revision: { id: 'r1' } }, files: {} };
    renderPlan('overview', laterThan(broken, at({ r: 0, s: 0 }, 1)));
    expect(await screen.findByText(/could not be read/)).toBeVisible();
    expect(screen.getByRole('heading', { level: 1 })).toBeVisible();
  });
});
