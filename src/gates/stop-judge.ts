import { parseTimestamp } from '../lib/timestamp.ts';
import type { Condition, ProbeCondition } from '../model/condition.ts';
import type { StopCondition, StopEvent } from '../model/gate.ts';
import type { AuthorisationRecord } from '../model/governance.ts';
import type { ItemId } from '../model/ids.ts';
import { doubt, timeOf } from './admission.ts';
import { compare } from './compare.ts';
import { observations } from './conditions/probe.ts';
import type { JudgeContext } from './context.ts';
import { isConditionInDoubt } from './doubt.ts';
import { consider } from './records.ts';
import type { ConditionResult } from './types.ts';

/** How one stop stands for one item. */
export type StopStanding =
  | { readonly is: 'clear' | 'holding' | 'unknown' | 'unjudged' }
  /** Something was seen and has not been lifted since. */
  | { readonly is: 'latched'; readonly since: number };

/**
 * A stop holds while its state of safety is seen to be violated, and from then on until it is
 * lifted. Where safety cannot be shown the item is not stopped, but it cannot go on either.
 */
export function judgeStop(
  context: JudgeContext,
  stop: StopCondition,
  item: ItemId,
  safe: ConditionResult | undefined,
): StopStanding {
  if (safe?.verdict === 'failed') return { is: 'holding' };
  const since = latchedSince(context, stop, item);
  if (since !== undefined) return { is: 'latched', since };
  if (safe === undefined) return { is: 'clear' };
  if (isConditionInDoubt(safe, () => false)) return { is: 'unknown' };
  switch (safe.verdict) {
    case 'unknown':
      return { is: 'unknown' };
    case 'missing':
    case 'stale':
      return { is: 'unjudged' };
    default:
      return { is: 'clear' };
  }
}

/** The oldest raise that nothing has lifted. Milliseconds. */
function latchedSince(
  context: JudgeContext,
  stop: StopCondition,
  item: ItemId,
): number | undefined {
  const events = (stop.events ?? []).filter((event) => event.item === item);
  const raised = events.map(({ at }) => parseTimestamp(at)).filter((at) => !(at > context.asOf));
  const { safeWhile } = stop;
  if (safeWhile !== undefined) {
    raised.push(...context.share(stop, () => violations(context, safeWhile)));
  }
  if (raised.length === 0) return undefined;
  const lifted = liftedUntil(context, events);
  // A raise at an instant that cannot be read is lifted by nothing: nobody knows what came first.
  const open = raised.filter((at) => !(at <= lifted));
  if (open.length === 0) return undefined;
  return open.reduce((first, at) => Math.min(first, at));
}

/** Up to when raises have been dealt with; none have been by default. */
function liftedUntil(context: JudgeContext, events: readonly StopEvent[]): number {
  let until = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    if (missingToLift(context, event) !== undefined) continue;
    until = Math.max(until, parseTimestamp(event.clearedAt ?? ''));
  }
  return until;
}

/**
 * What a stop event lacks to be lifted: a finding that is there, an authorisation that was given
 * after it and is good for this item, and an instant. `undefined`: it is lifted.
 */
export function missingToLift(
  context: JudgeContext,
  event: StopEvent,
): 'clearedAt' | 'finding' | 'authorisation' | undefined {
  const raised = parseTimestamp(event.at);
  const cleared = event.clearedAt === undefined ? Number.NaN : parseTimestamp(event.clearedAt);
  if (!(cleared <= context.asOf && cleared >= raised)) return 'clearedAt';
  const finding =
    event.finding === undefined ? undefined : context.project.index.evidence.get(event.finding);
  if (finding === undefined || finding.inadmissible !== undefined) return 'finding';
  const time = timeOf(finding);
  const isPast = time === undefined || parseTimestamp(time) <= context.asOf;
  if (!isPast || doubt(context, finding) !== undefined) return 'finding';
  const record = (context.project.authorisations ?? []).find(
    ({ id }) => id === event.authorisation,
  );
  const isGood = record !== undefined && isGoodFor(context, record, event.item, raised);
  return isGood ? undefined : 'authorisation';
}

/** Granted after the stop, and it would count for the item on the day on which it was given. */
function isGoodFor(
  context: JudgeContext,
  record: AuthorisationRecord,
  item: ItemId,
  raised: number,
): boolean {
  const at = parseTimestamp(record.at);
  const rule = context.project.index.rules.get(record.rule);
  if (!(at > raised && at <= context.asOf) || rule === undefined) return false;
  return rule.definitions.some((definition) =>
    definition.demands.some((demand) => {
      const role = context.project.index.roles.get(demand.role);
      if (role === undefined || role.advisory === true) return false;
      const question = { rule, definition, demand, role, step: item, instant: at };
      return consider(context, question).some(
        (entry) => entry.record === record && entry.standing === 'granted',
      );
    }),
  );
}

/**
 * Instants at which an observation broke an expectation that holds at all times. Expectations that
 * change with the steps are judged by the newest observation only: nobody knows any more which one
 * was in force then.
 */
function violations(context: JudgeContext, safeWhile: Condition): readonly number[] {
  const found: number[] = [];
  const open: Condition[] = [safeWhile];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'all') open.push(...next.of);
    if (next.kind === 'probe') found.push(...violationsOf(context, next));
  }
  return found;
}

function violationsOf(context: JudgeContext, condition: ProbeCondition): readonly number[] {
  const probe = context.project.index.probes.get(condition.probe);
  const always = (probe?.expectations ?? []).filter(
    ({ after, before, operator }) =>
      after === undefined && before === undefined && operator !== 'unchanged',
  );
  if (always.length === 0) return [];
  const observed = observations(context, condition);
  if ('verdict' in observed) return [];
  return observed
    .filter(({ fact }) =>
      always.some(
        ({ operator, value }) =>
          compare(operator, fact.value, value) === false &&
          !hasGrown(probe?.organicGrowth, fact.value, value),
      ),
    )
    .map(({ at }) => at);
}

function hasGrown(isOrganic: boolean | undefined, actual: unknown, expected: unknown): boolean {
  return (
    isOrganic === true &&
    typeof actual === 'number' &&
    typeof expected === 'number' &&
    actual >= expected
  );
}
