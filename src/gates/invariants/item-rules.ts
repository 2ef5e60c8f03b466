import { isUsable } from '../item-completion.ts';
import { reason } from '../reason-codes.ts';
import { eachOf } from '../rows.ts';
import { type JudgedPlan, Outcome, type Rule } from './rule.ts';

function declaredOf({ graph }: JudgedPlan, at: number) {
  return graph.items[at]?.declared?.state;
}

/** Whoever says that something is complete, or ticks a box, says by what. */
export const completeNeedsEvidence: Rule = (plan) => {
  const outcome = new Outcome();
  const { context, state, graph } = plan;
  for (const [at, item] of graph.items.entries()) {
    if (item.declared?.state !== 'complete' || state.deferred[at] === 1) continue;
    outcome.checked += 1;
    if (state.done[at] === 1) continue;
    const linked = [...(item.evidence ?? []), ...(item.declared.evidence ?? [])];
    const areUsable = linked.every((id) => isUsable(context, id));
    if (areUsable && (linked.length > 0 || isShownOtherwise(plan, at))) continue;
    const why = reason('complete-without-evidence', { item: item.id });
    outcome.against({ items: [item.id], reason: why });
  }
  boxes(plan, outcome);
  return outcome;
};

function isShownOtherwise({ state, graph }: JudgedPlan, at: number): boolean {
  let shown = false;
  eachOf(graph.completeGates, at, (gate) => {
    if (state.axes[gate]?.isProven === true) shown = true;
  });
  eachOf(graph.children, at, (child) => {
    if (state.deferred[child] === 0) shown = true;
  });
  return shown;
}

function boxes({ context }: JudgedPlan, outcome: Outcome): void {
  for (const list of context.project.checklists ?? []) {
    const items = list.item === undefined ? [] : [list.item];
    for (const box of list.groups.flatMap((group) => group.boxes)) {
      if (!box.checked) continue;
      outcome.checked += 1;
      const links = box.links ?? [];
      const evidence = box.evidence ?? [];
      const broken = links.find((link) => link.exists === false);
      const subject = box.id;
      if (broken !== undefined) {
        const why = reason('box-link-broken', { box: box.id, href: broken.href });
        outcome.against({ items, subject, reason: why });
      } else if (
        (links.length === 0 && evidence.length === 0) ||
        !evidence.every((id) => isUsable(context, id))
      ) {
        const why = reason('box-without-evidence', { box: box.id });
        outcome.against({ items, subject, reason: why });
      }
    }
  }
}

/** Nothing is complete before what it depends on. */
export const completeAfterDependencies: Rule = (plan) => {
  const outcome = new Outcome();
  const { state, graph } = plan;
  for (const [at, item] of graph.items.entries()) {
    if (declaredOf(plan, at) !== 'complete' || state.deferred[at] === 1) continue;
    eachOf(graph.dependencies, at, (other) => {
      outcome.checked += 1;
      const on = graph.items[other];
      if (on !== undefined && state.done[other] === 1) return;
      const params = { item: item.id, on: on?.id ?? null };
      outcome.against({
        items: on === undefined ? [item.id] : [item.id, on.id],
        reason: reason('complete-before-dependency', params),
      });
    });
  }
  return outcome;
};

/** No phase goes ahead, with anything inside it, while one before it is open. */
export const earlierPhaseBlocksLater: Rule = (plan) => {
  const outcome = new Outcome();
  const { state, graph } = plan;
  const isUnderWay = underWay(plan);
  for (const [at, item] of graph.items.entries()) {
    if (!isPhase(plan, at)) continue;
    eachOf(graph.dependencies, at, (other) => {
      const earlier = graph.items[other];
      if (earlier === undefined || !isPhase(plan, other)) return;
      outcome.checked += 1;
      let isOpen = state.done[other] === 0;
      eachOf(graph.advanceGates, at, (gate) => {
        const isOfEarlier = graph.gates[gate]?.guards.some(({ item: id }) => id === earlier.id);
        if (isOfEarlier === true && state.gates[gate]?.verdict !== 'passed') isOpen = true;
      });
      if (!isOpen || isUnderWay[at] === 0) return;
      const params = { phase: item.id, earlier: earlier.id };
      outcome.against({
        items: [item.id, earlier.id],
        reason: reason('phase-before-phase', params),
      });
    });
  }
  return outcome;
};

/** Whatever the plan calls a phase, and whatever holds other items. */
function isPhase({ graph }: JudgedPlan, at: number): boolean {
  const holds = (graph.children.offsets[at + 1] ?? 0) > (graph.children.offsets[at] ?? 0);
  return holds || graph.items[at]?.kind === 'phase';
}

/** 1 for items that somebody declares begun or complete, and for all that they are part of. */
function underWay(plan: JudgedPlan): Uint8Array {
  const { graph } = plan;
  const found = new Uint8Array(graph.items.length);
  for (let first = 0; first < graph.items.length; first += 1) {
    const declared = declaredOf(plan, first);
    if (declared !== 'complete' && declared !== 'in-progress' && declared !== 'reopened') continue;
    let at = first;
    while (at >= 0 && found[at] === 0) {
      found[at] = 1;
      at = graph.parent[at] ?? -1;
    }
  }
  return found;
}

/** What a gate guards is closed only with that gate passed. */
export const guardedCloseNeedsGate: Rule = (plan) => {
  const outcome = new Outcome();
  const { state, graph } = plan;
  for (const [at, item] of graph.items.entries()) {
    if (declaredOf(plan, at) !== 'complete' || state.deferred[at] === 1) continue;
    eachOf(graph.completeGates, at, (number) => {
      outcome.checked += 1;
      const gate = graph.gates[number];
      if (gate === undefined || state.gates[number]?.verdict === 'passed') return;
      const params = { item: item.id, gate: gate.id };
      const why = reason('closed-without-gate', params);
      outcome.against({ items: [item.id], subject: gate.id, reason: why });
    });
  }
  return outcome;
};

/** Nothing is carried out without a valid authorisation of its own. */
export const stepNeedsOwnAuthorisation: Rule = (plan) => {
  const outcome = new Outcome();
  const { state, graph } = plan;
  for (const [at, item] of graph.items.entries()) {
    const permission = state.items[at]?.permission;
    if (permission === undefined || permission === 'not-required') continue;
    const declared = declaredOf(plan, at);
    const isBegun = declared === 'complete' || declared === 'in-progress' || state.done[at] === 1;
    if (!isBegun) continue;
    outcome.checked += 1;
    if (permission === 'authorised') continue;
    const why = reason('step-without-authorisation', { item: item.id });
    outcome.against({ items: [item.id], reason: why });
  }
  return outcome;
};
