import { parseTimestamp } from '../../lib/timestamp.ts';
import type { Reverification } from '../../model/governance.ts';
import { conditionId, probeId } from '../../model/ids.ts';
import type { PlanItem } from '../../model/plan.ts';
import { isUsable } from '../item-completion.ts';
import type { PlanGraph } from '../plan-graph.ts';
import { reason } from '../reason-codes.ts';
import { isAdvisory } from '../records.ts';
import { eachOf } from '../rows.ts';
import { attemptsUntil } from '../traits.ts';
import { type JudgedPlan, Outcome, type Rule } from './rule.ts';

/** One authorisation covers one step. */
export const oneAuthorisationOneStep: Rule = ({ context }) => {
  const outcome = new Outcome();
  for (const record of context.project.authorisations ?? []) {
    if (parseTimestamp(record.at) > context.asOf) continue;
    outcome.checked += 1;
    const steps = new Set(record.steps);
    if (steps.size < 2) continue;
    const why = reason('one-record-many-steps', { record: record.id, steps: steps.size });
    outcome.against({ items: [...steps], subject: record.id, reason: why });
  }
  return outcome;
};

/** What an adviser says allows nothing; a rehearsal is all that it may let happen. */
export const advisoryAuthorisesNothing: Rule = ({ context }) => {
  const outcome = new Outcome();
  for (const record of context.project.authorisations ?? []) {
    if (parseTimestamp(record.at) > context.asOf) continue;
    outcome.checked += 1;
    const claims = record.decision === 'granted' && record.scope === 'commit';
    if (!claims || !isAdvisory(context.project, record)) continue;
    const why = reason('advisory-grant', { record: record.id, role: record.role });
    outcome.against({ items: [...new Set(record.steps)], subject: record.id, reason: why });
  }
  return outcome;
};

/**
 * Between two steps the re-verification was recorded. A step is what needs leave to be carried out,
 * whatever its kind is called; one comes between two of them if the later depends on the earlier, or
 * was the next to be closed.
 */
export const reVerifiedBetweenSteps: Rule = (plan) => {
  const outcome = new Outcome();
  const { context, graph } = plan;
  const steps = stepsBegun(plan);
  if (steps.size === 0) return outcome;
  const closings = byClosing(steps);
  const byStep = Map.groupBy(context.project.reverifications ?? [], ({ after }) => after);
  for (const [at, later] of steps) {
    for (const earlier of earlierSteps(graph, steps, closings, at)) {
      outcome.checked += 1;
      const recorded = between(plan, byStep.get(earlier.id) ?? [], earlier, later);
      const failed = recorded.find(({ result }) => result === 'failed');
      const items = [earlier.id, later.id];
      if (failed !== undefined) {
        const params = { after: earlier.id, at: failed.at };
        outcome.against({ items, reason: reason('re-verification-failed', params) });
      } else if (recorded.length === 0) {
        const params = { after: earlier.id, before: later.id };
        outcome.against({ items, reason: reason('not-re-verified', params) });
      }
    }
  }
  return outcome;
};

/** What was begun and needs leave; a step that was closed at a known instant carries it. */
function stepsBegun({ graph, state }: JudgedPlan): ReadonlyMap<number, Step> {
  const steps = new Map<number, Step>();
  for (const [at, item] of graph.items.entries()) {
    const declared = item.declared?.state;
    if (declared !== 'complete' && declared !== 'in-progress') continue;
    if (state.items[at]?.permission === 'not-required') continue;
    steps.set(at, { ...item, closed: instant(item) });
  }
  return steps;
}

interface Step extends PlanItem {
  readonly closed: number | undefined;
}

/** The steps that a step depends on, and the one that was closed last before it. */
function earlierSteps(
  graph: PlanGraph,
  steps: ReadonlyMap<number, Step>,
  closings: readonly Closing[],
  at: number,
): ReadonlySet<Step> {
  const earlier = new Set<Step>();
  eachOf(graph.dependencies, at, (other) => {
    const step = steps.get(other);
    if (step !== undefined) earlier.add(step);
  });
  const end = steps.get(at)?.closed;
  if (end === undefined) return earlier;
  const last = lastBefore(closings, end);
  if (last !== undefined) earlier.add(last);
  return earlier;
}

/** An instant at which a step was closed, and the first step of the plan that was. */
type Closing = readonly [at: number, step: Step];

function byClosing(steps: ReadonlyMap<number, Step>): readonly Closing[] {
  const first = new Map<number, Step>();
  for (const step of steps.values()) {
    if (step.closed !== undefined && !first.has(step.closed)) first.set(step.closed, step);
  }
  return [...first].sort(([a], [b]) => a - b);
}

/** Found by halves: plans have thousands of steps, and each asks. */
function lastBefore(closings: readonly Closing[], end: number): Step | undefined {
  let from = 0;
  let to = closings.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((closings[middle]?.[0] ?? end) < end) from = middle + 1;
    else to = middle;
  }
  return closings[from - 1]?.[1];
}

/** Records after the one step and not after the other, as far as anybody said when they were. */
function between(
  { context }: JudgedPlan,
  recorded: readonly Reverification[],
  earlier: Step,
  later: Step,
): readonly Reverification[] {
  const from = earlier.closed ?? Number.NEGATIVE_INFINITY;
  const to = Math.min(later.closed ?? context.asOf, context.asOf);
  return recorded.filter(({ at, before, evidence, result }) => {
    const time = parseTimestamp(at);
    if (!(time >= from && time <= to)) return false;
    if (result === 'failed') return true;
    // A record that names the step it was made for says nothing of another one.
    const isForIt = before === undefined || before === later.id;
    return isForIt && (evidence ?? []).every((id) => isUsable(context, id));
  });
}

/** When a step was complete; of one that is under way nobody knows when it began. */
function instant({ declared }: PlanItem): number | undefined {
  if (declared?.state !== 'complete' || declared.at === undefined) return undefined;
  const at = parseTimestamp(declared.at);
  return Number.isNaN(at) ? undefined : at;
}

/** No more attempts than a contract allows. */
export const attemptsWithinLimit: Rule = ({ context }) => {
  const outcome = new Outcome();
  for (const contract of context.project.contracts ?? []) {
    const limit = contract.attemptLimit;
    if (limit === undefined) continue;
    outcome.checked += 1;
    const numbers = new Set(attemptsUntil(context, contract).map(({ number }) => number));
    const attempts = Math.max(numbers.size, ...numbers);
    if (attempts <= limit) continue;
    const params = { contract: contract.id, attempts, limit };
    outcome.against({
      items: contract.item === undefined ? [] : [contract.item],
      subject: contract.id,
      reason: reason('attempts-over-limit', params),
    });
  }
  return outcome;
};

/** What an item must never do is not seen to have happened; each such effect is a probe. */
export const forbiddenEffectsAbsent: Rule = (plan) => {
  const outcome = new Outcome();
  for (const item of plan.graph.items) {
    for (const effect of item.effects ?? []) {
      if (effect.kind !== 'forbidden') continue;
      outcome.checked += 1;
      if (effect.probe === undefined) {
        outcome.open += 1;
        continue;
      }
      const result = plan.condition({
        id: conditionId(effect.id),
        title: effect.text,
        kind: 'probe',
        probe: probeId(effect.probe),
      });
      if (result.verdict === 'failed') {
        const why = reason('forbidden-effect', { item: item.id, effect: effect.id });
        outcome.against({ items: [item.id], subject: effect.id, reason: why, uses: result.uses });
      } else if (result.verdict !== 'passed') outcome.open += 1;
    }
  }
  return outcome;
};

/** What was recorded is what comes out. */
export const recordedEqualsRecomputed: Rule = ({ context, state, graph }) => {
  const outcome = new Outcome();
  for (const result of state.gates) {
    if (result?.declared === undefined || result.declared.verdict === 'unknown') continue;
    outcome.checked += 1;
    if (!result.contradicts) continue;
    const params = {
      gate: result.id,
      recorded: result.declared.verdict,
      computed: result.verdict,
    };
    outcome.against({
      items: [],
      subject: result.id,
      reason: reason('gate-recorded-otherwise', params),
    });
  }
  for (const [at, item] of graph.items.entries()) {
    const recorded = item.declared?.state;
    if (recorded !== 'complete' && recorded !== 'in-progress') continue;
    outcome.checked += 1;
    const computed = state.items[at]?.state;
    const isOther =
      computed === 'contradicted' || (computed === 'stopped' && recorded === 'complete');
    if (!isOther) continue;
    const params = { item: item.id, recorded, computed };
    outcome.against({ items: [item.id], reason: reason('item-recorded-otherwise', params) });
  }
  for (const contract of context.project.contracts ?? []) {
    for (const attempt of attemptsUntil(context, contract)) {
      if (contract.validator === undefined || attempt.exitCode === undefined) continue;
      if (attempt.verdict === 'pending') continue;
      outcome.checked += 1;
      const accepts = attempt.exitCode === contract.validator.acceptedExitCode;
      if (accepts === (attempt.verdict === 'accepted')) continue;
      const params = {
        contract: contract.id,
        attempt: attempt.number,
        exitCode: attempt.exitCode,
      };
      outcome.against({
        items: contract.item === undefined ? [] : [contract.item],
        subject: contract.id,
        reason: reason('attempt-recorded-otherwise', params),
      });
    }
  }
  return outcome;
};
