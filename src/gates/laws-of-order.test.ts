import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { buildProject } from '../model/build-project.ts';
import type { DigestState } from '../model/evidence.ts';
import type { ProjectContent } from '../model/project.ts';
import type { Assumption } from './assumptions.ts';
import { evaluate } from './evaluate.ts';
import { Engine } from './evaluation.ts';
import { AS_OF, needs } from './testing/builders.ts';
import { law, one, shuffled, tangled, usual, withGate } from './testing/law.ts';
import { evidenceOf, judge, judgeAnew, plain } from './testing/law-tools.ts';

describe('what never matters', () => {
  law('the order of the input', tangled, (content, pick) => {
    const { items, dependencies, gates, evidence, authorisations, waivers, stopConditions } =
      content;
    const other: ProjectContent = {
      ...content,
      items: shuffled(items, pick),
      dependencies: shuffled(dependencies, pick),
      gates: shuffled(gates, pick).map((gate) => ({
        ...gate,
        guards: shuffled(gate.guards, pick),
      })),
      evidence: shuffled(evidence, pick),
      authorisations: shuffled(authorisations, pick),
      stopConditions: shuffled(stopConditions, pick),
      waivers: shuffled(waivers, pick),
    };
    const sameWaiver = (text: unknown) =>
      // Of two waivers for one condition either may be the one that is named.
      JSON.stringify(text).replaceAll(/"w\d"/g, '"w"');
    expect(sameWaiver(plain(judge(other)))).toBe(sameWaiver(plain(judge(content))));
  });

  law('judging twice, byte for byte', tangled, (content) => {
    expect(JSON.stringify(plain(judge(content)))).toBe(JSON.stringify(plain(judgeAnew(content))));
  });

  law('that a plan was judged before: nothing of it is touched', tangled, (content) => {
    const before = JSON.stringify(content);
    judgeAnew(content);
    expect(JSON.stringify(content)).toBe(before);
  });

  law('a dependency that is only drawn', usual, (content, pick) => {
    const a = one(content.items, pick);
    const b = one(content.items, pick);
    fc.pre(a !== undefined && b !== undefined);
    const drawn = { item: a.id, on: b.id, optional: true };
    const other = { ...content, dependencies: [...content.dependencies, drawn] };
    expect(plain(judge(other))).toEqual(plain(judge(content)));
  });

  law('an informative condition, for every state and gate', usual, (content, pick) => {
    const informative = { ...needs('extra', 'lost'), blocking: false };
    const other = withGate(content, pick, (gate) => ({
      ...gate,
      conditions: [...gate.conditions, informative],
    }));
    const states = (verdicts: ReturnType<typeof judge>) => ({
      gates: [...verdicts.gates].map(([id, { verdict }]) => [id, verdict]),
      items: [...verdicts.items].map(([id, item]) => [id, { ...item }]),
    });
    expect(states(judge(other))).toEqual(states(judge(content)));
  });
});

describe('asking again', () => {
  const assume = (content: ProjectContent, pick: (count: number) => number): Assumption[] => {
    const gate = one(content.gates ?? [], pick);
    const item = one(content.items, pick);
    const stop = one(content.stopConditions ?? [], pick);
    const entry = one(gate?.conditions ?? [], pick);
    const verdict = one(['passed', 'failed', 'missing'] as const, pick) ?? 'passed';
    const all: (Assumption | undefined)[] = [
      gate && { kind: 'gate', gate: gate.id, verdict },
      item && { kind: 'item', item: item.id },
      stop && { kind: 'stop', stop: stop.id },
      gate && entry && { kind: 'condition', gate: gate.id, condition: entry.id, verdict },
    ];
    return all.filter((entry) => entry !== undefined && pick(2) === 1) as Assumption[];
  };

  law('what if: the same as judging all under the assumption', tangled, (content, pick) => {
    const project = buildProject(content);
    const assumptions = assume(content, pick);
    const engine = new Engine(project, { asOf: AS_OF });
    const before = plain(engine.judgeAll());
    const supposed = plain(engine.suppose(assumptions));
    const fresh = new Engine(project, { asOf: AS_OF }).judgeAll(assumptions);
    expect(supposed).toEqual(plain(fresh));
    expect(plain(engine.verdicts())).toEqual(before);
  });

  law('a change: the same as judging the changed plan', tangled, (content, pick) => {
    const engine = new Engine(buildProject(content), { asOf: AS_OF });
    engine.judgeAll();
    let changed = content;
    const digests = new Map<never, DigestState>();
    for (let round = 0; round < 3; round += 1) {
      const old = one(evidenceOf(changed), pick);
      const other = one(evidenceOf(changed), pick);
      const item = one(changed.items, pick);
      const record = one(changed.authorisations ?? [], pick);
      const waiver = one(changed.waivers ?? [], pick);
      fc.pre(old !== undefined && other !== undefined);
      const newer = { ...other, id: old.id, covers: pick(2) === 1 ? ['I0'] : [] };
      const isRemoval = pick(3) === 1;
      const evidence = isRemoval ? { remove: [old.id] } : { put: [newer] };
      digests.set(other.id as never, one(['match', 'mismatch'] as const, pick) ?? 'match');
      const declared = {
        state: one(['complete', 'failed', 'in-progress'] as const, pick) ?? 'failed',
      };
      const authorisations =
        record === undefined ? {} : { put: [{ ...record, decision: 'granted' as const }] };
      const waivers = waiver === undefined ? {} : { remove: [waiver.id] };
      const verdicts = engine.update({
        evidence,
        digests: new Map(digests),
        authorisations,
        waivers,
        declared: new Map(item === undefined ? [] : [[item.id, declared]]),
      });
      changed = {
        ...changed,
        evidence: isRemoval
          ? evidenceOf(changed).filter(({ id }) => id !== old.id)
          : evidenceOf(changed).map((entry) => (entry.id === old.id ? newer : entry)),
        items: changed.items.map((entry) =>
          entry.id === item?.id ? { ...entry, declared } : entry,
        ),
        authorisations: (changed.authorisations ?? []).map((entry) =>
          entry.id === record?.id ? { ...entry, decision: 'granted' as const } : entry,
        ),
        waivers: (changed.waivers ?? []).filter(({ id }) => id !== waiver?.id),
      };
      const fresh = evaluate(buildProject(changed, { digests }), { asOf: AS_OF });
      expect(plain(verdicts)).toEqual(plain(fresh));
    }
  });
});
