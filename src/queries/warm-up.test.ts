import { describe, expect, it } from 'vitest';
import { beginPlan } from '../bundle/parse-plan.ts';
import { madeUpPlan, warmUp } from './warm-up.ts';

describe('warmUp', () => {
  it('reads a plan without any fault, so that it goes the way of a real one', () => {
    const { outline, finish } = beginPlan(madeUpPlan(), 'bundle.json');
    expect(outline?.items.length).toBeGreaterThan(100);
    expect(outline?.dependencies.length).toBeGreaterThan(200);
    expect(finish().problems).toEqual([]);
  });

  it('comes to an end, and never does more than one plan at once', () => {
    const waiting: (() => void)[] = [];
    warmUp((task) => waiting.push(task));
    let rounds = 0;
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      expect(waiting).toEqual([]);
      task();
      rounds += 1;
    }
    expect(rounds).toBeGreaterThan(10);
    expect(rounds).toBeLessThan(100);
  });
});
