import type { DeliverableCondition } from '../../model/condition.ts';
import type { Deliverable, PatternRule } from '../../model/contract.ts';
import type { FileFact } from '../../model/evidence.ts';
import { admit } from '../admission.ts';
import type { JudgeContext } from '../context.ts';
import type { Found } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { type Judgement, judgement } from '../judgement.ts';
import { reason } from '../reason-codes.ts';
import type { EvidenceUse, Quantity, Reason } from '../types.ts';

/** One rule held against a measurement; `undefined` when it holds. */
type Flaw = { readonly verdict: 'failed' | 'missing'; readonly reason: Reason } & {
  readonly expected?: Quantity;
  readonly actual?: Quantity;
  readonly line?: number;
};

interface Checked {
  /** How many rules were held against the file. */
  readonly count: number;
  readonly flaws: readonly Flaw[];
}

const ALL_CHECKS = ['exists', 'lines', 'required', 'forbidden', 'structure'] as const;

/**
 * A file as a contract wants it, judged by what was measured of it: the rules are not run here.
 * What was not measured is missing. All measurements that are not superseded must agree.
 */
export const deliverable: Handler<DeliverableCondition> = {
  judge(condition, context) {
    const { deliverable: id } = condition;
    const wanted = context.project.index.deliverables.get(id);
    if (wanted === undefined) {
      return judgement('unknown', reason('unknown-reference', { kind: 'deliverable', id }));
    }
    if (context.distrusted.has(id)) return judgement('unknown', reason('reading-problem', { id }));
    const measured = measurements(context, wanted);
    if ('verdict' in measured) return measured;
    const uses = measured.map(({ evidence }) => context.use(evidence));
    const other = measured.find(({ fact }) => isOfOtherContent(context, wanted, fact));
    if (other !== undefined) {
      return judgement('stale', reason('deliverable-other-content', { path: wanted.path }), uses);
    }
    const forbidden = [
      ...(wanted.forbidden ?? []),
      ...(context.project.index.contractOf.get(id)?.forbidden ?? []),
    ];
    const checks: readonly string[] = condition.checks ?? ALL_CHECKS;
    const all = measured.map(({ fact }) => check(wanted, forbidden, checks, fact));
    const flaws = all.flatMap((entry) => entry.flaws);
    const flaw = flaws.find(({ verdict }) => verdict === 'failed') ?? flaws[0];
    if (flaw !== undefined) return flawed(flaw, uses);
    const count = Math.min(...all.map((entry) => entry.count));
    return count > 0
      ? judgement('passed', reason('deliverable-ok', { checks: count }), uses)
      : judgement('unknown', reason('nothing-to-check'), uses);
  },
  reads(condition, project, sink) {
    const wanted = project.index.deliverables.get(condition.deliverable);
    if (wanted === undefined) return;
    if (wanted.measuredBy !== undefined) sink.evidence(wanted.measuredBy);
    sink.evidenceBy('file', wanted.path);
    sink.evidenceBy('path', wanted.path);
  },
};

function flawed(flaw: Flaw, uses: readonly EvidenceUse[]): Judgement {
  const { verdict, reason: why, expected, actual, line } = flaw;
  const pointer = { kind: 'lines', from: line ?? 1, to: line ?? 1 } as const;
  return {
    verdict,
    reason: why,
    uses: line === undefined ? uses : uses.map((use) => ({ ...use, pointer })),
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
  };
}

function measurements(
  context: JudgeContext,
  wanted: Deliverable,
): readonly Found<FileFact>[] | Judgement {
  let found: readonly Found<FileFact>[] = context.facts.files.get(wanted.path) ?? [];
  if (wanted.measuredBy !== undefined) {
    const evidence = context.project.index.evidence.get(wanted.measuredBy);
    if (evidence === undefined) {
      return judgement('missing', reason('evidence-not-found', { evidence: wanted.measuredBy }));
    }
    found = found.filter((entry) => entry.evidence === evidence);
    if (found.length === 0) {
      const params = { evidence: evidence.id, fact: 'file' };
      return judgement('missing', reason('facts-missing', params), [context.use(evidence)]);
    }
  }
  if (found.length === 0) {
    return judgement('missing', reason('deliverable-not-measured', { what: wanted.path }));
  }
  const evidence = [...new Set(found.map((entry) => entry.evidence))];
  const { counted, obstacle } = admit(context, evidence, {}, 'of-facts');
  return obstacle ?? counted.flatMap((one) => found.filter((entry) => entry.evidence === one));
}

/** The bundle holds the file itself, and it is not the one that was measured. */
function isOfOtherContent(context: JudgeContext, wanted: Deliverable, fact: FileFact): boolean {
  if (fact.digest === undefined) return false;
  const held = context.project.index.evidenceByPath.get(wanted.path) ?? [];
  return held.some(
    ({ digest }) =>
      digest !== undefined && digest.sha256.toLowerCase() !== fact.digest?.toLowerCase(),
  );
}

function check(
  wanted: Deliverable,
  forbidden: readonly PatternRule[],
  checks: readonly string[],
  fact: FileFact,
): Checked {
  if (!fact.exists) {
    const params = { path: wanted.path };
    return {
      count: 1,
      flaws: [{ verdict: 'failed', reason: reason('deliverable-absent', params) }],
    };
  }
  const flaws: (Flaw | undefined)[] = [];
  if (checks.includes('exists')) flaws.push(undefined);
  if (checks.includes('lines')) flaws.push(...lines(wanted, fact));
  if (checks.includes('required')) flaws.push(...required(wanted, fact));
  if (checks.includes('forbidden')) flaws.push(...forbidden.map((rule) => absentIn(rule, fact)));
  if (checks.includes('structure')) flaws.push(...structure(wanted, fact));
  for (const name of checks) {
    if (!ALL_CHECKS.some((known) => known === name)) {
      const why = reason('deliverable-not-measured', { what: name });
      flaws.push({ verdict: 'missing', reason: why });
    }
  }
  return { count: flaws.length, flaws: flaws.filter((flaw) => flaw !== undefined) };
}

function notMeasured(what: string): Flaw {
  return { verdict: 'missing', reason: reason('deliverable-not-measured', { what }) };
}

function lines({ lines: limit }: Deliverable, fact: FileFact): (Flaw | undefined)[] {
  if (limit === undefined || (limit.min === undefined && limit.max === undefined)) return [];
  const counted = limit.count === 'physical' ? fact.lines : fact.rows;
  if (counted === undefined) return [notMeasured(limit.count)];
  const { min = 0, max = Number.POSITIVE_INFINITY } = limit;
  if (counted >= min && counted <= max) return [undefined];
  const params = { lines: counted, min: limit.min ?? null, max: limit.max ?? null };
  const isFew = counted < min;
  return [
    {
      verdict: 'failed',
      reason: reason('deliverable-lines', params),
      expected: {
        value: isFew ? min : max,
        operator: isFew ? 'at-least' : 'at-most',
        of: limit.count,
      },
      actual: { value: counted, of: limit.count },
    },
  ];
}

function required(wanted: Deliverable, fact: FileFact): (Flaw | undefined)[] {
  return (wanted.required ?? []).map((rule) => {
    const found = fact.patterns?.find((entry) => entry.rule === rule.id);
    if (found === undefined) return notMeasured(rule.id);
    const needed = rule.minCount ?? 1;
    if (found.count >= needed) return undefined;
    const params = { rule: rule.id, count: found.count, needed };
    return tooFew(reason('deliverable-pattern-missing', params), found.count, needed, rule.id);
  });
}

function absentIn(rule: PatternRule, fact: FileFact): Flaw | undefined {
  const found = fact.patterns?.find((entry) => entry.rule === rule.id);
  if (found === undefined) return notMeasured(rule.id);
  if (found.count === 0) return undefined;
  const line = found.lines?.[0];
  const params = { rule: rule.id, count: found.count, line: line ?? null };
  return {
    verdict: 'failed',
    reason: reason('deliverable-pattern-forbidden', params),
    expected: { value: 0, of: rule.id },
    actual: { value: found.count, of: rule.id },
    ...(line === undefined ? {} : { line }),
  };
}

function structure(wanted: Deliverable, fact: FileFact): (Flaw | undefined)[] {
  const flaws: (Flaw | undefined)[] = (wanted.columns ?? []).map((column) => {
    if (fact.columns === undefined) return notMeasured('columns');
    if (fact.columns.includes(column)) return undefined;
    return { verdict: 'failed', reason: reason('deliverable-column-missing', { column }) };
  });
  if (wanted.minRows !== undefined) {
    const { rows } = fact;
    const needed = wanted.minRows;
    if (rows === undefined) flaws.push(notMeasured('data-rows'));
    else if (rows >= needed) flaws.push(undefined);
    else flaws.push(tooFew(reason('deliverable-rows', { rows, needed }), rows, needed, 'rows'));
  }
  for (const [name, needed] of Object.entries(wanted.minCounts ?? {})) {
    const count = countOf(fact, name);
    if (count === undefined) flaws.push(notMeasured(name));
    else if (count >= needed) flaws.push(undefined);
    else {
      const why = reason('deliverable-count', { name, count, needed });
      flaws.push(tooFew(why, count, needed, name));
    }
  }
  for (const { kind, name } of wanted.mustContain ?? []) {
    const pattern = fact.patterns?.find((entry) => entry.rule === name);
    const count = pattern?.count ?? countOf(fact, name);
    if (count === undefined) flaws.push(notMeasured(name));
    else if (count > 0) flaws.push(undefined);
    else {
      const why = reason('deliverable-name-missing', { kind, name });
      flaws.push(tooFew(why, count, 1, name));
    }
  }
  return flaws;
}

function countOf(fact: FileFact, name: string): number | undefined {
  return fact.counts !== undefined && Object.hasOwn(fact.counts, name)
    ? fact.counts[name]
    : undefined;
}

function tooFew(why: Reason, count: number, needed: number, of: string): Flaw {
  return {
    verdict: 'failed',
    reason: why,
    expected: { value: needed, operator: 'at-least', of },
    actual: { value: count, of },
  };
}
