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
    expect(within(await panel('Latency none')).getByText('There are no points')).toBeVisible();
    first.unmount();
    renderPlan('metrics?metric=gaps', plan);
    const gaps = await panel('Latency gaps');
    expect(fact(gaps, 'Value')).toBe('no value');
    expect(within(gaps).getByRole('figure', { name: /no value to no value/ })).toBeVisible();
  });

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
