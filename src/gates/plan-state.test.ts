import { describe, expect, it } from 'vitest';
import { buildProject } from '../model/build-project.ts';
import { Engine } from './evaluation.ts';
import { PlanState } from './plan-state.ts';
import { AS_OF } from './testing/builders.ts';
import { everything } from './testing/everything.ts';

function judged() {
  const engine = new Engine(buildProject(everything), { asOf: AS_OF });
  engine.judgeAll();
  return engine;
}

const lists = (of: PlanState) => ({
  gates: of.gates,
  axes: of.axes,
  stops: of.stops,
  invariants: of.invariants,
  items: of.items,
  itemFindings: of.itemFindings,
  stopStatus: of.stopStatus,
});
const marks = (of: PlanState) => ({
  lawful: of.lawful,
  halted: of.halted,
  deferred: of.deferred,
  done: of.done,
  proven: of.proven,
  startInDoubt: of.startInDoubt,
  doneInDoubt: of.doneInDoubt,
});

describe('what is known of a plan', () => {
  it('is nothing to begin with, and has room for all of it', () => {
    const empty = new PlanState(judged().graph);
    const items = everything.items.length;
    const sizes = {
      gates: everything.gates?.length,
      axes: everything.gates?.length,
      stops: everything.stopConditions?.length,
      invariants: everything.invariants?.length,
      items,
      itemFindings: items,
      stopStatus: items,
    };
    for (const [name, list] of Object.entries(lists(empty))) {
      const size = sizes[name as keyof typeof sizes] ?? -1;
      expect(list, name).toStrictEqual(Array.from({ length: size }, () => undefined));
    }
    for (const [name, list] of Object.entries(marks(empty))) {
      expect(list, name).toStrictEqual(new Uint8Array(items));
    }
  });

  it('is copied for a question, and the copy changes alone', () => {
    const { graph, state } = judged();
    const copy = new PlanState(graph, state);
    expect(lists(copy)).toStrictEqual(lists(state));
    expect(marks(copy)).toStrictEqual(marks(state));
    const before = structuredClone([lists(state), marks(state)]);
    for (const list of Object.values(lists(copy))) list.fill(undefined);
    for (const list of Object.values(marks(copy))) list.fill(7);
    expect([lists(state), marks(state)]).toEqual(before);
  });
});
