import type { Condition } from '../model/condition.ts';
import type { Evidence } from '../model/evidence.ts';
import type { AuthorisationRecord } from '../model/governance.ts';
import { type AuthorisationRuleId, authorisationRuleId, type ItemId } from '../model/ids.ts';
import type { Project } from '../model/project-index.ts';
import type { Touched } from './change.ts';
import { readRule } from './conditions/authorisation.ts';
import type { ReadSink } from './handler.ts';
import {
  doneNode,
  gateNode,
  invariantNode,
  type PlanGraph,
  startNode,
  stopNode,
} from './plan-graph.ts';
import { readsOf } from './reads.ts';

/**
 * From a piece of evidence, a record or a declaration to the nodes that look at it. Made once and
 * only when a change comes; it may name too many nodes and never too few.
 */
export class Dependents {
  readonly #graph: PlanGraph;
  readonly #project: Project;
  readonly #masters: readonly AuthorisationRuleId[];
  readonly #nodes = new Map<string, number[]>();
  #node = -1;

  constructor(graph: PlanGraph, project: Project) {
    this.#graph = graph;
    this.#project = project;
    this.#masters = [...project.index.rules.values()]
      .filter(({ master }) => master === true)
      .map(({ id }) => id);
    this.#readGates();
    this.#readStops();
    for (const at of graph.items.keys()) this.#readItem(at);
    this.#readRecords(project.authorisations ?? []);
  }

  /** The nodes to be judged again after a change. */
  of(touched: Touched): ReadonlySet<number> {
    const found = new Set<number>();
    const look = (...key: readonly (string | undefined)[]) => {
      for (const node of this.#nodes.get(JSON.stringify(key)) ?? []) found.add(node);
    };
    for (const list of [touched.removed, touched.added, touched.compared]) {
      for (const entry of list) lookAt(entry, look);
    }
    for (const record of touched.records) {
      look('rule', record.rule);
      for (const step of record.steps) look('rule', record.rule, step);
      look('record', record.id);
    }
    for (const { gate } of touched.waivers) {
      const at = this.#graph.gateAt.get(gate);
      if (at !== undefined) found.add(gateNode(this.#graph, at));
    }
    for (const id of touched.items) {
      look('declared', id);
      this.#declaredBy(id, found);
    }
    return found;
  }

  /** Whoever asks whether the item was carried out may be told otherwise, in or out of a cycle. */
  #declaredBy(id: ItemId, found: Set<number>): void {
    const graph = this.#graph;
    const at = graph.itemAt.get(id);
    if (at === undefined) return;
    const done = doneNode(graph, at);
    found.add(startNode(at));
    found.add(done);
    const end = graph.users.offsets[done + 1] ?? 0;
    for (let slot = graph.users.offsets[done] ?? 0; slot < end; slot += 1) {
      found.add(graph.users.targets[slot] ?? 0);
    }
  }

  #add(...key: readonly (string | undefined)[]): void {
    const text = JSON.stringify(key);
    const list = this.#nodes.get(text);
    if (list === undefined) this.#nodes.set(text, [this.#node]);
    else if (list.at(-1) !== this.#node) list.push(this.#node);
  }

  readonly #sink: ReadSink = {
    gate: () => undefined,
    item: (id) => this.#add('declared', id),
    declared: (id) => this.#add('declared', id),
    evidence: (id) => this.#add('evidence', id),
    evidenceBy: (property, value) => this.#add(property, value),
    rule: (id, step) => (step === undefined ? this.#add('rule', id) : this.#add('rule', id, step)),
  };

  #read(node: number, condition: Condition | undefined): void {
    this.#node = node;
    if (condition !== undefined) readsOf(condition, this.#project, this.#sink);
  }

  #readGates(): void {
    const graph = this.#graph;
    for (const [at, gate] of graph.gates.entries()) {
      for (const condition of gate.conditions) this.#read(gateNode(graph, at), condition);
      for (const waiver of this.#project.index.waivers.get(gate.id) ?? []) {
        for (const id of waiver.evidence ?? []) this.#add('evidence', id);
      }
    }
    for (const [at, { condition }] of graph.invariants.entries()) {
      this.#read(invariantNode(graph, at), condition);
    }
  }

  #readStops(): void {
    const graph = this.#graph;
    for (const [at, stop] of graph.stops.entries()) {
      this.#read(stopNode(graph, at), stop.safeWhile);
      for (const event of stop.events ?? []) {
        const item = graph.itemAt.get(event.item);
        if (item === undefined) continue;
        this.#node = startNode(item);
        if (event.finding !== undefined) this.#add('evidence', event.finding);
        if (event.authorisation !== undefined) this.#add('record', event.authorisation);
        const record = (this.#project.authorisations ?? []).find(
          ({ id }) => id === event.authorisation,
        );
        if (record === undefined) continue;
        readRule(this.#project, record.rule, event.item, this.#sink);
      }
    }
  }

  /** The evidence of a record is part of it. */
  #readRecords(records: readonly AuthorisationRecord[]): void {
    for (const { rule, steps, evidence } of records) {
      const nodes = new Set<number>();
      const keys = [['rule', rule], ...steps.map((step) => ['rule', rule, step])];
      for (const key of keys) {
        for (const node of this.#nodes.get(JSON.stringify(key)) ?? []) nodes.add(node);
      }
      for (const id of evidence ?? []) {
        for (const node of nodes) {
          this.#node = node;
          this.#add('evidence', id);
        }
      }
    }
  }

  #readItem(at: number): void {
    const item = this.#graph.items[at];
    if (item === undefined) return;
    this.#read(startNode(at), item.deferred?.reactivatedWhen);
    this.#node = doneNode(this.#graph, at);
    for (const id of item.evidence ?? []) this.#add('evidence', id);
    for (const id of item.declared?.evidence ?? []) this.#add('evidence', id);
    if (item.kind === 'step') {
      for (const id of this.#masters) readRule(this.#project, id, item.id, this.#sink);
    }
    if (item.forbidden?.unless === undefined) return;
    const rule = authorisationRuleId(item.forbidden.unless);
    for (const node of [startNode(at), doneNode(this.#graph, at)]) {
      this.#node = node;
      readRule(this.#project, rule, item.id, this.#sink);
    }
  }

  /** After a change: what it brought is looked at from now on, too. */
  learn(touched: Touched): void {
    for (const id of touched.items) {
      const at = this.#graph.itemAt.get(id);
      if (at !== undefined) this.#readItem(at);
    }
    this.#readRecords(touched.records);
    for (const waiver of touched.waivers) {
      const at = this.#graph.gateAt.get(waiver.gate);
      if (at === undefined) continue;
      this.#node = gateNode(this.#graph, at);
      for (const id of waiver.evidence ?? []) this.#add('evidence', id);
    }
  }
}

function lookAt(entry: Evidence, look: (...key: readonly string[]) => void): void {
  look('evidence', entry.id);
  look('kind', entry.kind);
  if (entry.path !== undefined) look('path', entry.path);
  for (const covered of entry.covers ?? []) look('covers', covered);
  for (const fact of entry.facts ?? []) {
    switch (fact.type) {
      case 'observation':
        look('observation', fact.probe);
        break;
      case 'rehearsal':
        look('rehearsal', fact.step);
        break;
      case 'attestation':
        look('attestation', fact.predicateType);
        break;
      case 'review':
        look('review', fact.subject);
        break;
      case 'file':
        look('file', fact.path);
        break;
      case 'series':
        look('series', fact.metric);
        break;
      case 'tests':
      case 'value':
      case 'report':
        break;
    }
  }
}
