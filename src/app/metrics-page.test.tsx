import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../mocks/faults/healthy-bundle.ts';
import { gate, planOf, settled, waves } from './testing/plans.ts';
import { renderPlan } from './testing/render-app.tsx';

const start = Date.parse('2026-05-20T00:00:00Z');

function metric(
  id: string,
  values: readonly (number | null)[],
  more: JsonObject = {},
  target = 200,
): JsonObject {
  return {
    id,
    title: `Latency ${id}`,
    unit: 'ms',
    better: 'lower',
    evidence: ['points'],
    series: { t: values.map((_, index) => start + index * 3_600_000), v: [...values] },
    target: { operator: 'less-than', value: target, aggregate: 'max' },
    ...more,
  };
}

const judged = {
  id: 'fast',
  kind: 'metric',
  title: 'Reads are fast',
  metric: 'reads',
  aggregate: 'max',
  operator: 'less-than',
  target: 200,
  unit: 'ms',
};
const plan = planOf(
  {
    items: waves('A'),
    gates: [gate('G', 'A complete', [settled('points'), judged])],
    metrics: [
      metric('reads', [90, null, 260, 80], { group: 'Speed', note: 'Measured at night.' }),
      metric('writes', [20], { group: 'Speed' }),
      metric('none', []),
      metric('gaps', [null, null]),
      { id: 'free', title: 'Size', unit: 'bytes', better: 'lower', series: { t: [start], v: [5] } },
    ],
  },
  { points: 0 },
);

const tiles = () =>
  screen
    .getAllByRole('link', { name: /^(Latency|Size)/ })
    .map((tile) => tile.textContent.replace(/\s/g, ' '));

describe('the metrics', () => {
  it.each([
    [planOf({ items: waves('A') }), 'This plan measures nothing'],
    [
      planOf({ metrics: [metric('m', [1], { target: undefined as never })] }),
      'No metric has a target yet.',
    ],
    [
      planOf({ metrics: [metric('m', [1])] }, { points: 0 }),
      'Yes. The only metric with a target meets it.',
    ],
    [plan, 'No. 3 of 4 targets are not shown to hold.'],
  ])('are answered for (%#)', async (given, sentence) => {
    renderPlan('metrics', given);
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(sentence);
  });

  it('stand in groups, what is beyond its target first', async () => {
    renderPlan('metrics', plan);
    const group = await screen.findByRole('heading', { level: 2, name: 'Speed' });
    expect(group).toBeVisible();
    expect(screen.getByRole('heading', { level: 2, name: 'Other metrics' })).toBeVisible();
    await screen.findAllByText(/samples within since/);
    expect(tiles()).toEqual([
      'Latency readsFails260 msmaxtarget < 200 ms30% beyond3 samplestoo few for a trendsamples within since 20 May 20261 gap',
      'Latency writesPasses20 msmaxtarget < 200 ms90% to spare1 sampletoo few for a trendsamples within since 20 May 2026',
      expect.stringMatching(/^Latency noneEvidence missingno value/),
      expect.stringMatching(/^Latency gapsEvidence missingno value/),
      expect.stringMatching(/^SizeNo target5 /),
    ]);
  });

  it('are filtered in the link, and come back', async () => {
    const { user, url } = renderPlan('metrics', plan);
    await user.type(await screen.findByRole('searchbox', { name: 'Find a metric' }), 'speed');
    await waitFor(() => expect(url()).toBe('/p/waves/metrics?q=speed'));
    expect(tiles()).toHaveLength(2);
    const verdicts = screen.getByRole('group', { name: 'Show metrics that' });
    await user.click(within(verdicts).getByRole('button', { name: 'No target 1' }));
    await waitFor(() => expect(url()).toBe('/p/waves/metrics?q=speed&verdict=no-target'));
    await user.click(await screen.findByRole('button', { name: 'Show all metrics' }));
    await waitFor(() => expect(url()).toBe('/p/waves/metrics'));
    expect(tiles()).toHaveLength(5);
  });
});

describe('one metric', () => {
  const panel = (name: string) => screen.findByRole('region', { name });
  const fact = (of: HTMLElement, name: string): string => {
    const term = within(of).getByText(name, { selector: 'dt' });
    return term.nextElementSibling?.textContent.replace(/\s/g, ' ') ?? '';
  };

  it('says how it stands against its target, and where that is judged', async () => {
    renderPlan('metrics?metric=reads', plan);
    const reads = await panel('Latency reads');
    expect(fact(reads, 'Verdict')).toBe('Fails');
    expect(fact(reads, 'Value')).toBe('260 ms');
    expect(fact(reads, 'Judged by')).toBe('max of all samples so far, 3 samplesat least 1 needed');
    expect(fact(reads, 'Target')).toBe('< 200 ms');
    await within(reads).findByText('First beyond the target');
    expect(fact(reads, 'First beyond the target')).toMatch(/20 May 2026.*02:00.*: 260 ms$/);
    expect(fact(reads, 'Distance')).toBe('30% beyond');
    expect(fact(reads, 'Note')).toBe('Measured at night.');
    expect(within(reads).getByRole('link', { name: /Reads are fast/ })).toHaveAttribute(
      'href',
      '/p/waves/gates?gate=G&condition=fast',
    );
    expect(within(reads).getByRole('link', { name: 'points' })).toHaveAttribute(
      'href',
      '/p/waves/evidence?id=points',
    );
    expect(
      await within(reads).findByRole('figure', {
        name: /^Latency reads: 4 points from 80.ms to 260.ms, .* 1 beyond the target\. The table has every value\.$/,
      }),
    ).toBeVisible();
  });

  it('has a table with every value, gaps too', async () => {
    const { user } = renderPlan('metrics?metric=reads', plan);
    const reads = await panel('Latency reads');
    await user.click(within(reads).getByRole('button', { name: 'Table' }));
    const rows = within(await screen.findByRole('grid', { name: 'Latency reads' })).getAllByRole(
      'row',
    );
    expect(rows.map((row) => row.textContent.replace(/\s/g, ' '))).toEqual([
      expect.stringContaining('Time'),
      expect.stringMatching(/90 mswithinfile$/),
      expect.stringMatching(/no valuefile$/),
      expect.stringMatching(/260 msbeyond the targetfile$/),
      expect.stringMatching(/80 mswithinfile$/),
    ]);
  });

  it('says so when there are no points, or nothing but gaps', async () => {
    const first = renderPlan('metrics?metric=none', plan);
    const none = await panel('Latency none');
    expect(within(none).getByText('There are no points')).toBeVisible();
    expect(within(none).getByText(/the plan states no points and names no file/)).toBeVisible();
    // Nothing can be said to have stayed within its target.
    expect(within(none).queryByText('First beyond the target')).toBeNull();
    first.unmount();
    renderPlan('metrics?metric=gaps', plan);
    const gaps = await panel('Latency gaps');
    expect(fact(gaps, 'Value')).toBe('no value');
    expect(within(gaps).getByRole('figure', { name: /no value to no value/ })).toBeVisible();
  });

  it.each([
    [undefined, /^The file m.csv should hold them, and is not in the bundle/],
    ['at,ms\n', /^Nothing was measured: the file m.csv was read and holds none/],
    ['when,ms\n2026-05-20T00:00:00Z,4\n', /^The file m.csv is there, and cannot be used/],
  ])(
    'says whether the file of the points is missing, empty or of no use (%j)',
    async (text, says) => {
      const { series: _, ...bare } = metric('filed', []);
      const seriesFile = { path: 'm.csv', timeColumn: 'at', valueColumn: 'ms' };
      const filed = planOf(
        { items: waves('A'), metrics: [{ ...bare, seriesFile }] },
        { points: 0 },
      );
      const files = text === undefined ? filed.files : { ...filed.files, 'm.csv': text };
      renderPlan('metrics?metric=filed', { ...filed, files });
      expect(await within(await panel('Latency filed')).findByText(says)).toBeVisible();
    },
  );

  it('may be one of another plan', async () => {
    renderPlan('metrics?metric=else', plan);
    expect(await screen.findByText('The plan has no metric else')).toBeVisible();
  });

  it('closes and leaves the filter', async () => {
    const { user, url } = renderPlan('metrics?metric=writes&q=writes', plan);
    await user.click(within(await panel('Latency writes')).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(url()).toBe('/p/waves/metrics?q=writes'));
  });
});

describe('the chart of a metric', () => {
  const at = (hour: number): string => new Date(start + hour * 3_600_000).toISOString();
  const cursor = () => screen.findByRole('slider', { name: 'Cursor over the points' });

  it('is read by keyboard, gaps left out', async () => {
    const { user } = renderPlan('metrics?metric=reads', plan);
    const slider = await cursor();
    slider.focus();
    await user.keyboard('{Home}');
    expect(slider).toHaveAttribute('aria-valuetext', expect.stringMatching(/00:00 UTC: 90.ms$/));
    await user.keyboard('{ArrowRight}');
    expect(slider).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/02:00 UTC: 260.ms, beyond the target$/),
    );
    await user.keyboard('{End}');
    expect(slider).toHaveAttribute('aria-valuenow', '2');
  });

  it('opens a stretch that the keyboard chose, in the link, and all of it again', async () => {
    const { user, url } = renderPlan('metrics?metric=reads', plan);
    (await cursor()).focus();
    await user.keyboard('{Home}{Shift>}{ArrowRight}{/Shift}{Enter}');
    await waitFor(() =>
      expect(url()).toBe(
        `/p/waves/metrics?metric=reads&from=${at(0).replace('.000', '')}&to=${at(2).replace('.000', '')}`,
      ),
    );
    expect(await screen.findByRole('figure', { name: /^Latency reads: 3 points/ })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show all of the time' }));
    await waitFor(() => expect(url()).toBe('/p/waves/metrics?metric=reads'));
  });

  it('zooms about the cursor, and never out of the points', async () => {
    const { user, url } = renderPlan('metrics?metric=reads', plan);
    (await cursor()).focus();
    await user.keyboard('{Home}+');
    await waitFor(() =>
      expect(url()).toBe(
        `/p/waves/metrics?metric=reads&from=${at(0).replace('.000', '')}&to=${at(1.5).replace('.000', '')}`,
      ),
    );
    await user.keyboard('-');
    await waitFor(() => expect(url()).toBe('/p/waves/metrics?metric=reads'));
  });

  it('keeps view, scale and layers in the link', async () => {
    const { user, url } = renderPlan('metrics?metric=reads', plan);
    await user.click(await screen.findByRole('button', { name: 'Steps' }));
    await user.click(screen.getByRole('button', { name: 'Log scale' }));
    await waitFor(() => expect(url()).toBe('/p/waves/metrics?metric=reads&view=step&scale=log'));
    await user.click(screen.getByRole('button', { name: 'In the chart' }));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Target line' }));
    await waitFor(() =>
      expect(url()).toBe('/p/waves/metrics?metric=reads&view=step&scale=log&hide=target'),
    );
  });

  it('compares with another metric, in figures and by a test that is named', async () => {
    renderPlan('metrics?metric=reads&with=writes', plan);
    const comparison = await screen.findByRole('region', {
      name: 'Latency writes against Latency reads',
    });
    await within(comparison).findByText(/Mann–Whitney U test, two-sided, every arrangement/);
    expect(comparison).toHaveTextContent(/n = 3 and 1/);
    expect(within(comparison).getByRole('row', { name: /^Highest/ })).toHaveTextContent(
      /260.ms20.ms-240.ms-92\.3%/,
    );
    expect(await screen.findByRole('checkbox', { name: 'Show Latency writes' })).toBeChecked();
  });

  it('switches a series off in the link', async () => {
    const { user, url } = renderPlan('metrics?metric=reads&with=writes', plan);
    await user.click(await screen.findByRole('checkbox', { name: 'Show Latency writes' }));
    await waitFor(() =>
      expect(url()).toBe('/p/waves/metrics?metric=reads&with=writes&hide=writes'),
    );
  });

  it('has the distribution as a picture and as a table', async () => {
    const first = renderPlan('metrics?metric=reads&view=histogram', plan);
    const histogram = await screen.findByRole('table', { name: /3 samples in/ });
    expect(within(histogram).getAllByRole('row').length).toBeGreaterThan(1);
    first.unmount();
    renderPlan('metrics?metric=reads&view=percentiles', plan);
    const table = await screen.findByRole('table', { name: /^Percentiles: half at most 90/ });
    expect(within(table).getByRole('row', { name: /^95%/ })).toHaveTextContent(/260.ms/);
  });
});

describe('targets and budgets', () => {
  const money = planOf(
    {
      items: waves('A'),
      metrics: [
        metric('spend', [40, 60], {
          title: 'Spending',
          unit: 'EUR',
          target: undefined as never,
          series: { t: [start, start + 86_400_000], v: [40, 60] },
        }),
        metric('lost', [], { title: 'Lost', evidence: ['gone'] }),
      ],
      budgets: [
        {
          id: 'b',
          title: 'Budget of phase 1',
          currency: 'EUR',
          dailyCap: 50,
          monthlyCap: 1000,
          alertAt: 0.8,
          spend: 'spend',
          tokenCeilings: [{ provider: 'local', maxTokens: 5000 }],
          statedIn: [{ source: { path: 'a.yaml' }, dailyCap: 45, monthlyCap: 1000 }],
        },
      ],
    },
    { points: 0 },
  );

  it('lists targets with their proof, and says which nobody delivers', async () => {
    renderPlan('metrics?part=targets', money);
    const table = await screen.findByRole('table', { name: 'Stated by the metric itself' });
    expect(within(table).getByRole('row', { name: /^Lost/ })).toHaveTextContent(
      /< 200.ms–Evidence missing.*nobody delivers this file/,
    );
  });

  it('shows what was spent, what broke a cap, and where a cap is stated otherwise', async () => {
    const { user } = renderPlan('metrics?part=budgets', money);
    const budget = await screen.findByRole('region', { name: 'Budget of phase 1' });
    expect(budget).toHaveTextContent(/1 day of 2 over the daily cap: 2026-05-21/);
    expect(within(budget).getByRole('meter')).toHaveAttribute(
      'aria-valuetext',
      '€100 of €1,000 spent, €900 left',
    );
    expect(budget).toHaveTextContent(/Thirty days at the daily cap are €1,500/);
    const stated = within(budget).getByRole('table', { name: 'Where the caps are stated' });
    expect(within(stated).getByRole('row', { name: /^a.yaml/ })).toHaveTextContent(
      /€45 differs€1,000 agrees/,
    );
    expect(within(budget).getByRole('table', { name: 'Token ceilings' })).toHaveTextContent(
      /local5,000any/,
    );
    await user.click(within(budget).getByRole('button', { name: 'Table' }));
    const days = await screen.findByRole('grid', { name: 'Spending a day 2026-05' });
    expect(within(days).getByRole('row', { name: /^2026-05-21/ })).toHaveTextContent(
      /€60, over the cap€900/,
    );
  });

  it('says that there is no budget', async () => {
    renderPlan('metrics?part=budgets', plan);
    expect(await screen.findByText('This plan has no budget')).toBeVisible();
  });
});
