import type { Condition } from '../model/condition.ts';
import type { Deliverable } from '../model/contract.ts';
import type { Gate } from '../model/gate.ts';
import type { Metric } from '../model/metric.ts';
import type { ProjectContent } from '../model/project.ts';
import type { DemandChange } from './diff-types.ts';

/** Whether more of a number makes it easier to meet; `undefined` when it is another demand. */
type Easier = 'more' | 'less' | 'other';
type Value = string | number | boolean;

/** One number or word that is demanded. Absent means that nothing is demanded here. */
interface Demand {
  readonly of: DemandChange['of'];
  readonly within?: string;
  readonly id: string;
  readonly title: string;
  readonly field: string;
  readonly value: Value;
  readonly easier: Easier;
}

/**
 * Which demands became easier or harder to meet. Taking a demand away loosens, a new one tightens;
 * a new gate or deliverable brings new demands, one that is gone has lost them.
 */
export function compareDemands(
  before: ProjectContent,
  after: ProjectContent,
): readonly DemandChange[] {
  const old = byName(demandsOf(before));
  const now = byName(demandsOf(after));
  const changes: DemandChange[] = [];
  for (const [name, demand] of now) {
    const former = old.get(name);
    if (former === undefined) {
      changes.push({ ...named(demand), kind: 'tightened', after: demand.value });
    } else if (former.value !== demand.value) {
      const kind = direction(former, demand);
      changes.push({ ...named(demand), kind, before: former.value, after: demand.value });
    }
  }
  for (const [name, demand] of old) {
    if (!now.has(name)) changes.push({ ...named(demand), kind: 'loosened', before: demand.value });
  }
  return changes;
}

function named(demand: Demand): Omit<DemandChange, 'kind' | 'before' | 'after'> {
  const { of, within, id, title, field } = demand;
  return { of, ...(within === undefined ? {} : { within }), id, title, field };
}

function direction(before: Demand, after: Demand): DemandChange['kind'] {
  if (after.easier === 'other' || before.easier !== after.easier) return 'changed';
  const more = Number(after.value) > Number(before.value);
  return more === (after.easier === 'more') ? 'loosened' : 'tightened';
}

function byName(demands: readonly Demand[]): ReadonlyMap<string, Demand> {
  return new Map(
    demands.map((demand) => [
      JSON.stringify([demand.of, demand.within ?? '', demand.id, demand.field]),
      demand,
    ]),
  );
}

function demandsOf(content: ProjectContent): readonly Demand[] {
  return [
    ...(content.metrics ?? []).flatMap(ofMetric),
    ...(content.gates ?? []).flatMap(ofGate),
    ...(content.contracts ?? []).flatMap((contract) => [
      ...contract.deliverables.flatMap((deliverable) => ofDeliverable(contract.id, deliverable)),
      ...given('contract', contract, { attemptLimit: [contract.attemptLimit, 'more'] }),
      ...given('contract', contract, {
        'totals.lines.min': [contract.totals?.lines?.min, 'less'],
        'totals.lines.max': [contract.totals?.lines?.max, 'more'],
      }),
    ]),
  ];
}

function given(
  of: DemandChange['of'],
  subject: { readonly id: string; readonly title: string },
  fields: Readonly<Record<string, readonly [Value | undefined, Easier]>>,
  within?: string,
): readonly Demand[] {
  return Object.entries(fields).flatMap(([field, [value, easier]]) =>
    value === undefined
      ? []
      : [
          {
            of,
            ...(within === undefined ? {} : { within }),
            id: subject.id,
            title: subject.title,
            field,
            value,
            easier,
          },
        ],
  );
}

function ofMetric(metric: Metric): readonly Demand[] {
  const { target } = metric;
  if (target === undefined) return [];
  return given('metric', metric, {
    target: [target.value, easierOf(target.operator)],
    operator: [target.operator, 'other'],
    aggregate: [target.aggregate, 'other'],
    minSamples: [target.minSamples, 'less'],
    window: [target.window, 'other'],
  });
}

/** A higher bound is easier to stay below; a lower one is easier to reach. */
function easierOf(operator: string): Easier {
  if (operator === 'at-most' || operator === 'less-than') return 'more';
  if (operator === 'at-least' || operator === 'greater-than') return 'less';
  return 'other';
}

function ofGate(gate: Gate): readonly Demand[] {
  return [
    ...given('gate', gate, { nonBypassable: [gate.nonBypassable === true || undefined, 'other'] }),
    ...gate.conditions.flatMap((condition) => ofCondition(gate.id, condition)),
  ];
}

function ofCondition(gate: string, condition: Condition): readonly Demand[] {
  const own = given(
    'condition',
    condition,
    {
      kind: [condition.kind, 'other'],
      blocking: [condition.blocking === false ? undefined : true, 'other'],
      applies: [condition.notApplicable === undefined ? true : undefined, 'other'],
      ...limitsOf(condition),
    },
    gate,
  );
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'at-least':
      return [...own, ...condition.of.flatMap((part) => ofCondition(gate, part))];
    case 'not':
      return [...own, ...ofCondition(gate, condition.of)];
    default:
      return own;
  }
}

function limitsOf(
  condition: Condition,
): Readonly<Record<string, readonly [Value | undefined, Easier]>> {
  const admission =
    'maxAge' in condition || 'minStrength' in condition
      ? ({
          maxAge: [condition.maxAge, 'more'],
          minStrength: [condition.minStrength, 'other'],
        } as const)
      : {};
  switch (condition.kind) {
    case 'evidence':
      return { ...admission, minCount: [condition.minCount, 'less'] };
    case 'tests':
      return {
        ...admission,
        minCases: [condition.minCases, 'less'],
        maxFailed: [condition.maxFailed, 'more'],
        maxSkipped: [condition.maxSkipped, 'more'],
        maxFlaky: [condition.maxFlaky, 'more'],
      };
    case 'metric':
      return {
        ...admission,
        target: [condition.target, easierOf(condition.operator)],
        operator: [condition.operator, 'other'],
        aggregate: [condition.aggregate, 'other'],
        unit: [condition.unit, 'other'],
        window: [condition.window, 'other'],
        minSamples: [condition.minSamples, 'less'],
      };
    case 'value':
      return {
        ...admission,
        target: [JSON.stringify(condition.target ?? null), 'other'],
        operator: [condition.operator, 'other'],
      };
    case 'at-least':
      return { count: [condition.count, 'less'] };
    default:
      return admission;
  }
}

function ofDeliverable(contract: string, deliverable: Deliverable): readonly Demand[] {
  const patterns = (rule: 'required' | 'forbidden') =>
    Object.fromEntries(
      (deliverable[rule] ?? []).flatMap((pattern) => [
        [`${rule}.${pattern.id}`, [pattern.pattern, 'other'] as const],
        [`${rule}.${pattern.id}.minCount`, [pattern.minCount, 'less'] as const],
      ]),
    );
  const counts = Object.fromEntries(
    Object.entries(deliverable.minCounts ?? {}).map(([name, count]) => [
      `minCounts.${name}`,
      [count, 'less'] as const,
    ]),
  );
  const columns = Object.fromEntries(
    (deliverable.columns ?? []).map((name) => [`columns.${name}`, [true, 'other'] as const]),
  );
  return given(
    'deliverable',
    deliverable,
    {
      path: [deliverable.path, 'other'],
      'lines.min': [deliverable.lines?.min, 'less'],
      'lines.max': [deliverable.lines?.max, 'more'],
      minRows: [deliverable.minRows, 'less'],
      ...columns,
      ...counts,
      ...patterns('required'),
      ...patterns('forbidden'),
    },
    contract,
  );
}
