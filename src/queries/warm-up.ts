import { beginPlan } from '../bundle/parse-plan.ts';
import { Beginning } from '../bundle/skim-plan.ts';
import { buildStructure } from '../derive/structure.ts';
import { packStructure } from './packed-structure.ts';

/** So many plans, each small enough to be read between two questions. */
const ROUNDS = 40;
const ITEMS = 120;

/**
 * Reads small made-up plans while there is nothing to do, mostly the time in which the first real one is
 * on its way: a browser makes code fast that has run for a while, and what leads to the first picture of
 * a large plan would otherwise be over before that.
 *
 * @param later does something in a task of its own, after whatever waits already
 */
export function warmUp(later: (task: () => void) => void): void {
  const bytes = madeUpPlan();
  const round = (left: number): void => {
    new Beginning().in(bytes);
    const { outline } = beginPlan(bytes, 'warm-up');
    if (outline !== undefined) packStructure(buildStructure(outline));
    if (left > 1) later(() => round(left - 1));
  };
  later(() => round(ROUNDS));
}

/** `bundle.json` of a plan that nobody has. */
export function madeUpPlan(): Uint8Array {
  const items = Array.from({ length: ITEMS }, (_, at) => ({
    id: `W-${at}`,
    kind: at % 12 === 0 ? 'phase' : 'wave',
    title: `Wave ${at} of the plan`,
    ...(at % 12 === 0 ? { order: at } : { parent: `W-${at - (at % 12)}` }),
  }));
  const dependencies = Array.from({ length: 2 * ITEMS - 4 }, (_, at) => ({
    item: `W-${Math.min(ITEMS - 1, (at >> 1) + 1)}`,
    on: `W-${at >> 2}`,
    origin: 'explicit',
  }));
  const plan = {
    wavegate: '1.0.0',
    project: { id: 'warm-up', title: 'Warm-up' },
    revision: { id: '1', createdAt: '2026-01-01T00:00:00Z' },
    items,
    dependencies,
  };
  return new TextEncoder().encode(JSON.stringify(plan, undefined, 2));
}
