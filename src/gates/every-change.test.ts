import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildProject } from '../model/build-project.ts';
import type { DigestState } from '../model/evidence.ts';
import { itemId, probeId } from '../model/ids.ts';
import type { Declared } from '../model/plan.ts';
import type { ProjectContent } from '../model/project.ts';
import type { Assumption } from './assumptions.ts';
import type { PlanChange } from './change.ts';
import { Engine } from './evaluation.ts';
import { arbitraryContent } from './testing/arbitrary-project.ts';
import {
  AS_OF,
  condition,
  contentOf,
  declared,
  gate,
  item,
  waits,
  withFacts,
  YESTERDAY,
} from './testing/builders.ts';
import { everything } from './testing/everything.ts';
import { plain } from './testing/law-tools.ts';

/** Generated plans; fewer in runs that try only a few plans a law, as mutation tests do. */
const PLANS = Math.min(12, Number(process.env['LAW_RUNS'] ?? 12));

/** The plan as it is after a change, made without the engine. */
function changed(content: ProjectContent, change: PlanChange): ProjectContent {
  const patch = <T extends { readonly id: string }>(
    list: readonly T[] | undefined,
    { put = [], remove = [] }: { put?: readonly T[]; remove?: readonly string[] } = {},
  ) => [
    ...(list ?? []).filter(({ id }) => !remove.includes(id) && !put.some((one) => one.id === id)),
    ...put,
  ];
  return {
    ...content,
    evidence: patch(content.evidence, change.evidence),
    authorisations: patch(content.authorisations, change.authorisations),
    waivers: patch(content.waivers, change.waivers),
    items: content.items.map((one) => {
      if (change.declared?.has(one.id) !== true) return one;
      const { declared: _before, ...rest } = one;
      const state = change.declared.get(one.id);
      return state === undefined ? rest : { ...rest, declared: state };
    }),
  };
}

const HEALTH: readonly DigestState[] = ['mismatch', 'match'];
const WORDS: readonly (Declared | undefined)[] = [
  undefined,
  { state: 'complete' },
  { state: 'in-progress' },
  { state: 'failed' },
];

interface Step {
  readonly change: PlanChange;
  /** What takes it back. What was compared stays compared. */
  readonly back?: PlanChange;
}

/** Each way to change one thing of a plan. */
function* stepsOf(content: ProjectContent): Generator<Step> {
  for (const entry of content.evidence ?? []) {
    const back: PlanChange = { evidence: { put: [entry] } };
    const { facts: _facts, ...silent } = entry;
    yield { change: { evidence: { remove: [entry.id] } }, back };
    yield { change: { evidence: { put: [silent] } }, back };
    yield { change: { evidence: { put: [{ ...entry, inadmissible: { reason: 'weak' } }] } }, back };
    for (const state of HEALTH) yield { change: { digests: new Map([[entry.id, state]]) } };
  }
  for (const { id, declared: before } of content.items) {
    const back: PlanChange = { declared: new Map([[id, before]]) };
    for (const word of WORDS) yield { change: { declared: new Map([[id, word]]) }, back };
  }
  for (const record of content.authorisations ?? []) {
    const back: PlanChange = { authorisations: { put: [record] } };
    yield { change: { authorisations: { remove: [record.id] } }, back };
    yield { change: { authorisations: { put: [{ ...record, decision: 'refused' }] } }, back };
    yield { change: { authorisations: { put: [{ ...record, evidence: [] }] } }, back };
  }
  for (const waiver of content.waivers ?? []) {
    const back: PlanChange = { waivers: { put: [waiver] } };
    yield { change: { waivers: { remove: [waiver.id] } }, back };
    yield { change: { waivers: { put: [{ ...waiver, expires: AS_OF }] } }, back };
  }
}

/** Gates that ask before and after a step whether it was carried out, and the step waits for one of them. */
const turnedByItself = contentOf({
  items: [declared('s', 'in-progress', ['o']), item('t'), item('u')],
  dependencies: waits('u', 's'),
  probes: [
    {
      id: probeId('p'),
      title: 'P',
      expectations: [
        { before: itemId('s'), operator: 'equals', value: 6 },
        { after: itemId('s'), operator: 'equals', value: 10 },
      ],
    },
  ],
  gates: [
    gate('G', { s: 'start' }, [condition({ kind: 'probe', probe: probeId('p') })]),
    gate('H', { t: 'complete' }, [condition({ kind: 'probe', probe: probeId('p') })]),
  ],
  evidence: [
    withFacts('o', [{ type: 'observation', probe: probeId('p'), value: 6, at: YESTERDAY }]),
  ],
});

/** `toEqual`, and quick where nothing differs. */
function expectSame(one: unknown, other: unknown, when: () => string): void {
  if (JSON.stringify(one) !== JSON.stringify(other)) expect(one, when()).toEqual(other);
}

const judge = (content: ProjectContent, digests: PlanChange['digests'] = new Map()) =>
  plain(new Engine(buildProject(content, { digests }), { asOf: AS_OF }).judgeAll());

/** Takes each change in, and then takes it back; says how many of them changed a verdict. */
function holdsForEach(content: ProjectContent): number {
  const judged = () => {
    const engine = new Engine(buildProject(content), { asOf: AS_OF });
    engine.judgeAll();
    return engine;
  };
  const before = plain(judged().verdicts());
  const said = JSON.stringify(before);
  let moved = 0;
  let engine = judged();
  for (const { change, back } of stepsOf(content)) {
    const after = plain(engine.update(change));
    expectSame(after, judge(changed(content, change), change.digests), () =>
      JSON.stringify(change),
    );
    if (JSON.stringify(after) !== said) moved += 1;
    if (back === undefined) engine = judged();
    else
      expectSame(plain(engine.update(back)), before, () => `back from ${JSON.stringify(change)}`);
  }
  return moved;
}

describe('every change of one thing', () => {
  it('is taken in as if the changed plan were judged, and taken back', () => {
    const moved = holdsForEach(everything);
    // Almost everything in this plan carries something.
    expect(moved).toBeGreaterThan(100);
  });

  it('each piece of evidence of that plan carries a verdict', () => {
    const before = JSON.stringify(judge(everything));
    const idle = (everything.evidence ?? []).filter(({ id }) => {
      const left = (everything.evidence ?? []).filter((entry) => entry.id !== id);
      return JSON.stringify(judge({ ...everything, evidence: left })) === before;
    });
    expect(idle.map(({ id }) => id)).toEqual([]);
  });

  it('is taken in by a step that waits for what is expected of it', () => {
    expect(holdsForEach(turnedByItself)).toBeGreaterThan(3);
  });

  it.each(
    fc
      .sample(arbitraryContent({ tangled: true, turning: true, stops: true }), {
        numRuns: PLANS,
        seed: 3,
      })
      .map((content, at) => [at, content] as const),
  )('is taken in alike by a generated plan, number %i', (_at, content) => {
    holdsForEach(content);
  });
});

describe('every assumption about one thing', () => {
  function* assumptionsOf(content: ProjectContent): Generator<Assumption> {
    for (const { id } of content.items) yield { kind: 'item', item: id };
    for (const { id } of content.stopConditions ?? []) yield { kind: 'stop', stop: id };
    for (const { id, conditions } of content.gates ?? []) {
      for (const verdict of ['passed', 'failed', 'missing'] as const) {
        yield { kind: 'gate', gate: id, verdict };
        for (const entry of conditions) {
          yield { kind: 'condition', gate: id, condition: entry.id, verdict };
        }
      }
    }
  }

  it.each([
    ['the plan that looks at everything', everything] as const,
    ['a step that waits for what is expected of it', turnedByItself] as const,
    ...fc
      .sample(arbitraryContent({ tangled: true, stops: true }), { numRuns: PLANS, seed: 5 })
      .map((content, at) => [`a generated plan, number ${at}`, content] as const),
  ])('is what judging all under it gives, and is forgotten: %s', (_name, content) => {
    const engine = new Engine(buildProject(content), { asOf: AS_OF });
    const before = plain(engine.judgeAll());
    for (const assumption of assumptionsOf(content)) {
      const fresh = new Engine(buildProject(content), { asOf: AS_OF }).judgeAll([assumption]);
      const supposed = plain(engine.suppose([assumption]));
      expectSame(supposed, plain(fresh), () => JSON.stringify(assumption));
      expectSame(plain(engine.verdicts()), before, () => 'afterwards');
    }
  });
});
