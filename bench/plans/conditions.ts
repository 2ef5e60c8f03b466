import type { Condition } from '../../src/model/condition.ts';
import {
  authorisationRuleId,
  conditionId,
  gateId,
  type ItemId,
  metricId,
  roleId,
} from '../../src/model/ids.ts';
import { pick, type Random, wholeBelow } from '../support/random.ts';
import {
  type EvidenceKind,
  evidenceNumber,
  idOfEvidence,
  pathOfEvidence,
  turnsOf,
} from './evidence.ts';

interface Surroundings {
  readonly leafId: (leaf: number) => ItemId;
  readonly leafCount: number;
  readonly evidence: number;
  readonly metrics: number;
}

type Simple = 'evidence' | 'tests' | 'value' | 'metric' | 'review' | 'authorisation' | 'gate';

/** How many of a hundred conditions are of each kind; the rest is composite. */
const shares: readonly (readonly [Simple, number])[] = [
  ['evidence', 27],
  ['tests', 27],
  ['value', 16],
  ['metric', 8],
  ['review', 5],
  ['authorisation', 5],
  ['gate', 5],
];
const ninetyDays = 7_776_000;
/** Rules under which every step needs a grant of its own. */
export const rules = ['build-record', 'change-record', 'cut-over', 'data-move', 'go-live'] as const;

/** Makes the conditions of gates: what a gate asks for is mostly about its own item. */
export class ConditionMaker {
  readonly #random: Random;
  readonly #around: Surroundings;
  readonly #turns: Readonly<Record<EvidenceKind, readonly number[]>>;
  #made = 0;

  constructor(random: Random, around: Surroundings) {
    this.#random = random;
    this.#around = around;
    const turns = (kind: EvidenceKind) => turnsOf(kind, around.evidence, around.leafCount);
    this.#turns = {
      'test-report': turns('test-report'),
      metrics: turns('metrics'),
      record: turns('record'),
      review: turns('review'),
    };
  }

  /** Exactly so many, the parts of composite ones included. Gates asked for come before this one. */
  conditions(count: number, leaf: number, gate: number): readonly Condition[] {
    const made: Condition[] = [];
    let left = count;
    while (left > 0) {
      const parts = left > 3 && this.#random() < 0.07 ? 2 + wholeBelow(this.#random, 2) : 0;
      made.push(parts > 0 ? this.#composite(parts, leaf, gate) : this.#simple(leaf, gate));
      left -= 1 + parts;
    }
    return made;
  }

  #composite(parts: number, leaf: number, gate: number): Condition {
    const base = this.#base('together');
    const of = Array.from({ length: parts }, () => this.#simple(leaf, gate));
    const kind = pick(this.#random, ['all', 'any', 'at-least'] as const);
    return kind === 'at-least' ? { ...base, kind, of, count: parts - 1 } : { ...base, kind, of };
  }

  #simple(leaf: number, gate: number): Condition {
    const random = this.#random;
    const { leafId, metrics } = this.#around;
    const item = leafId(leaf);
    const kind = this.#kind();
    const base = { ...this.#base(kind), ...(random() < 0.1 && { blocking: false }) };
    switch (kind) {
      case 'tests':
        return {
          ...base,
          kind,
          evidence: this.#selector('test-report', leaf),
          minCases: 1,
          maxFailed: 0,
          ...(random() < 0.3 && { maxAge: ninetyDays }),
        };
      case 'value': {
        const number = this.#number('metrics', leaf);
        if (number === undefined) break;
        return {
          ...base,
          kind,
          evidence: idOfEvidence(number),
          pointer: { kind: 'json', pointer: '/latency/p95' },
          operator: 'at-most',
          target: 178,
          unit: 'ms',
        };
      }
      case 'metric':
        return {
          ...base,
          kind,
          metric: metricId(`M-${1 + wholeBelow(random, metrics)}`),
          aggregate: pick(random, ['p95', 'mean', 'max', 'p50'] as const),
          operator: 'at-most',
          target: 262,
          unit: 'ms',
          minSamples: 10,
        };
      case 'review':
        if (this.#turns.review.length === 0) break;
        return { ...base, kind, role: roleId('council'), subject: item };
      case 'authorisation': {
        const rule = rules[gate % rules.length] ?? rules[0];
        return { ...base, kind, rule: authorisationRuleId(rule), step: item };
      }
      case 'gate':
        if (gate === 0) break;
        // One of the hundred before it, so that chains grow as long as the plan does.
        return {
          ...base,
          kind,
          gate: gateId(`G-${gate - wholeBelow(random, Math.min(gate, 100))}`),
        };
      case 'evidence':
        break;
    }
    return {
      ...base,
      kind: 'evidence',
      evidence: this.#selector('record', leaf),
      ...(random() < 0.5 && { commit: 'revision' }),
    };
  }

  #kind(): Simple {
    let left = this.#random() * shares.reduce((sum, [, share]) => sum + share, 0);
    for (const [kind, share] of shares) {
      left -= share;
      if (left < 0) return kind;
    }
    return 'evidence';
  }

  #base(what: string) {
    this.#made += 1;
    return { id: conditionId(`C-${this.#made}`), title: `${what} ${this.#made}` };
  }

  /** By id, by path, or by what it covers, as bundles do. */
  #selector(kind: EvidenceKind, leaf: number) {
    const number = this.#number(kind, leaf);
    const chance = this.#random();
    if (number === undefined || chance < 0.3) return { kind, covers: this.#around.leafId(leaf) };
    return chance < 0.4 ? { path: pathOfEvidence(number) } : { ids: [idOfEvidence(number)] };
  }

  #number(kind: EvidenceKind, leaf: number): number | undefined {
    const turns = this.#turns[kind];
    const turn = turns[wholeBelow(this.#random, Math.max(1, turns.length))];
    return turn === undefined ? undefined : evidenceNumber(leaf, turn, this.#around.leafCount);
  }
}
