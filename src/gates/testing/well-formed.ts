import type { Project } from '../../model/project-index.ts';
import { REASON_PARAMS, type ReasonCode } from '../reason-codes.ts';
import type { ConditionResult, Quantity, Reason, Verdicts } from '../types.ts';

/**
 * Throws when a result is not what its type promises: a reason with other parameters than its code
 * has, a text without letters, evidence that is not in the plan. The helpers of the tests call it
 * on everything that they judge.
 */
export function assertWellFormed(verdicts: Verdicts, project: Project): void {
  for (const gate of verdicts.gates.values()) {
    checkReason(gate.reason);
    for (const entry of gate.conditions) assertResult(entry, project);
  }
  for (const item of verdicts.items.values()) {
    checkReason(item.reason);
    expectSorted(item.waitsFor);
    expectSorted(item.openGates);
  }
  for (const invariant of verdicts.invariants) {
    checkReason(invariant.reason);
    for (const example of invariant.counterexamples) {
      checkReason(example.reason);
      if (example.subject === '') fail('a counterexample about nothing');
    }
  }
  for (const finding of verdicts.findings) checkReason(finding.reason);
}

export function assertResult(result: ConditionResult, project: Project): void {
  const open = [result];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    checkReason(next.reason);
    checkQuantity(next.expected);
    checkQuantity(next.actual);
    for (const use of next.uses) {
      if (!project.index.evidence.has(use.evidence)) fail(`evidence ${use.evidence} of ${next.id}`);
      if (use.digest !== project.reading.digests.get(use.evidence)) fail(`digest in ${next.id}`);
    }
    open.push(...(next.parts ?? []));
  }
}

/** Parameters that may be empty because the plan says nothing there. */
const MAY_BE_EMPTY: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'unit-mismatch',
  'number-names-several',
  'value-differs',
  'values-disagree',
]);

function checkReason({ code, params = {} }: Reason): void {
  const wanted: readonly string[] = REASON_PARAMS[code];
  const given = Object.keys(params);
  if (given.length !== wanted.length || !wanted.every((name) => given.includes(name))) {
    fail(`${code} with ${given.join(', ')} instead of ${wanted.join(', ')}`);
  }
  for (const [name, value] of Object.entries(params)) {
    if (value === '' && !MAY_BE_EMPTY.has(code)) fail(`${code} with nothing as ${name}`);
    if (value === undefined) fail(`${code} without ${name}`);
  }
}

function checkQuantity(quantity: Quantity | undefined): void {
  if (quantity === undefined) return;
  if (!('value' in quantity)) fail('a quantity without a value');
  for (const text of [quantity.of, quantity.operator, quantity.unit]) {
    if (text === '') fail('a quantity of nothing');
  }
}

function expectSorted(ids: readonly string[]): void {
  for (let at = 1; at < ids.length; at += 1) {
    if ((ids[at - 1] ?? '') >= (ids[at] ?? '')) fail(`an order: ${ids.join(', ')}`);
  }
}

function fail(what: string): never {
  throw new Error(`Not well-formed: ${what}`);
}
