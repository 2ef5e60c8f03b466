import type { Condition, UnrecognisedCondition } from '../model/condition.ts';
import { conditionId } from '../model/ids.ts';
import { shapes } from './generated/shapes.ts';
import { isCondition } from './generated/validators.js';
import type { ProblemLog } from './log.ts';
import { draftOf, isDraft, isRawRecord, textAt } from './raw.ts';
import { cleanRecord, repairRecord } from './repair.ts';

/**
 * Reads one condition; there is always one. A kind, operator or aggregate that is not known, or a
 * member that cannot be read, makes it `unrecognised`: it is kept whole, and it never passes.
 */
export function readCondition(raw: unknown, path: string, log: ProblemLog): Condition {
  if (isCondition(raw)) return raw;
  const kind = textAt(raw, 'kind') ?? '';
  const copy = draftOf(raw);
  if (!isDraft(copy) || !knows(kind)) {
    const params = { kind, id: textAt(raw, 'id') ?? '' };
    log.report('condition-unknown-kind', path, { params });
    return unrecognised(raw, path);
  }
  cleanRecord(copy, 'Condition', path, log, (part, at) => readCondition(part, at, log));
  const read = repairRecord(isCondition, 'Condition', copy, path, log);
  if (read.value === undefined) {
    const params = { kind, id: textAt(raw, 'id') ?? '', rule: read.rule ?? '' };
    log.report('condition-unreadable', path, { params });
    return unrecognised(raw, path);
  }
  return read.value;
}

/** A condition that stands for something that could not be read. */
export function unrecognised(raw: unknown, path: string): UnrecognisedCondition {
  const id = textAt(raw, 'id') ?? unreadableId(path);
  return {
    kind: 'unrecognised',
    id: conditionId(id),
    title: textAt(raw, 'title') ?? id,
    ...(isRawRecord(raw) && raw['blocking'] === false ? { blocking: false } : {}),
    originalKind: textAt(raw, 'kind') ?? '',
    original: raw ?? null,
  };
}

/** An id for something whose own id cannot be read; it is the place where it stands. */
export function unreadableId(path: string): string {
  return `unreadable:${path}`;
}

function knows(kind: string): boolean {
  const shape = shapes['Condition'];
  return shape !== undefined && 'of' in shape && Object.hasOwn(shape.of, kind);
}
