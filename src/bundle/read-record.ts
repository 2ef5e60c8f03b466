import { readCondition } from './conditions.ts';
import type { ProblemLog } from './log.ts';
import { draftOf, isDraft } from './raw.ts';
import { cleanRecord, type Read, repairRecord } from './repair.ts';
import type { Validator } from './validator.ts';

/**
 * Reads one record. What validates is taken as it is, without a copy. Otherwise, in a copy: unknown
 * members are reported and left out, conditions that cannot be judged are kept as `unrecognised`,
 * and what can be repaired without making anything better is repaired.
 */
export function readRecord<T>(
  is: Validator<T>,
  kind: string,
  value: unknown,
  path: string,
  log: ProblemLog,
): Read<T> {
  if (is(value)) return { value };
  const copy = draftOf(value);
  if (!isDraft(copy)) return { value: undefined, rule: 'type' };
  cleanRecord(copy, kind, path, log, (raw, at) => readCondition(raw, at, log));
  return repairRecord(is, kind, copy, path, log);
}
