import type { Condition } from '../model/condition.ts';
import type { GateId, ItemId } from '../model/ids.ts';
import type { Project } from '../model/project-index.ts';
import { type Assumed, type Assumption, assumedIn, NOTHING } from './assumptions.ts';
import { axesOf, NO_AXES } from './axes.ts';
import { OwnProject, type PlanChange } from './change.ts';
import { ConditionJudge } from './condition-judge.ts';
import { JudgeContext, type World } from './context.ts';
import { Dependents } from './dependents.ts';
import { findingsOf } from './findings.ts';
import { judgeGate } from './gate-judge.ts';
import { invariantsOf } from './invariants/invariants.ts';
import { judgeItem } from './item-judge.ts';
import { judgeStart } from './item-start.ts';
import {
  buildPlanGraph,
  doneNode,
  gateNode,
  type PlanGraph,
  startNode,
  stopNode,
} from './plan-graph.ts';
import { type Axes, PlanState } from './plan-state.ts';
import { reason } from './reason-codes.ts';
import { ResultMap } from './result-map.ts';
import { type Traits, traitsOf } from './traits.ts';
import type {
  ConditionResult,
  EvaluationOptions,
  GateResult,
  ItemResult,
  Verdicts,
} from './types.ts';

/**
 * Judges a plan node by node, each once what it needs is judged. Knows nothing of changes: it
 * judges the nodes that it is told to, and those that these turn out to change.
 */
export class Engine {
  readonly graph: PlanGraph;
  readonly context: JudgeContext;
  traits: Traits;
  state: PlanState;
  readonly #gates = new ResultMap<GateId, GateResult>();
  readonly #items = new ResultMap<ItemId, ItemResult>();
  #own: OwnProject | undefined;
  #dependents: Dependents | undefined;
  #assumed: Assumed = NOTHING;
  /** The node being judged, `-1` for a question from outside. */
  #current = -1;

  constructor(project: Project, options: EvaluationOptions) {
    const world: World = {
      gate: (id) => this.#gate(id),
      carriedOut: (id) => this.#carriedOut(id),
    };
    this.context = new JudgeContext(project, options, world);
    this.graph = buildPlanGraph(project);
    this.traits = traitsOf(this.context, this.graph);
    this.state = new PlanState(this.graph);
  }

  /** Judges everything. */
  judgeAll(assumptions: readonly Assumption[] = []): Verdicts {
    this.#assume(assumptions);
    for (const node of this.graph.order) this.#judge(node);
    return this.verdicts();
  }

  /** Judges some nodes again and everything that changes because of them. */
  judgeFrom(nodes: Iterable<number>): void {
    const { order, position, users, cyclic, component } = this.graph;
    let current = -1;
    const dirty = new Uint8Array(order.length);
    const items = this.graph.items.length;
    let first = order.length;
    for (const node of nodes) {
      const at = position[node] ?? 0;
      dirty[at] = 1;
      if (at < first) first = at;
    }
    for (let at = first; at < order.length; at += 1) {
      if (dirty[at] !== 1) continue;
      const node = order[at] ?? 0;
      if (cyclic[node] === 1 && component[node] !== current) {
        // Members of a cycle look at each other, so they are told again together.
        current = component[node] ?? -1;
        while (at > 0 && component[order[at - 1] ?? 0] === current) at -= 1;
        for (let to = at; component[order[to] ?? -1] === current; to += 1) dirty[to] = 1;
        at -= 1;
        continue;
      }
      const hasChanged = this.#judge(node);
      // The completion of an item tells why it may not start, so it is told again in any case.
      if (node < items) dirty[position[node + items] ?? 0] = 1;
      if (!hasChanged) continue;
      const end = users.offsets[node + 1] ?? 0;
      for (let slot = users.offsets[node] ?? 0; slot < end; slot += 1) {
        dirty[position[users.targets[slot] ?? 0] ?? 0] = 1;
      }
    }
  }

  /** The same plan under assumptions; what has been judged stays as it is. */
  suppose(assumptions: readonly Assumption[]): Verdicts {
    const before = this.state;
    this.state = new PlanState(this.graph, before);
    this.#assume(assumptions);
    try {
      this.judgeFrom(this.#touched(assumptions));
      return this.verdicts();
    } finally {
      this.state = before;
      this.#assumed = NOTHING;
    }
  }

  /** The same plan after a change; from now on this is the plan. */
  update(change: PlanChange): Verdicts {
    this.#own ??= new OwnProject(this.context.project);
    this.#dependents ??= new Dependents(this.graph, this.context.project);
    const touched = this.#own.apply(change);
    for (const id of touched.items) {
      const at = this.graph.itemAt.get(id);
      const item = this.#own.project.index.items.get(id);
      if (at !== undefined && item !== undefined) this.graph.items[at] = item;
    }
    this.context.replaceProject({ ...this.#own.project }, touched);
    const nodes = this.#dependents.of(touched);
    this.#dependents.learn(touched);
    this.judgeFrom(nodes);
    return this.verdicts();
  }

  /** What is complete by assumption is so from the start, for those in a cycle with it, too. */
  #assume(assumptions: readonly Assumption[]): void {
    this.#assumed = assumedIn(assumptions);
    for (const id of this.#assumed.items) {
      const at = this.graph.itemAt.get(id);
      if (at === undefined) continue;
      this.state.done[at] = 1;
      this.state.proven[at] = 1;
    }
  }

  /** A condition that stands outside the gates, for example in a contract. */
  condition(condition: Condition): ConditionResult {
    return new ConditionJudge(this.context).part(condition);
  }

  verdicts(): Verdicts {
    const { state, graph, context, traits } = this;
    return {
      asOf: context.options.asOf,
      gates: this.#gates.next(state.gates),
      items: this.#items.next(state.items),
      invariants: invariantsOf({ context, state, graph, condition: (c) => this.condition(c) }),
      findings: findingsOf(context, state, traits),
    };
  }

  #judge(node: number): boolean {
    this.#current = node;
    try {
      const count = this.graph.items.length;
      if (node < count) return this.#judgeStart(node);
      if (node < 2 * count) return this.#judgeItem(node - count);
      const gates = this.graph.gates.length;
      if (node < 2 * count + gates) return this.#judgeGate(node - 2 * count);
      const stops = this.graph.stops.length;
      if (node < 2 * count + gates + stops) return this.#judgeStop(node - 2 * count - gates);
      return this.#judgeInvariant(node - 2 * count - gates - stops);
    } finally {
      this.#current = -1;
    }
  }

  #judgeStart(at: number): boolean {
    return judgeStart(this.context, this.state, this.traits, at, this.#assumed.stops);
  }

  #judgeItem(at: number): boolean {
    const id = this.graph.items[at]?.id;
    const isAssumed = id !== undefined && this.#assumed.items.has(id);
    return judgeItem(this.context, this.state, this.traits, at, isAssumed);
  }

  #judgeGate(at: number): boolean {
    const gate = this.graph.gates[at];
    if (gate === undefined) return false;
    const assumed = this.#assumed.conditions.get(gate.id);
    const judged = judgeGate(this.context, gate, this.traits.gateFaults.get(at), assumed);
    const verdict = this.#assumed.gates.get(gate.id);
    const result =
      verdict === undefined ? judged : { ...judged, verdict, reason: reason('assumed') };
    const before = this.state.gates[at];
    const axesBefore = this.state.axes[at];
    const axes = verdict === 'passed' ? ALL_WELL : axesOf(result, (id) => this.#axes(id));
    this.state.gates[at] = result;
    this.state.axes[at] = axes;
    return (
      before === undefined || !isSameToOthers(before, result) || !areSameAxes(axesBefore, axes)
    );
  }

  #judgeStop(at: number): boolean {
    const safeWhile = this.graph.stops[at]?.safeWhile;
    this.state.stops[at] =
      safeWhile === undefined ? undefined : new ConditionJudge(this.context).part(safeWhile);
    return true;
  }

  #judgeInvariant(at: number): boolean {
    const condition = this.graph.invariants[at]?.condition;
    if (condition !== undefined) {
      this.state.invariants[at] = new ConditionJudge(this.context).part(condition);
    }
    return false;
  }

  #axes(id: GateId) {
    const at = this.graph.gateAt.get(id);
    if (at === undefined || this.#isOfOneCycle(gateNode(this.graph, at))) return undefined;
    return this.state.axes[at] ?? NO_AXES;
  }

  /** Waits for the node being judged, which waits for it. */
  #isOfOneCycle(node: number): boolean {
    const { cyclic, component } = this.graph;
    if (this.#current < 0 || cyclic[node] !== 1) return false;
    return component[node] === component[this.#current];
  }

  #gate(id: GateId): GateResult | undefined {
    const { graph } = this;
    const at = graph.gateAt.get(id);
    if (at === undefined) return undefined;
    return this.#isOfOneCycle(gateNode(graph, at)) ? undefined : this.state.gates[at];
  }

  #carriedOut(id: ItemId): boolean | 'in-doubt' | undefined {
    const { graph, state } = this;
    const at = graph.itemAt.get(id);
    if (at === undefined) return undefined;
    if (this.#assumed.items.has(id)) return true;
    const isDeclared = graph.items[at]?.declared?.state === 'complete';
    const isOfOneCycle =
      this.#current >= 0 &&
      graph.softComponent[doneNode(graph, at)] === graph.softComponent[this.#current];
    if (isOfOneCycle) return isDeclared;
    if (state.done[at] === 1) return true;
    return isDeclared || state.doneInDoubt[at] === 1 ? 'in-doubt' : false;
  }

  #touched(assumptions: readonly Assumption[]): readonly number[] {
    const { graph } = this;
    const nodes: number[] = [];
    for (const assumption of assumptions) {
      switch (assumption.kind) {
        case 'condition':
        case 'gate': {
          const at = graph.gateAt.get(assumption.gate);
          if (at !== undefined) nodes.push(gateNode(graph, at));
          break;
        }
        case 'item': {
          const at = graph.itemAt.get(assumption.item);
          if (at !== undefined) {
            nodes.push(startNode(at), doneNode(graph, at), ...this.#asking(at));
            eachUser(graph, doneNode(graph, at), (node) => nodes.push(node));
          }
          break;
        }
        case 'stop':
          for (const [at, stop] of graph.stops.entries()) {
            if (stop.id === assumption.stop) nodes.push(stopNode(graph, at));
          }
          break;
      }
    }
    return nodes;
  }

  /** Nodes that ask for the item inside a soft cycle, where no edge leads to them. */
  #asking(at: number): readonly number[] {
    const own = this.graph.softComponent[doneNode(this.graph, at)];
    const found: number[] = [];
    for (let node = 2 * this.graph.items.length; node < this.graph.nodeCount; node += 1) {
      if (this.graph.softComponent[node] === own) found.push(node);
    }
    return found;
  }
}

function eachUser(graph: PlanGraph, node: number, visit: (user: number) => void): void {
  const end = graph.users.offsets[node + 1] ?? 0;
  for (let slot = graph.users.offsets[node] ?? 0; slot < end; slot += 1) {
    visit(graph.users.targets[slot] ?? 0);
  }
}

const ALL_WELL: Axes = {
  readiness: 'proven',
  permission: 'authorised',
  isProven: true,
  isInDoubt: false,
};

function areSameAxes(a: Axes | undefined, b: Axes): boolean {
  return (
    a?.readiness === b.readiness &&
    a.permission === b.permission &&
    a.isProven === b.isProven &&
    a.isInDoubt === b.isInDoubt
  );
}

/** Whether items and other gates would find the same in it. */
function isSameToOthers(a: GateResult, b: GateResult): boolean {
  return (
    a.verdict === b.verdict &&
    a.contradicts === b.contradicts &&
    a.conditions.length === b.conditions.length &&
    a.conditions.every((entry, at) => entry.verdict === b.conditions[at]?.verdict)
  );
}
