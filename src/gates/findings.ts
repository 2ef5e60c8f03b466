import { exactSum } from '../lib/statistics.ts';
import { definitionsInForce } from './authorisation.ts';
import { flawOfWaiver } from './condition-judge.ts';
import { isLockBroken } from './conditions/document.ts';
import { byCodeUnit, type JudgeContext } from './context.ts';
import { namesOf } from './cycles.ts';
import type { PlanState } from './plan-state.ts';
import { reason } from './reason-codes.ts';
import { missingToLift } from './stop-judge.ts';
import { isExhausted, type Traits } from './traits.ts';
import type { Finding } from './types.ts';

/**
 * What the evaluation noticed that is neither a gate nor an item: conflicts, cycles, names that
 * lead nowhere. In an order that depends on nothing but the findings.
 */
export function findingsOf(
  context: JudgeContext,
  state: PlanState,
  traits: Traits,
): readonly Finding[] {
  const findings: Finding[] = [
    ...lastingFindings(context, state, traits),
    ...context.share(FIXED, () => fixedFindings(context)),
  ];
  for (const list of state.itemFindings) if (list !== undefined) findings.push(...list);
  return findings.sort(byContent);
}

/** Made once for all what-ifs, because no verdict changes them. */
const FIXED = {};
/** Findings of the shape of the plan, which no change of evidence touches. */
const known = new WeakMap<Traits, readonly Finding[]>();

function lastingFindings(
  context: JudgeContext,
  state: PlanState,
  traits: Traits,
): readonly Finding[] {
  const found = known.get(traits) ?? [
    ...cycles(traits),
    ...loose(context, state),
    ...duplicateIds(traits),
  ];
  known.set(traits, found);
  return found;
}

function fixedFindings(context: JudgeContext): readonly Finding[] {
  return [
    ...waivers(context),
    ...definitions(context),
    ...stops(context),
    ...contracts(context),
    ...budgets(context),
    ...documents(context),
  ];
}

function byContent(a: Finding, b: Finding): number {
  return (
    byCodeUnit(a.reason.code, b.reason.code) ||
    byCodeUnit(a.items.join('\n'), b.items.join('\n')) ||
    byCodeUnit(JSON.stringify(a), JSON.stringify(b))
  );
}

function cycles({ cycles: found }: Traits): Finding[] {
  const findings: Finding[] = [];
  for (const members of found.items.values()) {
    if (members.length === 0) continue;
    const params = { members: namesOf(members), count: members.length };
    findings.push({ reason: reason('item-in-cycle', params), items: members });
  }
  for (const members of found.gates.values()) {
    const first = members[0];
    if (first === undefined) continue;
    const params = { gate: first, members: namesOf(members), count: members.length };
    const why = reason('gate-cycle', params);
    findings.push({ reason: why, items: [], gates: members });
  }
  return findings;
}

/** Names that lead nowhere. */
function loose({ project }: JudgeContext, { graph }: PlanState): Finding[] {
  const findings: Finding[] = [];
  for (const { item, on, optional } of project.dependencies) {
    if (!graph.itemAt.has(item)) {
      findings.push({ reason: reason('dependency-of-unknown-item', { item, on }), items: [] });
    } else if (!graph.itemAt.has(on) && optional !== true) {
      findings.push({ reason: reason('item-dangling', { on }), items: [item] });
    }
  }
  const { classes } = project.index;
  for (const [at, { id, parent, class: named }] of graph.items.entries()) {
    if (graph.parent[at] === -2) {
      const params = { item: id, parent: parent ?? null };
      findings.push({ reason: reason('parent-unknown', params), items: [id] });
    }
    if (named !== undefined && !classes.has(named)) {
      findings.push({ reason: reason('class-unknown', { item: id, class: named }), items: [id] });
    }
  }
  for (const { id, guards } of graph.gates) {
    for (const { item } of guards) {
      if (graph.itemAt.has(item)) continue;
      findings.push({
        reason: reason('guard-unknown', { gate: id, item }),
        items: [],
        gates: [id],
      });
    }
  }
  return findings;
}

function duplicateIds({ faulty, gateFaults }: Traits): Finding[] {
  return [...faulty.values(), ...gateFaults.values()]
    .filter(({ code }) => code === 'duplicate-id' || code === 'unknown-critical')
    .map((why) => ({ reason: why, items: [] }));
}

/** Waivers that do nothing, and why. */
function waivers(context: JudgeContext): Finding[] {
  const { project } = context;
  const findings: Finding[] = [];
  for (const waiver of project.waivers ?? []) {
    const { id, condition, expires } = waiver;
    const gate = project.index.gates.get(waiver.gate);
    const gates = [waiver.gate];
    const flaw = flawOfWaiver(context, waiver);
    if (gate === undefined) {
      findings.push({
        reason: reason('waiver-unused', { waiver: id, condition }),
        items: [],
        gates,
      });
    } else if (gate.nonBypassable === true) {
      const why = reason('waiver-ignored', { waiver: id, condition });
      findings.push({ reason: why, items: [], gates });
    } else if (flaw === 'expired') {
      const why = reason('waiver-expired', { waiver: id, condition, expires });
      findings.push({ reason: why, items: [], gates });
    } else if (flaw !== undefined) {
      const why = reason('waiver-not-valid', { waiver: id, condition, missing: flaw });
      findings.push({ reason: why, items: [], gates });
    }
  }
  return findings;
}

/** Two definitions that both claim to be in force: both must hold, and somebody should decide. */
function definitions(context: JudgeContext): Finding[] {
  return [...context.project.index.rules.values()].flatMap((rule) => {
    const inForce = definitionsInForce(rule, context.asOf);
    if (inForce.length < 2) return [];
    const names = inForce
      .map(({ id }) => id)
      .sort(byCodeUnit)
      .join(', ');
    return [
      { reason: reason('two-definitions', { rule: rule.id, definitions: names }), items: [] },
    ];
  });
}

function stops(context: JudgeContext): Finding[] {
  const findings: Finding[] = [];
  for (const stop of context.project.stopConditions ?? []) {
    const events = stop.events ?? [];
    if (stop.safeWhile === undefined && events.length === 0) {
      findings.push({ reason: reason('stop-without-rule', { stop: stop.id }), items: [] });
    }
    for (const event of events) {
      if (event.clearedAt === undefined) continue;
      const missing = missingToLift(context, event);
      if (missing === undefined) continue;
      const why = reason('lift-incomplete', { stop: stop.id, missing });
      findings.push({ reason: why, items: [event.item] });
    }
  }
  return findings;
}

function contracts(context: JudgeContext): Finding[] {
  const findings: Finding[] = [];
  for (const contract of context.project.contracts ?? []) {
    const items = contract.item === undefined ? [] : [contract.item];
    if (isExhausted(context, contract)) {
      const params = { contract: contract.id, limit: contract.attemptLimit ?? null };
      findings.push({ reason: reason('item-attempts-exhausted', params), items });
    }
    const lines = contract.totals?.lines;
    if (lines !== undefined) {
      const { deliverables } = contract;
      // Rows that a file must have are lines that it has at least.
      const least = exactSum(deliverables.map((entry) => entry.lines?.min ?? entry.minRows ?? 0));
      const most = exactSum(
        deliverables.map((entry) => entry.lines?.max ?? Number.POSITIVE_INFINITY),
      );
      if (least < lines.min || most > lines.max) {
        const shown = Number.isFinite(most) ? most : null;
        const params = { contract: contract.id, least, most: shown, ...lines };
        findings.push({ reason: reason('totals-out-of-reach', params), items });
      }
    }
    for (const target of contract.targets ?? []) {
      if (target.metric !== undefined) continue;
      findings.push({ reason: reason('target-without-metric', { target: target.id }), items });
    }
  }
  return findings;
}

/** Keeping every day's cap of a month of 30 days would still break the month's. */
function budgets({ project }: JudgeContext): Finding[] {
  return (project.budgets ?? []).flatMap(({ id, item, dailyCap, monthlyCap }) => {
    if (dailyCap === undefined || monthlyCap === undefined) return [];
    if (!(dailyCap * 30 > monthlyCap)) return [];
    const params = { budget: id, daily: dailyCap, monthly: monthlyCap };
    const items = item === undefined ? [] : [item];
    return [{ reason: reason('daily-cap-beyond-monthly', params), items }];
  });
}

function documents({ project }: JudgeContext): Finding[] {
  return (project.documents ?? [])
    .filter((entry) => isLockBroken(project, entry))
    .map(({ id }) => ({ reason: reason('document-lock-broken', { document: id }), items: [] }));
}
