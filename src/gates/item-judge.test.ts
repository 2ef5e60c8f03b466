import { describe, expect, it } from 'vitest';
import { buildProject } from '../model/build-project.ts';
import { itemId } from '../model/ids.ts';
import { Engine } from './evaluation.ts';
import { judgeItem } from './item-judge.ts';
import { judgeStart } from './item-start.ts';
import {
  AS_OF,
  declared,
  evidence,
  gate,
  item,
  itemResult,
  judgePlan,
  needs,
} from './testing/builders.ts';
import { everything } from './testing/everything.ts';

/** What others read of an item, by whom it is told. */
const toldByStart = ['deferred', 'halted', 'lawful', 'startInDoubt'] as const;
const toldByItem = ['done', 'proven', 'doneInDoubt'] as const;

/** A plan that looks at everything, judged; each of its items can be judged again. */
function judged() {
  const engine = new Engine(buildProject(everything), { asOf: AS_OF });
  engine.judgeAll();
  const { graph, context, state, traits } = engine;
  return {
    graph,
    state,
    start: (at: number) => judgeStart(context, state, traits, at),
    whole: (at: number, isAssumed = false) => judgeItem(context, state, traits, at, isAssumed),
  };
}

describe('judging an item again', () => {
  it('tells nobody where nothing is otherwise', () => {
    const { graph, start, whole } = judged();
    for (const [at, { id }] of graph.items.entries()) {
      expect([start(at), whole(at)], id).toEqual([false, false]);
    }
  });

  it('tells the others what they read of it', () => {
    const { graph, state, start, whole } = judged();
    for (const [at, { id }] of graph.items.entries()) {
      for (const [names, judge] of [
        [toldByStart, start],
        [toldByItem, whole],
      ] as const) {
        for (const name of names) {
          const list = state[name];
          const before = list[at] ?? 0;
          list[at] = 1 - before;
          expect(judge(at), `${name} of ${id}`).toBe(true);
          expect(list[at], `${name} of ${id}`).toBe(before);
          expect(judge(at), `${name} of ${id}`).toBe(false);
        }
      }
      const result = state.items[at];
      state.items[at] = undefined;
      expect(whole(at), id).toBe(true);
      expect(state.items[at], id).toEqual(result);
    }
  });

  it('is nothing where there is no such item', () => {
    const { graph, start, whole } = judged();
    expect([start(graph.items.length), whole(graph.items.length)]).toEqual([false, false]);
    expect([start(-1), whole(-1)]).toEqual([false, false]);
  });
});

describe('an item that is taken for complete', () => {
  it('is done and proven, whatever its gates say, and in no doubt', () => {
    const { graph, state, whole } = judged();
    const at = graph.itemAt.get(itemId('waived')) ?? -1;
    expect(whole(at, true)).toBe(true);
    expect(state.items[at]).toMatchObject({ state: 'complete', reason: { code: 'assumed' } });
    expect([state.done[at], state.proven[at], state.doneInDoubt[at]]).toEqual([1, 1, 0]);
    expect(whole(at)).toBe(true);
  });
});

describe('own failure', () => {
  const failing = (own: ReturnType<typeof item>) =>
    itemResult(
      judgePlan({
        items: [own],
        gates: [gate('G', { a: 'start' }, [needs('open', 'gone')])],
        evidence: [evidence('link')],
      }),
      'a',
    ).ownFailure;

  it('is what somebody declared to have gone wrong, and not what is only held', () => {
    expect(failing(declared('a', 'failed'))).toBe(true);
    expect(failing(declared('a', 'stopped'))).toBe(true);
    expect(failing(declared('a', 'blocked'))).toBe(false);
    expect(failing(declared('a', 'in-progress'))).toBe(false);
    expect(failing(item('a'))).toBe(false);
  });

  it('is nothing that is asked of what is out of scope', () => {
    const out = itemResult(
      judgePlan({ items: [declared('a', 'failed', [], { deferred: { reason: 'later' } })] }),
      'a',
    );
    expect(out).toMatchObject({ state: 'deferred', ownFailure: false });
  });
});
