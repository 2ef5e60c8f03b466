import { parseTimestamp } from '../../lib/timestamp.ts';
import type { ProbeCondition } from '../../model/condition.ts';
import type { ObservationFact } from '../../model/evidence.ts';
import type { Probe, ProbeExpectation } from '../../model/governance.ts';
import type { ItemId } from '../../model/ids.ts';
import { admit, maxAgeOf } from '../admission.ts';
import { compare } from '../compare.ts';
import { byCodeUnit, type JudgeContext } from '../context.ts';
import type { Found } from '../facts.ts';
import { type Handler, readProbe } from '../handler.ts';
import { type Judgement, judgement } from '../judgement.ts';
import { reason } from '../reason-codes.ts';
import { instantOf } from '../reference.ts';
import type { EvidenceUse, Reason } from '../types.ts';

/** An observation with its instant in milliseconds. */
export interface Observed extends Found<ObservationFact> {
  readonly at: number;
}

/**
 * The newest observation against all expectations in force. Which ones are depends on the items
 * that have been carried out; a condition that names a step asks for the state before or after it.
 */
export const probe: Handler<ProbeCondition> = {
  judge(condition, context) {
    const { probe: id } = condition;
    const found = context.project.index.probes.get(id);
    if (found === undefined) {
      return judgement('unknown', reason('unknown-reference', { kind: 'probe', id }));
    }
    if (context.distrusted.has(id)) return judgement('unknown', reason('reading-problem', { id }));
    const observed = observations(context, condition);
    if ('verdict' in observed) return observed;
    const latest = observed[0];
    if (latest === undefined) {
      return judgement('missing', reason('probe-not-observed', { probe: id }));
    }
    const uses = [context.use(latest.evidence, latest.fact.pointer)];
    if (observed.some((entry) => entry.at === latest.at && differs(entry, latest))) {
      const params = { probe: id, at: latest.fact.at };
      const both = observed
        .filter((entry) => entry.at === latest.at)
        .map((entry) => context.use(entry.evidence, entry.fact.pointer));
      return judgement('unknown', reason('probe-ambiguous', params), both);
    }
    const inForce = expectationsInForce(context, found, condition);
    if ('code' in inForce) return judgement('unknown', inForce, uses);
    const maxAge = Math.min(
      found.maxAge ?? Number.POSITIVE_INFINITY,
      maxAgeOf(context, condition) ?? Number.POSITIVE_INFINITY,
    );
    const until = condition.step === undefined ? context.asOf : instantOf(context, condition.step);
    const age = (until - latest.at) / 1000;
    if (age > maxAge) {
      return judgement('stale', reason('probe-stale', { probe: id, age, maxAge }), uses, {
        actual: { value: latest.fact.value },
      });
    }
    return against(context, found, condition, inForce, observed, uses);
  },
  reads(condition, project, sink) {
    readProbe(project, condition.probe, sink);
    if (condition.step !== undefined) sink.declared(condition.step);
  },
};

function differs(a: Observed, b: Observed): boolean {
  return JSON.stringify(a.fact.value) !== JSON.stringify(b.fact.value);
}

/** Admissible observations that the condition asks for, newest first. */
export function observations(
  context: JudgeContext,
  condition: ProbeCondition,
): readonly Observed[] | Judgement {
  const { step, moment = 'latest' } = condition;
  const entries = (context.facts.observations.get(condition.probe) ?? []).filter(
    ({ fact }) =>
      (step === undefined || moment === 'latest' || fact.step === step) &&
      (moment === 'latest' || fact.moment === moment),
  );
  const { counted, obstacle } = admit(
    context,
    [...new Set(entries.map(({ evidence }) => evidence))],
    condition,
    'of-facts',
  );
  if (obstacle !== undefined) {
    return entries.length === 0
      ? judgement('missing', reason('probe-not-observed', { probe: condition.probe }))
      : obstacle;
  }
  const admitted = new Set(counted);
  const observed: Observed[] = [];
  for (const entry of entries) {
    if (!admitted.has(entry.evidence)) continue;
    const at = parseTimestamp(entry.fact.at);
    if (Number.isNaN(at)) {
      const why = reason('time-unreadable', { text: entry.fact.at });
      return judgement('unknown', why, [context.use(entry.evidence)]);
    }
    if (at <= context.asOf) observed.push({ ...entry, at });
  }
  return observed.sort(
    (a, b) => b.at - a.at || byCodeUnit(a.evidence.id, b.evidence.id) || shape(a, b),
  );
}

function shape(a: Observed, b: Observed): number {
  return byCodeUnit(JSON.stringify(a.fact.value), JSON.stringify(b.fact.value));
}

/**
 * The expectations in force, or why they cannot be named. Where it is in doubt whether an item has
 * been carried out, neither the state before nor the one after it may be taken for granted.
 */
export function expectationsInForce(
  context: JudgeContext,
  probe: Probe,
  condition: ProbeCondition,
): readonly ProbeExpectation[] | Reason {
  const inForce: ProbeExpectation[] = [];
  for (const expectation of probe.expectations) {
    const { after, before } = expectation;
    const isAfter = after === undefined ? true : isDone(context, condition, after);
    const isBefore = before === undefined ? false : isDone(context, condition, before);
    if (isAfter === undefined || isBefore === undefined) {
      const id = (isAfter === undefined ? after : before) ?? '';
      return reason('unknown-reference', { kind: 'item', id });
    }
    if (isAfter === false || isBefore === true) continue;
    if (isAfter === 'in-doubt' || isBefore === 'in-doubt') {
      const item = (isAfter === 'in-doubt' ? after : before) ?? '';
      return reason('probe-expectation-in-doubt', { probe: probe.id, item });
    }
    inForce.push(expectation);
  }
  return inForce.length === 0 ? reason('probe-expects-nothing', { probe: probe.id }) : inForce;
}

function isDone(
  context: JudgeContext,
  { step, moment }: ProbeCondition,
  item: ItemId,
): boolean | 'in-doubt' | undefined {
  if (item === step && moment === 'before') return false;
  if (item === step && moment === 'after') return true;
  return context.world.carriedOut(item);
}

function against(
  context: JudgeContext,
  probe: Probe,
  condition: ProbeCondition,
  inForce: readonly ProbeExpectation[],
  observed: readonly Observed[],
  uses: readonly EvidenceUse[],
): Judgement {
  const latest = observed[0];
  if (latest === undefined) return judgement('unknown', reason('nothing-to-check'), uses);
  const params = { probe: probe.id, at: latest.fact.at };
  let grown = false;
  let last: Judgement | undefined;
  for (const expectation of inForce) {
    const one = holdAgainst(context, probe, condition, expectation, observed, uses);
    if (one.verdict !== 'passed') return one;
    if (one.reason.code === 'probe-organic-growth') grown = true;
    last = one;
  }
  const why = grown ? reason('probe-organic-growth', params) : reason('probe-holds', params);
  return { ...(last ?? judgement('unknown', why, uses)), reason: why };
}

function holdAgainst(
  context: JudgeContext,
  probe: Probe,
  condition: ProbeCondition,
  { operator, value }: ProbeExpectation,
  observed: readonly Observed[],
  uses: readonly EvidenceUse[],
): Judgement {
  const latest = observed[0];
  const earlier = operator === 'unchanged' ? earlierThan(context, condition, observed) : undefined;
  if (latest === undefined || (operator === 'unchanged' && earlier === undefined)) {
    return judgement('missing', reason('probe-one-observation', { probe: probe.id }), uses);
  }
  const target = operator === 'unchanged' ? earlier?.fact.value : value;
  const both =
    earlier === undefined ? uses : [...uses, context.use(earlier.evidence, earlier.fact.pointer)];
  const outcome = compare(
    operator === 'unchanged' ? 'equals' : operator,
    latest.fact.value,
    target,
  );
  const unit = probe.unit === undefined ? {} : { unit: probe.unit };
  const quantities = {
    expected: { value: target ?? null, operator, ...unit },
    actual: { value: latest.fact.value, ...unit },
  };
  if (typeof outcome !== 'boolean') return judgement('unknown', outcome, both, quantities);
  const params = { probe: probe.id, at: latest.fact.at };
  if (outcome) return judgement('passed', reason('probe-holds', params), both, quantities);
  const exempt =
    probe.organicGrowth === true && (operator === 'unchanged' || operator === 'equals');
  if (exempt && hasGrown(latest.fact.value, target)) {
    return judgement('passed', reason('probe-organic-growth', params), both, quantities);
  }
  return judgement('failed', reason('probe-drifts', params), both, quantities);
}

/** Unrelated traffic adds; it takes nothing away. */
function hasGrown(actual: unknown, before: unknown): boolean {
  return typeof actual === 'number' && typeof before === 'number' && actual >= before;
}

/** The observation that the latest one is held against: the one before the step, or before it. */
function earlierThan(
  context: JudgeContext,
  condition: ProbeCondition,
  observed: readonly Observed[],
): Observed | undefined {
  const latest = observed[0];
  if (latest === undefined) return undefined;
  if (condition.step !== undefined && condition.moment === 'after') {
    const before = observations(context, { ...condition, moment: 'before' });
    return 'verdict' in before ? undefined : before.find((entry) => entry.at <= latest.at);
  }
  return observed.find((entry) => entry.at < latest.at);
}
