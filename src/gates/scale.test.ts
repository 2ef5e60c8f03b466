import { describe, expect, it } from 'vitest';
import type { Condition } from '../model/condition.ts';
import { conditionId, evidenceId, gateId, itemId } from '../model/ids.ts';
import { condition, declared, evidence, gate, item, judgePlan } from './testing/builders.ts';

/** Less in runs that try only a few plans a law, as mutation tests do. */
const LENGTH = Math.min(100_000, 100 * Number(process.env['LAW_RUNS'] ?? 1000));
const id = (at: number) => `i${at}`;
const each = <T>(make: (at: number) => T): T[] =>
  Array.from({ length: LENGTH }, (_, at) => make(at));

describe('a plan of a hundred thousand items', () => {
  it('may be one chain of dependencies', () => {
    const verdicts = judgePlan({
      items: each((at) => declared(id(at), 'complete', ['e'])),
      dependencies: each((at) => ({ item: itemId(id(at + 1)), on: itemId(id(at)) })).slice(0, -1),
      evidence: [evidence('e')],
    });
    expect([...verdicts.items.values()].every(({ state }) => state === 'complete')).toBe(true);
  }, 60_000);

  it('may be one cycle', () => {
    const verdicts = judgePlan({
      items: each((at) => item(id(at))),
      dependencies: each((at) => ({
        item: itemId(id((at + 1) % LENGTH)),
        on: itemId(id(at)),
      })),
    });
    expect([...verdicts.items.values()].every(({ state }) => state === 'blocked')).toBe(true);
    expect(verdicts.findings[0]?.items).toHaveLength(LENGTH);
  }, 60_000);

  it('may be one nest', () => {
    const verdicts = judgePlan({
      items: each((at) =>
        at === LENGTH - 1
          ? declared(id(at), 'complete', ['e'], { parent: itemId(id(at - 1)) })
          : item(id(at), at === 0 ? {} : { parent: itemId(id(at - 1)) }),
      ),
      gates: [gate('G', { [id(0)]: 'advance' }, [])],
      evidence: [evidence('e')],
    });
    expect(verdicts.items.get(itemId(id(0)))?.state).toBe('complete');
  }, 60_000);

  it('may be one fan under one parent', () => {
    const verdicts = judgePlan({
      items: each((at) => item(id(at), at === 0 ? {} : { parent: itemId(id(0)) })),
    });
    expect(verdicts.items.get(itemId(id(5)))?.state).toBe('ready');
  }, 60_000);
});

describe('a hundred thousand gates', () => {
  const chain = (at: number, of: number): Condition =>
    condition({ kind: 'gate', id: conditionId('c'), gate: gateId(`g${at % of}`) });

  it('may ask for each other in a row', () => {
    const verdicts = judgePlan({
      gates: each((at) =>
        at === LENGTH - 1
          ? gate(`g${at}`, {}, [
              condition({ kind: 'evidence', evidence: { ids: [evidenceId('e')] } }),
            ])
          : gate(`g${at}`, {}, [chain(at + 1, LENGTH)]),
      ),
      evidence: [evidence('e')],
    });
    expect(verdicts.gates.get(gateId('g0'))?.verdict).toBe('passed');
  }, 60_000);

  it('may ask for each other in a ring', () => {
    const verdicts = judgePlan({
      gates: each((at) => gate(`g${at}`, {}, [chain(at + 1, LENGTH)])),
    });
    expect(verdicts.gates.get(gateId('g0'))?.verdict).toBe('unknown');
  }, 60_000);
});
