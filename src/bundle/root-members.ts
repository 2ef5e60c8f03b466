import { childPointer } from '../lib/json/json-pointer.ts';
import { shapes } from './generated/shapes.ts';
import * as valid from './generated/validators.js';
import type { ProblemLog } from './log.ts';
import { isSafePath } from './paths.ts';
import { isRawList, isRawRecord, type RawRecord } from './raw.ts';
import { readRecord } from './read-record.ts';
import type { EvidenceCollection } from './wire.ts';

/**
 * Names that a bundle may call critical because this version understands them: condition kinds,
 * operators and aggregates. No extension is understood.
 */
function isUnderstood(name: string): boolean {
  const conditions = shapes['Condition'];
  if (conditions !== undefined && 'of' in conditions && Object.hasOwn(conditions.of, name)) {
    return name !== 'unrecognised';
  }
  const probe = { id: 'x', title: 'x', kind: 'metric', metric: 'x', target: 0, unit: 'x' };
  return (
    valid.isCondition({ ...probe, aggregate: 'last', operator: name }) ||
    valid.isCondition({ ...probe, aggregate: name, operator: 'equals' })
  );
}

/** What stands in `critical` and is not understood. */
export function readCritical(root: RawRecord, log: ProblemLog): readonly string[] {
  const { critical } = root;
  if (critical === undefined) return [];
  if (!isRawList(critical)) {
    log.report('critical-unreadable', '/critical');
    return ['unreadable:/critical'];
  }
  return critical.flatMap((name, k) => {
    const path = childPointer('/critical', k);
    if (typeof name !== 'string' || name === '') {
      log.report('critical-unreadable', path);
      return [`unreadable:${path}`];
    }
    if (isUnderstood(name)) return [];
    log.report('critical-unknown', path, { params: { name } });
    return [name];
  });
}

/**
 * The files of evidence. One whose place cannot be read may hold anything, so `unattributed` is
 * told.
 */
export function readCollections(
  root: RawRecord,
  log: ProblemLog,
  unattributed: (path: string) => void,
): { readonly evidence: readonly EvidenceCollection[] } {
  const { collections } = root;
  if (collections === undefined) return { evidence: [] };
  if (!isRawRecord(collections)) {
    log.report('collection-unreadable', '/collections', { params: { member: 'collections' } });
    unattributed('/collections');
    return { evidence: [] };
  }
  for (const member of Object.keys(collections)) {
    if (member === 'evidence') continue;
    const params = { member, kind: 'Collections' };
    log.report('member-unknown', childPointer('/collections', member), { params });
  }
  const list = collections['evidence'];
  if (list === undefined) return { evidence: [] };
  if (!isRawList(list)) {
    log.report('collection-unreadable', '/collections/evidence', {
      params: { member: 'evidence' },
    });
    unattributed('/collections/evidence');
    return { evidence: [] };
  }
  const evidence = list.flatMap((raw, k) => {
    const path = childPointer('/collections/evidence', k);
    const { value, rule } = readRecord(
      valid.isEvidenceCollection,
      'EvidenceCollection',
      raw,
      path,
      log,
    );
    if (value === undefined) {
      log.report('record-unreadable', path, {
        params: { kind: 'EvidenceCollection', rule: rule ?? '' },
      });
      unattributed(path);
      return [];
    }
    if (isSafePath(value.path)) return [value];
    log.report('unsafe-path', `${path}/path`, { params: { text: value.path } });
    unattributed(path);
    return [];
  });
  return { evidence };
}

/** Members of the root that this version does not know, and extensions without a namespace. */
export function reportUnknownMembers(root: RawRecord, log: ProblemLog): void {
  const shape = shapes['Bundle'];
  if (shape === undefined || !('members' in shape)) return;
  for (const member of Object.keys(root)) {
    if (Object.hasOwn(shape.members, member)) continue;
    const path = childPointer('', member);
    log.report('member-unknown', path, { params: { member, kind: 'Bundle' } });
  }
  const { extensions, sample, sampleNote, $schema } = root;
  const isText = (value: unknown): boolean => value === undefined || typeof value === 'string';
  const leftOut = (member: string): void => {
    const params = { member, kind: 'Bundle', rule: 'type' };
    log.report('member-left-out', childPointer('', member), { params });
  };
  if (!isText(sampleNote)) leftOut('sampleNote');
  if (!isText($schema)) leftOut('$schema');
  if (sample !== undefined && typeof sample !== 'boolean') leftOut('sample');
  if (extensions === undefined) return;
  if (!isRawRecord(extensions)) leftOut('extensions');
  else {
    for (const name of Object.keys(extensions)) {
      if (name.includes('.')) continue;
      const path = childPointer('/extensions', name);
      log.report('extension-without-namespace', path, { params: { name } });
    }
  }
}
