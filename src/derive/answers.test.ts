import { describe, expect, it } from 'vitest';
import type { Evidence } from '../model/evidence.ts';
import { evidenceId, gateId, itemId, roleId } from '../model/ids.ts';
import { answers } from './answers.ts';
import { criticalPath } from './critical-path.ts';
import { condition, conditionCause, type ItemSpec, planOf } from './testing/plan.ts';

function headlineOf(items: Readonly<Record<string, ItemSpec>>): string {
  return answers(planOf({ items })).headline;
}

describe('the headline', () => {
  it('says that a plan without items is empty', () => {
    const own = answers(planOf({ items: {} }));
    expect(own).toMatchObject({
      headline: 'empty',
      inScope: 0,
      complete: 0,
      held: 0,
      causes: [],
      causeCount: 0,
      unblocking: { causes: [], count: 0, exact: true, atLeast: 0 },
      criticalPath: [],
      critical: { basis: 'length', total: 0 },
      confidence: { passes: 0, verified: 0, fresh: 0, independent: 0 },
      progress: [],
    });
  });

  it('says that all is complete, whatever is deferred', () => {
    expect(headlineOf({ A: { state: 'complete' }, B: { state: 'deferred' } })).toBe('all-complete');
    expect(headlineOf({ A: { state: 'deferred' } })).not.toBe('all-complete');
  });

  it('says that nothing has begun while something can', () => {
    expect(headlineOf({ A: { state: 'ready' }, B: { state: 'blocked', waitsFor: 'A' } })).toBe(
      'not-begun',
    );
    expect(headlineOf({ A: { state: 'blocked' } })).toBe('held');
  });

  it('lists what may start, and an item made of others only by its parts', () => {
    const plan = planOf({
      items: {
        P: { state: 'ready' },
        A: { state: 'ready', parent: 'P' },
        B: { state: 'blocked', parent: 'P', waitsFor: 'A' },
      },
    });
    expect(answers(plan).ready).toEqual(['A']);
    expect(headlineOf({ P: { state: 'ready' }, A: { state: 'blocked', parent: 'P' } })).toBe(
      'held',
    );
  });

  it('says that the plan may advance when all that is left is work', () => {
    expect(headlineOf({ A: { state: 'complete' }, B: { state: 'ready' } })).toBe('may-advance');
    expect(
      headlineOf({ A: { state: 'in-progress' }, B: { state: 'blocked', waitsFor: 'A' } }),
    ).toBe('may-advance');
  });

  it('says that causes hold it back when anything is at fault', () => {
    expect(headlineOf({ A: { state: 'failed' }, B: { state: 'ready' } })).toBe('held');
  });

  it('has begun with anything that is complete, under way or failed', () => {
    const ready: ItemSpec = { state: 'ready' };
    expect(headlineOf({ A: ready })).toBe('not-begun');
    expect(headlineOf({ A: ready, B: { state: 'complete' } })).toBe('may-advance');
    expect(headlineOf({ A: ready, B: { state: 'in-progress' } })).toBe('may-advance');
    expect(headlineOf({ A: ready, B: { state: 'failed' } })).toBe('held');
    expect(headlineOf({ A: { state: 'deferred' } })).toBe('held');
    expect(headlineOf({ A: { state: 'complete' }, B: { state: 'in-progress' } })).toBe(
      'may-advance',
    );
  });

  it('puts a contradiction above what holds, and a stop above everything', () => {
    const failed: ItemSpec = { state: 'failed' };
    expect(headlineOf({ A: failed, B: { state: 'contradicted' } })).toBe('contradicted');
    expect(headlineOf({ A: { state: 'stopped' }, B: { state: 'contradicted' } })).toBe('halted');
  });

  it('counts a recorded pass that does not hold as a contradiction', () => {
    const gates = (verdict: 'passed' | 'failed') => ({
      G: {
        conditions: [condition('c', 'failed')],
        result: { contradicts: true, declared: { verdict } },
      },
    });
    const items = { A: { state: 'ready' } as const };
    expect(answers(planOf({ items, gates: gates('passed') })).headline).toBe('contradicted');
    expect(answers(planOf({ items, gates: gates('failed') })).headline).toBe('not-begun');
  });
});

describe('the numbers', () => {
  const items: Readonly<Record<string, ItemSpec>> = {
    A: { state: 'complete', item: { class: 'blocking' }, result: { readiness: 'proven' } },
    B: { state: 'complete', item: { class: 'blocking' }, result: { readiness: 'unproven' } },
    C: { state: 'blocked', waitsFor: 'D', item: { class: 'blocking' } },
    D: { state: 'in-progress', item: { class: 'later' } },
    E: { state: 'deferred', item: { class: 'later' } },
    F: { state: 'blocked', waitsFor: 'D', item: { class: 'aside' } },
    G: { state: 'contradicted', waitsFor: 'C', result: { held: true } },
  };
  const plan = () =>
    planOf({
      items,
      content: {
        classes: [
          { id: 'blocking', title: 'Blocking', countedAs: 'blocking waves proven' },
          { id: 'later', title: 'Later' },
          { id: 'aside', title: 'Aside', outOfProgress: true },
        ],
      },
    });

  it('count what is in scope and neither deferred nor left out of progress', () => {
    expect(answers(plan())).toMatchObject({
      inScope: 5,
      complete: 2,
      held: 2,
      contradicted: ['G'],
      stopped: [],
      ready: [],
      inProgress: ['D'],
    });
  });

  it('count only what is proven towards the group of a class', () => {
    expect(answers(plan()).progress).toEqual([{ label: 'blocking waves proven', done: 1, of: 3 }]);
  });
});

describe('the critical path', () => {
  const shape: Readonly<Record<string, ItemSpec>> = {
    A: { state: 'complete' },
    B: { state: 'in-progress', dependsOn: 'A' },
    C: { state: 'blocked', waitsFor: 'B' },
    D: { state: 'blocked', waitsFor: 'B' },
    E: { state: 'blocked', waitsFor: 'C' },
    F: { state: 'deferred' },
  };
  const estimates = (own: Readonly<Record<string, number>>, unit = 'd') =>
    Object.fromEntries(
      Object.entries(shape).map(([id, spec]) => [
        id,
        id in own ? { ...spec, item: { estimate: { value: own[id] ?? 0, unit } } } : spec,
      ]),
    );

  it('goes by length where nothing else is known', () => {
    expect(answers(planOf({ items: shape }))).toMatchObject({
      criticalPath: ['B', 'C', 'E'],
      critical: { basis: 'length', total: 3 },
    });
  });

  it('goes by estimates when every open item has one in one unit', () => {
    const items = estimates({ B: 1, C: 1, D: 9, E: 1 });
    expect(answers(planOf({ items }))).toMatchObject({
      criticalPath: ['B', 'D'],
      critical: { basis: 'estimate', unit: 'd', total: 10 },
    });
    expect(answers(planOf({ items: estimates({ B: 1, C: 1, D: 9 }) })).critical.basis).toBe(
      'length',
    );
    const mixed = { ...items, D: estimates({ D: 9 }, 'h')['D'] ?? { state: 'blocked' as const } };
    expect(answers(planOf({ items: mixed })).critical.basis).toBe('length');
  });

  it('goes by open blocking conditions when there are any', () => {
    const gates = {
      GD: {
        guards: ['D complete'],
        conditions: [
          condition('1', 'missing'),
          condition('2', 'missing'),
          condition('3', 'failed'),
          condition('4', 'waived'),
          condition('5', 'missing', { blocking: false }),
        ],
      },
      GB: { guards: ['B complete'], conditions: [condition('1', 'passed')] },
    };
    expect(answers(planOf({ items: shape, gates }))).toMatchObject({
      criticalPath: ['B', 'D'],
      critical: { basis: 'open-conditions', total: 3 },
    });
  });

  it('goes through what a phase holds, and does not count the phase itself', () => {
    const items: Readonly<Record<string, ItemSpec>> = {
      P: { state: 'in-progress', waitsFor: 'P1 P2', dependsOn: '' },
      P1: { state: 'in-progress', parent: 'P' },
      P2: { state: 'blocked', parent: 'P', waitsFor: 'P1' },
      Q: { state: 'blocked', waitsFor: 'P' },
    };
    expect(answers(planOf({ items }))).toMatchObject({
      criticalPath: ['P1', 'P2', 'Q'],
      critical: { total: 3 },
    });
  });
});

describe('the slack', () => {
  const slackOf = (items: Readonly<Record<string, ItemSpec>>) =>
    Object.fromEntries(criticalPath(planOf({ items })).slack);

  it('is what an item may be late without making the plan late', () => {
    const estimate = (value: number) => ({ item: { estimate: { value, unit: 'd' } } });
    expect(
      slackOf({
        A: { state: 'ready', ...estimate(3) },
        B: { state: 'ready', ...estimate(1) },
        C: { state: 'blocked', waitsFor: 'A B', ...estimate(2) },
        D: { state: 'blocked', waitsFor: 'B', ...estimate(0) },
        E: { state: 'complete' },
        F: { state: 'deferred' },
      }),
    ).toEqual({ A: 0, B: 2, C: 0, D: 4 });
  });

  it('is nobody’s in a cycle, whose members count as one piece of work', () => {
    const items: Readonly<Record<string, ItemSpec>> = {
      A: { state: 'blocked', waitsFor: 'B' },
      B: { state: 'blocked', waitsFor: 'A' },
      C: { state: 'ready' },
    };
    expect(slackOf(items)).toEqual({ A: 0, B: 0, C: 1 });
    expect(answers(planOf({ items }))).toMatchObject({
      criticalPath: ['A', 'B'],
      critical: { basis: 'length', total: 2 },
    });
  });

  it('goes by estimates only where none is negative, and nothing is an estimate as well', () => {
    const of = (...values: readonly number[]) => {
      const items = values.map((value, at): [string, ItemSpec] => [
        `I${at}`,
        { state: 'ready', item: { estimate: { value, unit: 'd' } } },
      ]);
      return answers(planOf({ items: Object.fromEntries(items) })).critical;
    };
    expect(of(0, 0)).toEqual({ basis: 'estimate', unit: 'd', total: 0 });
    expect(of(2, -1)).toEqual({ basis: 'length', total: 1 });
  });

  it('counts a whole as work once its open parts are none', () => {
    const part = (
      state: 'complete' | 'deferred' | 'ready',
    ): Readonly<Record<string, ItemSpec>> => ({
      P: { state: 'in-progress' },
      A: { state, parent: 'P' },
    });
    expect(answers(planOf({ items: part('complete') })).criticalPath).toEqual(['P']);
    expect(answers(planOf({ items: part('deferred') })).criticalPath).toEqual(['P']);
    expect(answers(planOf({ items: part('ready') })).criticalPath).toEqual(['A']);
  });
});

describe('confidence', () => {
  const piece = (id: string, own: Partial<Evidence> = {}): Evidence => ({
    id: evidenceId(id),
    kind: 'record',
    name: id,
    observedAt: '2026-06-01T00:00:00Z',
    producer: { id: 'ci' },
    ...own,
  });
  const pass = (...ids: readonly string[]) =>
    condition(ids.join('+') || 'none', 'passed', {
      uses: ids.map((id) => ({ evidence: evidenceId(id) })),
      owner: 'tools',
    });
  const confidenceOf = (evidence: readonly Evidence[], ...passes: ReturnType<typeof pass>[]) =>
    answers(
      planOf({
        items: { A: { state: 'ready', item: { owner: 'team' } } },
        gates: { G: { guards: ['A complete'], conditions: passes } },
        evidence,
        content: { roles: [{ id: roleId('chat'), title: 'Chat', advisory: true }] },
        reading: { digests: new Map([[evidenceId('seen'), 'match']]) },
      }),
    ).confidence;

  it('counts passes alone, not waivers or failures', () => {
    const other = [condition('w', 'waived'), condition('f', 'failed')];
    expect(confidenceOf([piece('seen')], pass('seen'), ...other)).toEqual({
      passes: 1,
      verified: 1,
      fresh: 1,
      independent: 1,
    });
  });

  it('gives nothing for a pass without evidence, or with evidence that is not there', () => {
    expect(confidenceOf([], pass(), pass('gone'))).toEqual({
      passes: 2,
      verified: 0,
      fresh: 0,
      independent: 0,
    });
  });

  it('needs every piece verified and fresh, and one of them independent', () => {
    const late = piece('late', { observedAt: '2026-06-03T00:00:00Z' });
    const old = piece('old', { validFor: 3600 });
    const own = piece('own', { producer: { id: 'tools' } });
    const agent = piece('agent', { producer: { id: 'x', advisory: true } });
    const role = piece('role', { producer: { id: 'x', role: roleId('chat') } });
    const team = piece('team', { producer: { id: 'team' } });
    const pieces = [piece('seen'), late, old, own, agent, role, team];
    const of = (...ids: readonly string[]) => {
      const { verified, fresh, independent } = confidenceOf(pieces, pass(...ids));
      return [verified, fresh, independent];
    };
    expect(of('seen', 'late')).toEqual([0, 0, 1]);
    expect(of('old')).toEqual([0, 0, 1]);
    expect(of('own')).toEqual([0, 1, 0]);
    expect(of('agent')).toEqual([0, 1, 0]);
    expect(of('role')).toEqual([0, 1, 0]);
    expect(of('team')).toEqual([0, 1, 0]);
    expect(of('own', 'seen')).toEqual([0, 1, 1]);
  });
});

describe('the confidence in one pass', () => {
  const own = (
    evidence: Partial<Evidence>,
    more: {
      readonly policy?: number;
      readonly owner?: string;
      readonly item?: string;
      readonly guard?: string;
    } = {},
  ) => {
    const { passes, ...rest } = answers(
      planOf({
        items: {
          A: { state: 'ready', ...(more.item === undefined ? {} : { item: { owner: more.item } }) },
        },
        gates: {
          G: {
            guards: [`${more.guard ?? 'A'} complete`],
            conditions: [condition('c', 'passed', { uses: [{ evidence: evidenceId('e') }] })],
            ...(more.owner === undefined ? {} : { gate: { owner: more.owner } }),
          },
        },
        evidence: [
          {
            id: evidenceId('e'),
            kind: 'record',
            name: 'e',
            observedAt: '2026-06-01T00:00:00Z',
            producer: { id: 'ci' },
            ...evidence,
          },
        ],
        content: more.policy === undefined ? {} : { policy: { maxEvidenceAge: more.policy } },
      }),
    ).confidence;
    expect(passes).toBe(1);
    return rest;
  };

  it('is fresh to the last second, at the very instant and not after it', () => {
    // A day before the instant of judgement.
    expect(own({ validFor: 86_400 }).fresh).toBe(1);
    expect(own({ validFor: 86_399 }).fresh).toBe(0);
    expect(own({ observedAt: '2026-06-02T00:00:00Z' }).fresh).toBe(1);
    expect(own({ observedAt: '2026-06-02T00:00:01Z' }).fresh).toBe(0);
    expect(own({ observedAt: 'some day' }).fresh).toBe(0);
  });

  it('goes by the policy of the plan where the evidence says nothing itself', () => {
    expect(own({}, { policy: 86_400 }).fresh).toBe(1);
    expect(own({}, { policy: 86_399 }).fresh).toBe(0);
    expect(own({ validFor: 86_400 }, { policy: 1 }).fresh).toBe(1);
  });

  it('is independent of whoever owns the gate or the item, and needs a name', () => {
    expect(own({}).independent).toBe(1);
    expect(own({}, { owner: 'ci' }).independent).toBe(0);
    expect(own({}, { item: 'ci' }).independent).toBe(0);
    expect(own({}, { owner: 'others', item: 'others' }).independent).toBe(1);
    expect(own({}, { guard: 'nobody' }).independent).toBe(1);
    expect(own({ producer: { id: 'ci', advisory: true } }).independent).toBe(0);
  });

  it('looks at the parts that passed, and at no others', () => {
    const uses = (id: string) => ({ uses: [{ evidence: evidenceId(id) }] });
    const piece = (id: string): Evidence => ({
      id: evidenceId(id),
      kind: 'record',
      name: id,
      observedAt: '2026-06-01T00:00:00Z',
    });
    const of = (failing: 'passed' | 'failed') =>
      answers(
        planOf({
          items: {},
          gates: {
            G: {
              conditions: [
                condition('any', 'passed', {
                  kind: 'any',
                  parts: [
                    condition('a', 'passed', uses('seen')),
                    condition('b', failing, uses('x')),
                  ],
                }),
              ],
            },
          },
          evidence: [piece('seen'), piece('x')],
          reading: { digests: new Map([[evidenceId('seen'), 'match']]) },
        }),
      ).confidence;
    expect(of('failed')).toEqual({ passes: 1, verified: 1, fresh: 1, independent: 0 });
    expect(of('passed')).toEqual({ passes: 1, verified: 0, fresh: 1, independent: 0 });
  });

  it('stands without the gate and without owners', () => {
    const judgedPlan = planOf({
      items: {},
      gates: {
        G: { conditions: [condition('c', 'passed', { uses: [{ evidence: evidenceId('e') }] })] },
      },
    });
    const { project } = planOf({
      items: {},
      evidence: [{ id: evidenceId('e'), kind: 'record', name: 'e', producer: { id: 'ci' } }],
    });
    expect(answers({ ...judgedPlan, project }).confidence).toEqual({
      passes: 1,
      verified: 0,
      fresh: 0,
      independent: 1,
    });
  });
});

describe('the progress of a group', () => {
  const progressOf = (spec: ItemSpec) =>
    answers(
      planOf({
        items: { A: { ...spec, item: { class: 'core' } }, B: { state: 'complete' } },
        content: { classes: [{ id: 'core', title: 'Core', countedAs: 'core waves' }] },
      }),
    ).progress[0]?.done;

  it('counts what is complete with its proof, or owes none', () => {
    expect(progressOf({ state: 'complete', result: { readiness: 'proven' } })).toBe(1);
    expect(progressOf({ state: 'complete', result: { readiness: 'not-required' } })).toBe(1);
    expect(progressOf({ state: 'complete', result: { readiness: 'unproven' } })).toBe(0);
    expect(progressOf({ state: 'in-progress', result: { readiness: 'proven' } })).toBe(0);
    expect(progressOf({ state: 'deferred', result: { readiness: 'not-required' } })).toBe(0);
  });
});

describe('what is at fault', () => {
  it('is told from what is to be done, when somebody waits for both', () => {
    const context = planOf({
      items: {
        A: { state: 'complete' },
        B: { state: 'in-progress', causes: [conditionCause('G', 'c')] },
        C: { state: 'blocked', waitsFor: 'B' },
      },
      gates: { G: { guards: ['B complete'], conditions: [condition('c', 'missing')] } },
    });
    // Missing proof of running work is a cause that a person can clear, so it is named first.
    expect(answers(context).headline).toBe('held');
    expect(answers(context).causes[0]?.cause).toEqual({
      kind: 'condition',
      gate: gateId('G'),
      condition: 'c',
    });
    expect(answers(context).causes[0]?.item).toBe(itemId('B'));
  });
});
