import { childPointer } from '../lib/json/json-pointer.ts';
import type { Evidence, Fact } from '../model/evidence.ts';
import { evidenceId } from '../model/ids.ts';
import { unreadableId } from './conditions.ts';
import * as valid from './generated/validators.js';
import type { ProblemLog } from './log.ts';
import { idsAt, isRawList, isRawRecord, textAt } from './raw.ts';
import type { ListKind } from './read-list.ts';
import { readRecord } from './read-record.ts';

/**
 * Evidence that cannot be read stays, and its id is reported as affected, so that conditions that
 * look at it are `unknown`: left out, it might have hidden a failure. When it cannot be told which
 * conditions would have looked at it, `unattributed` is called, and none can be trusted.
 */
export function evidenceList(
  log: ProblemLog,
  unattributed: (path: string) => void,
): ListKind<Evidence> {
  return {
    member: 'evidence',
    kind: 'Evidence',
    is: valid.isEvidence,
    affects: (raw, path) => [textAt(raw, 'id') ?? unreadableId(path)],
    replace: (raw, path) => {
      const id = textAt(raw, 'id');
      const kind = textAt(raw, 'kind');
      const covers = idsAt(raw, 'covers');
      const supersedes = idsAt(raw, 'supersedes');
      const evidencePath = textAt(raw, 'path');
      const facts = readableFacts(raw, `${path}/facts`, log);
      const states = (member: string): boolean => isRawRecord(raw) && Object.hasOwn(raw, member);
      const isAttributed =
        id !== undefined &&
        kind !== undefined &&
        facts !== undefined &&
        states('covers') === (covers !== undefined) &&
        states('path') === (evidencePath !== undefined);
      if (!isAttributed) unattributed(path);
      return {
        id: evidenceId(id ?? unreadableId(path)),
        kind: kind ?? 'unreadable',
        name: textAt(raw, 'name') ?? id ?? unreadableId(path),
        ...(covers === undefined ? {} : { covers }),
        ...(evidencePath === undefined ? {} : { path: evidencePath }),
        ...(supersedes === undefined ? {} : { supersedes: supersedes.map(evidenceId) }),
        ...(facts === undefined || facts.length === 0 ? {} : { facts }),
        annotations: { unreadable: true },
      };
    },
    lost: (_raw, path) => unattributed(path),
  };
}

/** All facts, or nothing when one of them cannot be read. */
function readableFacts(raw: unknown, path: string, log: ProblemLog): readonly Fact[] | undefined {
  if (!isRawRecord(raw) || !Object.hasOwn(raw, 'facts')) return [];
  const list = raw['facts'];
  if (!isRawList(list)) return undefined;
  const facts = list.flatMap((fact, k) => {
    const read = readRecord(valid.isFact, 'Fact', fact, childPointer(path, k), log);
    return read.value ?? [];
  });
  return facts.length === list.length ? facts : undefined;
}
