import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { layoutGraph } from '../../derive/layout/layout.ts';
import type { PlanSnapshot } from '../../derive/types.ts';
import type { LayoutEngine } from '../../queries/layout.ts';
import { fakeSession, renderGraph } from './testing/render-graph.tsx';
import { sampleSnapshot } from './testing/sample-plan.ts';

/** Counts the layouts that are asked for. */
function counting(): { readonly engine: LayoutEngine; readonly count: () => number } {
  let asked = 0;
  return {
    count: () => asked,
    engine: {
      layout: async (input) => {
        asked += 1;
        return layoutGraph(input);
      },
    },
  };
}

describe('the layout of the graph', () => {
  it('is not made again when states arrive, nor when a filter or a choice changes', async () => {
    let judge: (snapshot: PlanSnapshot) => void = () => undefined;
    const judged = new Promise<PlanSnapshot>((resolve) => {
      judge = resolve;
    });
    const session = fakeSession({
      snapshot: async () => ({ ok: true, value: await judged }),
    });
    const { engine, count } = counting();
    const user = userEvent.setup();
    const { search } = renderGraph({}, { session, layout: engine });
    const node = await screen.findByRole(
      'button',
      { name: /^W3 Tools and lifecycle, not judged yet/ },
      { timeout: 10_000 },
    );
    const before = count();
    expect(before).toBeGreaterThan(0);
    judge(sampleSnapshot);
    expect(
      await screen.findByRole(
        'button',
        { name: /^W3 Tools and lifecycle, failed/ },
        { timeout: 10_000 },
      ),
    ).toBeVisible();
    node.focus();
    await user.keyboard('{Enter}');
    expect(search().item).toBe('W3');
    await user.type(screen.getByRole('searchbox'), 'W3');
    await waitFor(() => expect(search().q).toBe('W3'));
    expect(count()).toBe(before);
  });

  it('says how far it is, and is given up by whoever takes the table instead', async () => {
    const signals: AbortSignal[] = [];
    const engine: LayoutEngine = {
      layout: (_, signal, watch) => {
        signals.push(signal);
        watch?.onProgress(0.4);
        return new Promise(() => undefined);
      },
    };
    const user = userEvent.setup();
    const { search } = renderGraph({}, { layout: engine });
    const bar = await screen.findByRole('progressbar', { name: 'Arranging the graph' });
    await waitFor(() => expect(bar).toHaveAttribute('aria-valuenow', '40'));
    await user.click(screen.getByRole('button', { name: 'Show the table instead' }));
    expect(search().show).toBe('table');
    await waitFor(() => expect(signals.every(({ aborted }) => aborted)).toBe(true));
  });
});
