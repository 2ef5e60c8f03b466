import fc from 'fast-check';
import type { Condition, EvidenceSelector } from '../../model/condition.ts';
import type { Evidence, Fact, Outcome } from '../../model/evidence.ts';
import type { Gate, Guard, StopCondition, Waiver } from '../../model/gate.ts';
import type { AuthorisationRecord, Probe } from '../../model/governance.ts';
import {
  authorisationRecordId,
  authorisationRuleId,
  budgetId,
  conditionId,
  definitionId,
  deliverableId,
  documentId,
  evidenceId,
  gateId,
  itemId,
  metricId,
  probeId,
  roleId,
  stopConditionId,
  tierId,
} from '../../model/ids.ts';
import type { Metric } from '../../model/metric.ts';
import type { Declared, Dependency, PlanItem } from '../../model/plan.ts';
import type { ProjectContent } from '../../model/project.ts';
import { contentOf } from './builders.ts';

/** What a generated plan may have in it. */
export interface Shape {
  /** Dependencies and parents in any direction, and on items that do not exist. */
  readonly tangled?: boolean;
  /** Expectations that turn with the steps, and deferrals that a rule can lift. */
  readonly turning?: boolean;
  readonly stops?: boolean;
}

const TIMES = [
  '2026-06-01T00:00:00Z',
  '2026-05-31T00:00:00Z',
  '2026-05-01T00:00:00Z',
  '2026-06-01T23:00:00Z',
  '2026-06-03T00:00:00Z',
];

/**
 * Plans in which most rules of the engine meet: every kind of condition, evidence in every state
 * of health, waivers, grants, stops, deferrals and nesting. Small, because faults between two rules
 * need two rules, and many, because which two nobody knows.
 *
 * A plan grows from a list of numbers, so that fast-check can make it smaller by making the
 * numbers smaller; zero is always the plainest choice.
 */
export function arbitraryContent(shape: Shape = {}): fc.Arbitrary<ProjectContent> {
  return fc
    .record({
      items: fc.nat(6),
      gates: fc.nat(4),
      evidence: fc.nat(8),
      numbers: fc.array(fc.nat(0xffff), { minLength: 24, maxLength: 96, size: 'max' }),
    })
    .map(({ items, gates, evidence, numbers }) => {
      const grower = new Grower(numbers, shape);
      return grower.content(items, gates, evidence + 2);
    });
}

class Grower {
  readonly #numbers: readonly number[];
  readonly #shape: Shape;
  #next = 0;
  #state = 0;
  #items = 0;
  #gates = 0;
  #evidence = 0;

  constructor(numbers: readonly number[], shape: Shape) {
    this.#numbers = numbers;
    this.#shape = shape;
  }

  /** A number below `count`: from the list, and mixed from it once the list is used up. */
  pick(count: number): number {
    const given = this.#numbers[this.#next % this.#numbers.length] ?? 0;
    const round = Math.floor(this.#next / this.#numbers.length);
    this.#next += 1;
    if (round === 0) return given % count;
    this.#state = (Math.imul(this.#state ^ given, 0x2c1b3c6d) + round * 0x9e37) >>> 0;
    return (this.#state >>> 7) % count;
  }

  one<T>(first: T, ...rest: readonly T[]): T {
    return rest[this.pick(rest.length + 1) - 1] ?? first;
  }

  /** Rarely: one time in `count`, and never for the plainest choice. */
  rarely(count: number): boolean {
    return this.pick(count) === count - 1;
  }

  content(items: number, gates: number, evidence: number): ProjectContent {
    this.#items = items;
    this.#gates = gates;
    this.#evidence = evidence;
    const upTo = <T>(count: number, make: (at: number) => T): T[] =>
      Array.from({ length: count }, (_, at) => make(at));
    return contentOf({
      ...(this.rarely(8) ? { policy: { maxEvidenceAge: 86_400 } } : {}),
      items: upTo(items, (at) => this.item(at)),
      dependencies: upTo(items === 0 ? 0 : this.pick(items + 2), () => this.dependency()),
      classes: [
        { id: 'blocking', title: 'Blocking' },
        { id: 'later', title: 'Later', startsAfter: 'proven' },
      ],
      gates: upTo(gates, (at) => this.gate(at)),
      waivers: upTo(gates === 0 ? 0 : this.pick(4), (at) => this.waiver(at)),
      stopConditions: this.#shape.stops === true ? upTo(this.pick(3), (at) => this.stop(at)) : [],
      roles: [
        { id: roleId('lead'), title: 'Lead', level: 2 },
        { id: roleId('bot'), title: 'Bot', advisory: true },
      ],
      authorisationRules: [
        {
          id: authorisationRuleId('rule'),
          title: 'Rule',
          perStep: this.one(true, false),
          definitions: [
            {
              id: definitionId('D'),
              title: 'D',
              from: '2026-01-01T00:00:00Z',
              demands: [{ role: roleId('lead'), quorum: this.one(1, 1, 1, 2) }],
            },
          ],
        },
      ],
      authorisations: upTo(this.pick(4), (at) => this.record(at)),
      probes: upTo(2, (at) => this.probe(at)),
      metrics: [this.metric()],
      budgets: [
        {
          id: budgetId('budget'),
          title: 'Budget',
          currency: 'EUR',
          dailyCap: this.one(10, 4),
          spend: metricId('metric'),
        },
      ],
      strengthScales: [{ id: 'scale', levels: ['weak', 'strong'] }],
      documents: [
        {
          id: documentId('document'),
          path: 'd.md',
          title: 'D',
          status: this.one('final', 'proposed'),
          ...this.one({ exists: true }, { exists: false }, {}, { evidence: [this.evidenceName()] }),
        },
      ],
      contracts: [
        {
          id: 'contract',
          title: 'Contract',
          categories: [],
          deliverables: [
            {
              id: deliverableId('deliverable'),
              title: 'D',
              path: 'd.ts',
              category: 'c',
              kind: 'source',
              lines: { count: 'physical', min: 2 },
              forbidden: [{ id: 'x', pattern: 'x', dialect: 'literal' }],
            },
          ],
        },
      ],
      evidence: upTo(evidence, (at) => this.evidence(at)),
    });
  }

  itemName() {
    const beyond = this.#shape.tangled === true && this.rarely(12) ? 9 : 0;
    return itemId(`I${this.pick(Math.max(1, this.#items)) + beyond}`);
  }

  evidenceName() {
    return evidenceId(`e${this.pick(this.#evidence + (this.rarely(8) ? 2 : 0))}`);
  }

  item(at: number): PlanItem {
    const parent =
      this.#shape.tangled === true
        ? this.pick(this.#items + 2)
        : at === 0
          ? 99
          : this.pick(at + (this.rarely(2) ? 0 : 4));
    const hasParent = this.pick(3) === 2 && parent < this.#items && parent !== at;
    const isTangled = this.#shape.tangled === true;
    const declared = this.declared();
    return {
      id: itemId(`I${at}`),
      kind: this.one('wave', 'step', 'phase'),
      title: `Item ${at}`,
      ...(hasParent && (parent < at || isTangled) ? { parent: itemId(`I${parent}`) } : {}),
      ...(declared === undefined ? {} : { declared }),
      ...(this.pick(2) === 1 ? { evidence: [this.evidenceName()] } : {}),
      ...(this.rarely(4) ? { class: this.one('later', 'blocking', 'nobody') } : {}),
      ...(this.rarely(8) ? { deferred: this.deferred() } : {}),
      ...(this.rarely(10) ? { forbidden: { reason: 'never', unless: 'rule' } } : {}),
    };
  }

  declared(): Declared | undefined {
    const state = this.one(
      undefined,
      'complete',
      'complete',
      'in-progress',
      'not-started',
      'complete',
      this.one('failed' as const, 'blocked', 'stopped', 'deferred', 'reopened', 'unknown'),
    );
    if (state === undefined) return undefined;
    return { state, ...(this.rarely(3) ? { at: this.one('2026-05-15T00:00:00Z', ...TIMES) } : {}) };
  }

  deferred() {
    return {
      reason: 'later',
      ...(this.#shape.turning === true && this.rarely(2)
        ? { reactivatedWhen: this.leaf('back') }
        : {}),
    };
  }

  dependency(): Dependency {
    const a = this.pick(Math.max(1, this.#items));
    const on = this.itemName();
    const isForward = on < `I${a}` || this.#shape.tangled === true;
    return {
      item: itemId(`I${a}`),
      on: isForward ? on : itemId(`I${Math.max(0, a - 1)}`),
      // The first item has nothing before it; what would be a loop is drawn only.
      optional: this.rarely(6) || (a === 0 && this.#shape.tangled !== true),
    };
  }

  gate(at: number): Gate {
    const guards: Guard[] = Array.from({ length: this.pick(3) }, () => ({
      item: this.itemName(),
      effect: this.one('complete' as const, 'start', 'complete', 'advance'),
    }));
    return {
      id: gateId(`G${at}`),
      title: `Gate ${at}`,
      guards,
      conditions: Array.from({ length: this.pick(4) }, (_, k) => this.condition(`c${k}`, at)),
      ...(this.rarely(5) ? { nonBypassable: true } : {}),
      ...(this.rarely(3)
        ? { declared: { verdict: this.one('passed' as const, 'failed', 'unknown') } }
        : {}),
    };
  }

  condition(id: string, gate: number): Condition {
    const base = {
      id: conditionId(id),
      title: id,
      ...(this.rarely(6) ? { blocking: false } : {}),
      ...(this.rarely(10) ? { notApplicable: { reason: 'no such thing' } } : {}),
      ...(this.rarely(8)
        ? { appliesWhen: { condition: this.leaf(`${id}w`), reason: 'elsewhere' } }
        : {}),
    };
    const parts = () => [0, 1, 2].slice(this.pick(2)).map((k) => this.leaf(`${id}.${k}`));
    switch (this.pick(9)) {
      case 5:
        return { ...base, kind: 'all', of: parts() };
      case 6:
        return { ...base, kind: 'any', of: parts() };
      case 7:
        return { ...base, kind: 'at-least', count: this.one(1, 2), of: parts() };
      case 8: {
        const other = this.pick(Math.max(1, this.#gates));
        const isBefore = other < gate || this.#shape.tangled === true;
        return isBefore
          ? { ...base, kind: 'gate', gate: gateId(`G${other}`) }
          : { ...this.leaf(id), ...base };
      }
      default:
        return { ...this.leaf(id), ...base };
    }
  }

  leaf(id: string): Condition {
    const base = { id: conditionId(id), title: id };
    const aged = this.rarely(4) ? { maxAge: 86_400 } : {};
    switch (this.pick(14)) {
      case 0:
        return { ...base, ...aged, kind: 'evidence', evidence: this.selector() };
      case 1:
        return {
          ...base,
          ...aged,
          kind: 'tests',
          evidence: this.selector(),
          minCases: this.one(1, 2),
        };
      case 2:
      case 3:
        return {
          ...base,
          ...aged,
          kind: 'value',
          evidence: this.evidenceName(),
          pointer: { kind: 'json', pointer: '/v' },
          operator: this.one('at-most' as const, 'equals', 'exists'),
          target: this.one(5, 1),
          ...(this.rarely(4) ? { unit: this.one('ms', 's') } : {}),
        };
      case 4:
        return {
          ...base,
          ...aged,
          kind: 'metric',
          metric: metricId('metric'),
          aggregate: this.one('p95' as const, 'mean', 'count', 'last'),
          operator: 'at-most',
          target: this.one(9, 3),
          unit: this.one('EUR', 'count'),
        };
      case 5:
        return {
          ...base,
          kind: 'budget',
          budget: budgetId('budget'),
          check: this.one('daily-cap' as const, 'caps'),
        };
      case 6:
        return {
          ...base,
          kind: 'authorisation',
          rule: authorisationRuleId('rule'),
          ...(this.rarely(4) ? {} : { step: this.itemName() }),
        };
      case 7:
        return { ...base, kind: 'probe', probe: probeId(`p${this.pick(2)}`) };
      case 8:
        return {
          ...base,
          kind: 'not',
          of: { ...base, id: conditionId(`${id}n`), kind: 'probe', probe: probeId('p0') },
        };
      case 9:
        return { ...base, kind: 'rehearsal', step: this.itemName() };
      case 10:
        return { ...base, kind: 'deliverable', deliverable: deliverableId('deliverable') };
      case 11:
        return this.one<Condition>(
          { ...base, kind: 'document', document: documentId('document'), status: ['final'] },
          { ...base, kind: 'review', role: roleId('lead'), subject: 'subject' },
          { ...base, kind: 'unrecognised', originalKind: 'novel', original: {} },
        );
      case 12:
        return { ...base, kind: 'attestation', predicateType: 'type' };
      default:
        return {
          ...base,
          kind: 'cross-check',
          left: { evidence: this.evidenceName(), pointer: { kind: 'json', pointer: '/v' } },
          right: { value: this.one(1, 5) },
        };
    }
  }

  selector() {
    return this.one<EvidenceSelector>(
      { ids: [this.evidenceName()] },
      { ids: [this.evidenceName(), this.evidenceName()] },
      { kind: 'report' },
      { covers: 'I0' },
      { kind: 'report', covers: 'I0' },
    );
  }

  evidence(at: number): Evidence {
    return {
      id: evidenceId(`e${at}`),
      kind: this.one('report', 'record'),
      name: `Evidence ${at}`,
      collectedAt: this.one('2026-06-01T00:00:00Z', ...TIMES),
      ...(this.rarely(3) ? { covers: ['I0'] } : {}),
      ...(this.rarely(10) ? { inadmissible: { reason: 'weak' } } : {}),
      ...(this.rarely(6) ? { supersedes: [evidenceId(`e${this.pick(at + 1)}`)] } : {}),
      ...(this.rarely(6) ? { producer: { id: 'x', advisory: true } } : {}),
      facts: [
        this.tests(),
        { type: 'value', pointer: { kind: 'json', pointer: '/v' }, value: this.one(1, 5, 7) },
        ...(this.rarely(2) ? [] : [this.fact()]),
      ],
    };
  }

  tests(): Fact {
    const outcome: Outcome = this.one('passed', 'passed', 'failed', 'skipped');
    const count = (wanted: Outcome) => (outcome === wanted ? 1 : 0);
    return {
      type: 'tests',
      tier: tierId('T0'),
      total: 2,
      passed: 1 + count('passed'),
      failed: count('failed'),
      skipped: count('skipped'),
    };
  }

  fact(): Fact {
    switch (this.pick(7)) {
      case 0:
        return {
          type: 'observation',
          probe: probeId(`p${this.pick(2)}`),
          value: this.one(0, 1),
          at: this.one('2026-06-01T00:00:00Z', ...TIMES),
        };
      case 1:
        return {
          type: 'rehearsal',
          step: this.itemName(),
          at: '2026-06-01T00:00:00Z',
          entry: { rows: 1 },
          exit: { rows: this.one(1, 2) },
        };
      case 2:
        return {
          type: 'review',
          role: roleId('lead'),
          person: this.one('a', 'b'),
          subject: 'subject',
          decision: this.one('accepted' as const, 'rejected'),
          at: '2026-06-01T00:00:00Z',
        };
      case 3:
        return {
          type: 'attestation',
          predicateType: 'type',
          subjects: [],
          ...this.one({}, { result: 'failed' as const }),
        };
      case 4:
        return {
          type: 'file',
          path: 'd.ts',
          exists: true,
          lines: this.one(2, 1),
          patterns: [{ rule: 'x', count: this.one(0, 1) }],
        };
      default:
        return { type: 'series', metric: metricId('metric') };
    }
  }

  metric(): Metric {
    const start = Date.parse('2026-05-28T12:00:00Z');
    const values = Array.from({ length: this.pick(5) }, () => this.one(1, 2, 5, 8, null));
    return {
      id: metricId('metric'),
      title: 'Metric',
      unit: 'EUR',
      better: 'lower',
      evidence: this.rarely(2) ? [this.evidenceName()] : [],
      series: { t: values.map((_, at) => start + at * 86_400_000), v: values },
    };
  }

  probe(at: number): Probe {
    const turning = this.#shape.turning === true && this.rarely(2);
    const step = this.itemName();
    return {
      id: probeId(`p${at}`),
      title: `Probe ${at}`,
      ...(this.rarely(4) ? { maxAge: 86_400 } : {}),
      expectations: turning
        ? [
            { before: step, operator: 'equals', value: 0 },
            { after: step, operator: 'equals', value: 1 },
          ]
        : [{ operator: this.one('equals' as const, 'unchanged'), value: 0 }],
    };
  }

  waiver(at: number): Waiver {
    return {
      id: `w${at}`,
      gate: gateId(`G${this.pick(this.#gates)}`),
      condition: conditionId(`c${this.pick(3)}`),
      reason: this.rarely(6) ? '' : 'agreed',
      author: 'ann',
      at: '2026-05-01T00:00:00Z',
      expires: this.rarely(5) ? '2026-06-01T00:00:00Z' : '2026-07-01T00:00:00Z',
      ...(this.rarely(3) ? { evidence: [this.evidenceName()] } : {}),
    };
  }

  record(at: number): AuthorisationRecord {
    return {
      id: authorisationRecordId(`r${at}`),
      rule: authorisationRuleId('rule'),
      role: this.one(roleId('lead'), roleId('lead'), roleId('bot')),
      person: this.one('a', 'b'),
      form: 'row',
      steps: [this.itemName(), this.itemName()].slice(this.one(1, 1, 0, 2)),
      decision: this.one('granted' as const, 'granted', 'refused', 'withdrawn'),
      scope: this.one('commit' as const, 'commit', 'rehearsal'),
      at: this.one('2026-05-01T00:00:00Z', ...TIMES),
      ...(this.rarely(3) ? { expires: '2026-06-01T12:00:00Z' } : {}),
      ...(this.rarely(3) ? { evidence: [this.evidenceName()] } : {}),
      ...(this.rarely(6) ? { advisory: true } : {}),
    };
  }

  stop(at: number): StopCondition {
    return {
      id: stopConditionId(`s${at}`),
      title: `Stop ${at}`,
      ...(this.#items === 0 || this.rarely(3) ? {} : { items: [this.itemName()] }),
      ...(this.rarely(3)
        ? {}
        : {
            safeWhile: {
              id: conditionId('safe'),
              title: 'safe',
              kind: 'probe' as const,
              probe: probeId(`p${this.pick(2)}`),
            },
          }),
      ...(this.#items > 0 && this.rarely(3)
        ? {
            events: [
              {
                item: this.itemName(),
                at: '2026-05-10T00:00:00Z',
                finding: this.evidenceName(),
                authorisation: authorisationRecordId(`r${this.pick(3)}`),
                ...(this.rarely(2) ? { clearedAt: '2026-06-01T13:00:00Z' } : {}),
              },
            ],
          }
        : {}),
    };
  }
}
