import { childPointer } from '../lib/json/json-pointer.ts';
import type { Condition } from '../model/condition.ts';
import type { Attempt, Contract, Deliverable, PatternRule } from '../model/contract.ts';
import { deliverableId, itemId } from '../model/ids.ts';
import { readCondition, unreadableId, unrecognised } from './conditions.ts';
import * as valid from './generated/validators.js';
import type { ProblemLog } from './log.ts';
import type { Quarantine } from './quarantine.ts';
import { isRawList, isRawRecord, listAt, type RawRecord, textAt } from './raw.ts';
import { type Entry, type ListKind, type Reading, readList } from './read-list.ts';
import { readRecord } from './read-record.ts';

/** Reads the contracts; one deliverable that cannot be read does not take the contract with it. */
export function readContracts(
  root: RawRecord,
  quarantine: Quarantine,
  reading: Reading,
): Entry<Contract>[] | undefined {
  const list: ListKind<Contract> = {
    member: 'contracts',
    kind: 'Contract',
    is: valid.isContract,
    affects: (raw, path) => [textAt(raw, 'id') ?? unreadableId(path)],
    replace: (raw, path) => {
      // An item whose attempts are used up cannot go on; nobody knows how many there were.
      const item = textAt(raw, 'item');
      const isOfNone = isRawRecord(raw) && !Object.hasOwn(raw, 'item');
      if (!isOfNone)
        quarantine.fence(path, raw, item === undefined ? 'every-item' : [itemId(item)]);
      return salvaged(raw, path, reading.log);
    },
    lost: (raw, path) => quarantine.fence(path, raw, 'every-item'),
  };
  return readList(root, list, reading);
}

/** What can be read of it; what cannot is replaced by something that is never met. */
function salvaged(raw: unknown, path: string, log: ProblemLog): Contract {
  const id = textAt(raw, 'id') ?? unreadableId(path);
  const item = textAt(raw, 'item');
  const parts = <T>(member: string, read: (part: unknown, at: string) => T): T[] => {
    const base = childPointer(path, member);
    return listAt(raw, member)?.map((part, k) => read(part, childPointer(base, k))) ?? [];
  };
  const bare: Contract = {
    id,
    title: textAt(raw, 'title') ?? id,
    ...(item === undefined ? {} : { item: itemId(item) }),
    categories: [],
    deliverables: parts('deliverables', (part, at) => deliverable(part, at, log)),
    crossChecks: parts('crossChecks', (part, at) => readCondition(part, at, log)),
    definitionOfDone: [
      ...parts('definitionOfDone', (part, at) => readCondition(part, at, log)),
      unreadableCondition(raw, path),
    ],
    forbidden: parts('forbidden', (part, at) => pattern(part, at)),
    attempts: parts('attempts', (part, at) => attempt(part, at, log)),
  };
  const limit = isRawRecord(raw) ? raw['attemptLimit'] : undefined;
  if (limit === undefined) return bare;
  const isCount = typeof limit === 'number' && Number.isSafeInteger(limit) && limit >= 0;
  return { ...bare, attemptLimit: isCount ? limit : 0 };
}

function unreadableCondition(raw: unknown, path: string): Condition {
  return { ...unrecognised(undefined, path), originalKind: 'contract', original: raw ?? null };
}

function deliverable(raw: unknown, path: string, log: ProblemLog): Deliverable {
  const read = readRecord(valid.isDeliverable, 'Deliverable', raw, path, log);
  if (read.value !== undefined) return read.value;
  const id = textAt(raw, 'id');
  const lost = unreadableId(path);
  log.report('record-unreadable', path, {
    params: { kind: 'Deliverable', rule: read.rule ?? '' },
    affects: [id ?? lost],
  });
  return {
    id: deliverableId(id ?? lost),
    title: textAt(raw, 'title') ?? id ?? lost,
    // No file has this path, so that none can meet rules that were not read.
    path: lost,
    category: textAt(raw, 'category') ?? '',
    kind: textAt(raw, 'kind') ?? '',
  };
}

/** A pattern that matches any text: what is forbidden but unreadable is always there. */
function pattern(raw: unknown, path: string): PatternRule {
  return valid.isPatternRule(raw)
    ? raw
    : { id: unreadableId(path), pattern: '', dialect: 'literal' };
}

function attempt(raw: unknown, path: string, log: ProblemLog): Attempt {
  const read = readRecord(valid.isAttempt, 'Attempt', raw, path, log);
  if (read.value !== undefined) return read.value;
  const holder = isRawList(raw) ? undefined : raw;
  const number = isRawRecord(holder) && typeof holder['number'] === 'number' ? holder['number'] : 0;
  return { number, verdict: 'rejected' };
}
