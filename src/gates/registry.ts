import type { Condition, ConditionKind } from '../model/condition.ts';
import { attestation } from './conditions/attestation.ts';
import { authorisation } from './conditions/authorisation.ts';
import { budget } from './conditions/budget.ts';
import { all, any, atLeastOf, gate, not, unrecognised } from './conditions/composite.ts';
import { crossCheck } from './conditions/cross-check.ts';
import { deliverable } from './conditions/deliverable.ts';
import { document } from './conditions/document.ts';
import { evidence } from './conditions/evidence.ts';
import { metric } from './conditions/metric.ts';
import { probe } from './conditions/probe.ts';
import { rehearsal } from './conditions/rehearsal.ts';
import { review } from './conditions/review.ts';
import { tests } from './conditions/tests.ts';
import { value } from './conditions/value.ts';
import type { Handler } from './handler.ts';

type ByKind = { readonly [K in ConditionKind]: Extract<Condition, { readonly kind: K }> };

/**
 * Every kind of condition, in one place. A kind that the model knows and that is not here does not
 * compile; a kind that arrives at run time and is not here is `unknown`.
 */
const HANDLERS: { readonly [K in ConditionKind]: Handler<ByKind[K]> } = {
  evidence,
  tests,
  metric,
  budget,
  authorisation,
  probe,
  rehearsal,
  deliverable,
  'cross-check': crossCheck,
  value,
  attestation,
  document,
  review,
  gate,
  all,
  any,
  not,
  'at-least': atLeastOf,
  unrecognised,
};

/** The handler of a kind, or `undefined` for a kind that nobody knows. */
export function handlerOf<K extends ConditionKind>(kind: K): Handler<ByKind[K]> | undefined {
  return Object.hasOwn(HANDLERS, kind) ? HANDLERS[kind] : undefined;
}

/** Every kind that is judged, in the order of the registry. */
export const CONDITION_KINDS: readonly string[] = Object.keys(HANDLERS);
