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

const engine = new Engine(buildProject(everything), { asOf: AS_OF });
engine.judgeAll();
const { graph, context, state, traits } = engine;

/** What others read of an item, by whom it is told. */
const toldByStart = ['deferred', 'halted', 'lawful', 'startInDoubt'] as const;
const toldByItem = ['done', 'proven', 'doneInDoubt'] as const;
const start = (at: number) => judgeStart(context, state, traits, at);
const whole = (at: number) => judgeItem(context, state, traits, at, false);

describe('judging an item again', () => {
  const items = graph.items.map(({ id }, at) => [id, at] as const);

  it.each(items)('tells nobody where nothing is otherwise: %s', (_id, at) => {
    expect([start(at), whole(at)]).toEqual([false, false]);
  });

  it.each(items)('tells the others what they read of it: %s', (_id, at) => {
    for (const [names, judge] of [
      [toldByStart, start],
      [toldByItem, whole],
    ] as const) {
      for (const name of names) {
        const list = state[name];
        const before = list[at] ?? 0;
        list[at] = 1 - before;
        expect(judge(at), name).toBe(true);
        expect(list[at], name).toBe(before);
        expect(judge(at), name).toBe(false);
      }
    }
    const result = state.items[at];
    state.items[at] = undefined;
    expect(whole(at)).toBe(true);
    expect(state.items[at]).toEqual(result);
  });

  it('is nothing where there is no such item', () => {
    expect([start(graph.items.length), whole(graph.items.length)]).toEqual([false, false]);
    expect([start(-1), whole(-1)]).toEqual([false, false]);
  });
});

describe('an item that is taken for complete', () => {
  it('is done and proven, whatever its gates say, and in no doubt', () => {
    const at = graph.itemAt.get(itemId('waived')) ?? -1;
    expect(judgeItem(context, state, traits, at, true)).toBe(true);
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
