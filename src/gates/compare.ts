import { areCompatible, compareQuantities } from '../lib/units.ts';
import type { Scalar } from '../model/common.ts';
import { matchesWhole } from './pattern.ts';
import { reason } from './reason-codes.ts';
import type { Reason } from './types.ts';

export type Value = Scalar | readonly Scalar[];

/** `true` or `false` when the comparison makes sense, else why it does not. */
export type Comparison = boolean | Reason;

/**
 * Holds a value against a target. Nothing is coerced: a number is never a text that looks like
 * one, and a value of another type is not simply different but not comparable.
 *
 * `units` are given for numbers that carry one; they are compared exactly, by the decimals that
 * they print as.
 */
export function compare(
  operator: string,
  actual: Value,
  target: Value | undefined,
  units?: { readonly actual: string; readonly target: string },
): Comparison {
  switch (operator) {
    case 'exists':
      return !isNothing(actual);
    case 'absent':
      return isNothing(actual);
    case 'equals':
      return equals(actual, target, units);
    case 'not-equals':
      return negate(actual === null ? mismatch(actual, target) : equals(actual, target, units));
    case 'less-than':
    case 'at-most':
    case 'greater-than':
    case 'at-least':
      return ordered(operator, actual, target, units);
    case 'contains':
      return contains(actual, target);
    case 'one-of':
      return oneOf(actual, target);
    case 'matches':
      return matches(actual, target);
    default:
      return reason('unknown-operator', { operator });
  }
}

function isNothing(value: Value): boolean {
  return value === null || (isList(value) && value.length === 0);
}

function isList(value: Value | undefined): value is readonly Scalar[] {
  return Array.isArray(value);
}

function negate(comparison: Comparison): Comparison {
  return typeof comparison === 'boolean' ? !comparison : comparison;
}

function typeName(value: Value | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return isList(value) ? 'list' : typeof value;
}

function mismatch(actual: Value, target: Value | undefined): Reason {
  return reason('type-mismatch', { actual: typeName(actual), expected: typeName(target) });
}

type Units = { readonly actual: string; readonly target: string } | undefined;

function equals(actual: Value, target: Value | undefined, units: Units): Comparison {
  if (target === undefined) return mismatch(actual, target);
  if (isList(actual) || isList(target)) {
    if (!isList(actual) || !isList(target)) return mismatch(actual, target);
    return actual.length === target.length && actual.every((entry, at) => entry === target[at]);
  }
  if (typeof actual === 'number' && typeof target === 'number') {
    return numeric(actual, target, units, (difference) => difference === 0);
  }
  if (actual === null || target === null) return actual === target;
  return typeof actual === typeof target ? actual === target : mismatch(actual, target);
}

function ordered(
  operator: 'less-than' | 'at-most' | 'greater-than' | 'at-least',
  actual: Value,
  target: Value | undefined,
  units: Units,
): Comparison {
  if (typeof actual !== 'number' || typeof target !== 'number') return mismatch(actual, target);
  return numeric(actual, target, units, (difference) => {
    switch (operator) {
      case 'less-than':
        return difference < 0;
      case 'at-most':
        return difference <= 0;
      case 'greater-than':
        return difference > 0;
      case 'at-least':
        return difference >= 0;
    }
  });
}

function numeric(
  actual: number,
  target: number,
  units: Units,
  holds: (difference: number) => boolean,
): Comparison {
  if (!Number.isFinite(actual) || !Number.isFinite(target)) {
    return reason('not-a-number', { what: Number.isFinite(actual) ? 'target' : 'actual' });
  }
  if (units === undefined || units.actual === units.target) return holds(actual - target);
  const difference = compareQuantities(actual, units.actual, target, units.target);
  return difference === undefined ? unitMismatch(units.actual, units.target) : holds(difference);
}

/** A number without a unit agrees with none: nobody knows what it counts. */
export function unitMismatch(actual: string | undefined, expected: string | undefined): Reason {
  return reason('unit-mismatch', { actual: actual ?? '', expected: expected ?? '' });
}

/** Whether two stated units allow a comparison; two absent ones do. */
export function unitsAgree(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined ? a === b : areCompatible(a, b);
}

function contains(actual: Value, target: Value | undefined): Comparison {
  if (target === undefined || target === null) return mismatch(actual, target);
  if (isList(actual)) {
    const wanted = isList(target) ? target : [target];
    return wanted.length > 0 && wanted.every((entry) => actual.includes(entry));
  }
  if (typeof actual !== 'string' || typeof target !== 'string') return mismatch(actual, target);
  return actual.includes(target);
}

function oneOf(actual: Value, target: Value | undefined): Comparison {
  if (!isList(target) || isList(actual)) return mismatch(actual, target);
  return target.includes(actual);
}

function matches(actual: Value, target: Value | undefined): Comparison {
  if (typeof actual !== 'string' || typeof target !== 'string') return mismatch(actual, target);
  return matchesWhole(target, actual) ?? reason('pattern-unreadable', { pattern: target });
}
