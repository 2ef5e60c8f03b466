import type { Answers } from '../derive/types.ts';
import type { ConditionVerdict, GateVerdict, ItemState } from '../gates/types.ts';
import type { StateTone } from '../ui/state.ts';

/** Every verdict and item state has exactly one face; the words come from the catalogue. */
export const conditionTone: Readonly<Record<ConditionVerdict, StateTone>> = {
  passed: 'passed',
  failed: 'failed',
  missing: 'missing',
  stale: 'stale',
  unknown: 'unknown',
  waived: 'waived',
  'not-applicable': 'deferred',
};

export const gateTone: Readonly<Record<GateVerdict, StateTone>> = {
  passed: 'passed',
  failed: 'failed',
  unknown: 'unknown',
  stale: 'stale',
  missing: 'missing',
};

export const itemTone: Readonly<Record<ItemState, StateTone>> = {
  complete: 'passed',
  contradicted: 'contradicted',
  stopped: 'stopped',
  failed: 'failed',
  'in-progress': 'in-progress',
  ready: 'ready',
  blocked: 'blocked',
  deferred: 'deferred',
};

export const metricTone: Readonly<Record<ConditionVerdict | 'no-target', StateTone>> = {
  ...conditionTone,
  'no-target': 'not-reached',
};

/** The face of a plan's answer. */
export const headlineTone: Readonly<Record<Answers['headline'], StateTone>> = {
  'all-complete': 'passed',
  'may-advance': 'ready',
  held: 'blocked',
  'not-begun': 'not-reached',
  contradicted: 'contradicted',
  halted: 'stopped',
  empty: 'not-reached',
};
