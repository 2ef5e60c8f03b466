import { parseTimestamp } from '../../lib/timestamp.ts';
import type { Scalar } from '../../model/common.ts';
import type { RehearsalCondition } from '../../model/condition.ts';
import type { RehearsalFact } from '../../model/evidence.ts';
import { admit, maxAgeOf } from '../admission.ts';
import { byCodeUnit } from '../context.ts';
import type { Handler } from '../handler.ts';
import { type Judgement, judgement } from '../judgement.ts';
import { reason } from '../reason-codes.ts';
import { instantOf } from '../reference.ts';
import type { EvidenceUse } from '../types.ts';

/** The newest rehearsal of the step left everything as it was, apart from what is exempt by name. */
export const rehearsal: Handler<RehearsalCondition> = {
  judge(condition, context) {
    const { step } = condition;
    const entries = context.facts.rehearsals.get(step) ?? [];
    const { counted, obstacle } = admit(
      context,
      [...new Set(entries.map(({ evidence }) => evidence))],
      condition,
      'of-facts',
    );
    if (entries.length === 0) return judgement('missing', reason('rehearsal-none', { step }));
    if (obstacle !== undefined) return obstacle;
    const held = entries
      .filter(({ evidence }) => counted.includes(evidence))
      .map(({ evidence, fact }) => ({ evidence, fact, at: parseTimestamp(fact.at) }))
      .filter(({ at }) => !(at > context.asOf))
      .sort((a, b) => b.at - a.at || byCodeUnit(a.evidence.id, b.evidence.id));
    const unreadable = held.find(({ at }) => Number.isNaN(at));
    if (unreadable !== undefined) {
      const why = reason('time-unreadable', { text: unreadable.fact.at });
      return judgement('unknown', why, [context.use(unreadable.evidence)]);
    }
    const latest = held[0];
    if (latest === undefined) return judgement('missing', reason('rehearsal-none', { step }));
    const uses = held
      .filter(({ at }) => at === latest.at)
      .map(({ evidence, fact }) => context.use(evidence, fact.pointer));
    const maxAge = maxAgeOf(context, condition);
    const age = (instantOf(context, step) - latest.at) / 1000;
    if (maxAge !== undefined && age > maxAge) {
      return judgement('stale', reason('rehearsal-stale', { age, maxAge }), uses);
    }
    const judged = held
      .filter(({ at }) => at === latest.at)
      .map(({ fact }) => compareStates(fact, uses));
    return judged.find(({ verdict }) => verdict !== 'passed') ?? judged[0] ?? none(step);
  },
  reads(condition, _project, sink) {
    sink.evidenceBy('rehearsal', condition.step);
    sink.declared(condition.step);
  },
};

function none(step: string): Judgement {
  return judgement('missing', reason('rehearsal-none', { step }));
}

function compareStates(fact: RehearsalFact, uses: readonly EvidenceUse[]): Judgement {
  const exempt = new Set(fact.exempt ?? []);
  const entry = new Map<string, Scalar>(Object.entries(fact.entry));
  const exit = new Map<string, Scalar>(Object.entries(fact.exit));
  const names = [...new Set([...entry.keys(), ...exit.keys()])]
    .filter((name) => !exempt.has(name))
    .sort(byCodeUnit);
  if (names.length === 0) {
    return judgement('unknown', reason('rehearsal-nothing-compared', { step: fact.step }), uses);
  }
  const residue = names.filter(
    (name) => !entry.has(name) || !exit.has(name) || entry.get(name) !== exit.get(name),
  );
  const name = residue[0];
  if (name === undefined) {
    const why = reason('rehearsal-clean', { compared: names.length });
    return judgement('passed', why, uses);
  }
  const why = reason('rehearsal-residue', { name, differences: residue.length });
  return judgement('failed', why, uses, {
    expected: { value: entry.get(name) ?? null, of: name },
    actual: { value: exit.get(name) ?? null, of: name },
  });
}
