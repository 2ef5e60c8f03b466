import { parseTimestamp } from '../lib/timestamp.ts';
import type { Condition } from '../model/condition.ts';
import type { Gate, RecordedVerdict, Waiver } from '../model/gate.ts';
import { ConditionJudge, flawOfWaiver } from './condition-judge.ts';
import type { JudgeContext } from './context.ts';
import { isSatisfied } from './judgement.ts';
import { partsOf } from './reads.ts';
import { reason } from './reason-codes.ts';
import type {
  ConditionResult,
  ConditionVerdict,
  GateResult,
  GateVerdict,
  Reason,
} from './types.ts';

/** Why a gate cannot pass, whatever its conditions say. */
export type GateFault = Reason | undefined;

const VERDICT_ORDER = ['failed', 'unknown', 'stale', 'missing'] as const;

/**
 * A gate is passed when each blocking condition is passed, validly waived or not applicable, and
 * there is one at least. Otherwise the worst reason wins: failed, unknown, stale, missing.
 */
export function judgeGate(
  context: JudgeContext,
  gate: Gate,
  fault: GateFault,
  assumed?: ReadonlyMap<string, ConditionVerdict>,
): GateResult {
  const judge = new ConditionJudge(context, validWaivers(context, gate), assumed);
  const conditions = gate.conditions.map(judge.part);
  const counts = { failed: 0, unknown: 0, stale: 0, missing: 0 };
  let blocking = 0;
  for (const { blocking: isBlocking, verdict } of conditions) {
    if (!isBlocking) continue;
    blocking += 1;
    if (verdict !== 'passed' && verdict !== 'waived' && verdict !== 'not-applicable') {
      counts[verdict] += 1;
    }
  }
  const worst = VERDICT_ORDER.find((verdict) => counts[verdict] > 0);
  const { verdict, why } = summed(worst, blocking, fault, counts);
  const result: { -readonly [K in keyof GateResult]: GateResult[K] } = {
    id: gate.id,
    verdict,
    reason: why,
    conditions,
    contradicts: contradicts(context, gate.declared, verdict),
  };
  if (gate.declared !== undefined) result.declared = gate.declared;
  return result;
}

function summed(
  worst: GateVerdict | undefined,
  blocking: number,
  fault: GateFault,
  counts: Readonly<Record<(typeof VERDICT_ORDER)[number], number>>,
): { readonly verdict: GateVerdict; readonly why: Reason } {
  if (fault !== undefined && worst !== 'failed') return { verdict: 'unknown', why: fault };
  if (blocking === 0) {
    return { verdict: 'missing', why: reason('gate-without-blocking-condition') };
  }
  return worst === undefined
    ? { verdict: 'passed', why: reason('gate-passed', { count: blocking }) }
    : { verdict: worst, why: reason('gate-open', counts) };
}

function validWaivers(context: JudgeContext, gate: Gate): readonly Waiver[] {
  if (gate.nonBypassable === true) return NONE;
  const waivers = context.project.index.waivers.get(gate.id);
  if (waivers === undefined) return NONE;
  return waivers.filter((waiver) => flawOfWaiver(context, waiver) === undefined);
}

const NONE: readonly Waiver[] = [];

/** Somebody recorded a pass that is none, or a failure of what passes. */
function contradicts(
  context: JudgeContext,
  declared: RecordedVerdict | undefined,
  verdict: GateVerdict,
): boolean {
  if (declared === undefined || declared.verdict === 'unknown') return false;
  // What was recorded after the instant of judgement had not been said then.
  if (declared.at !== undefined && parseTimestamp(declared.at) > context.asOf) return false;
  return (declared.verdict === 'passed') !== (verdict === 'passed');
}

/**
 * The gates that use something which the bundle calls critical and this version does not know. A
 * name that no gate is seen to use might be used by any.
 */
export function criticalFaults(
  gates: readonly Gate[],
  unknownCritical: readonly string[],
): (gate: Gate) => GateFault {
  if (unknownCritical.length === 0) return () => undefined;
  const names = [...new Set(unknownCritical)].sort();
  const used = new Map(gates.map((gate) => [gate, namesIn(gate)]));
  const loose = names.find((name) => ![...used.values()].some((found) => found.has(name)));
  return (gate) => {
    const found = used.get(gate) ?? namesIn(gate);
    const name = loose ?? names.find((candidate) => found.has(candidate));
    return name === undefined ? undefined : reason('unknown-critical', { name });
  };
}

function namesIn(gate: Gate): ReadonlySet<string> {
  const names = new Set<string>();
  const open: Condition[] = [...gate.conditions];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    names.add(next.kind === 'unrecognised' ? next.originalKind : next.kind);
    if ('operator' in next && next.operator !== undefined) names.add(next.operator);
    if ('aggregate' in next) names.add(next.aggregate);
    if (next.appliesWhen !== undefined) open.push(next.appliesWhen.condition);
    open.push(...partsOf(next));
  }
  return names;
}

/** The conditions that keep a gate from passing. */
export function openConditions(result: GateResult): readonly ConditionResult[] {
  return result.conditions.filter((entry) => entry.blocking && !isSatisfied(entry.verdict));
}
