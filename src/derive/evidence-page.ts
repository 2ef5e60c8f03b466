import { gateId, itemId } from '../model/ids.ts';
import { byCodeUnit } from './cause-key.ts';
import type { DeriveContext } from './context.ts';
import { evidenceOfGate, evidenceOfItem } from './evidence.ts';
import {
  columnsOf,
  digestColumn,
  type EvidenceColumns,
  orderBy,
  rowsWithText,
} from './evidence-columns.ts';
import { evidenceRow, judgedDigests, type LiveDigests } from './evidence-rows.ts';
import { evidenceDigests, evidenceStates } from './evidence-states.ts';
import type { EvidencePage, EvidenceQuery } from './evidence-types.ts';

/** What a row can fail, a bit each. Text, item and gate are no facets: they count for all. */
const FAILS = { other: 1, kind: 2, use: 4, state: 8, digest: 16 } as const;

/** Everything but the rows themselves. */
interface Answer extends Omit<EvidencePage, 'rows' | 'total'> {
  /** Matching rows in the order that was asked for. */
  readonly order: Uint32Array;
}

/** Answers that are kept: a list is scrolled through in pages of one answer. */
const keptAnswers = 4;
const answers = new WeakMap<EvidenceColumns, Map<string, Answer>>();

/**
 * One page of the evidence table. Each facet counts what matches everything but itself, so that it
 * shows what another choice would give. Equal values keep the order of the bundle.
 */
export function evidencePage(
  context: DeriveContext,
  { offset, limit, ...question }: EvidenceQuery,
  digests: LiveDigests = judgedDigests(context),
): EvidencePage {
  const columns = columnsOf(context);
  const { order, ...facets } = answerTo(context, columns, question, digests);
  const from = Math.max(0, Math.trunc(offset));
  const page = order.subarray(from, from + Math.max(0, Math.trunc(limit)));
  return {
    ...facets,
    rows: Array.from(page).flatMap((row) => {
      const entry = columns.entries[row];
      return entry === undefined ? [] : [evidenceRow(context, entry, digests)];
    }),
    total: order.length,
  };
}

type Question = Omit<EvidenceQuery, 'offset' | 'limit'>;

function answerTo(
  context: DeriveContext,
  columns: EvidenceColumns,
  question: Question,
  digests: LiveDigests,
): Answer {
  const kept = answers.get(columns) ?? new Map<string, Answer>();
  answers.set(columns, kept);
  const key = JSON.stringify([digests.version, Object.entries(question).sort()]);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = answer(context, columns, question, digests);
  kept.set(key, made);
  for (const oldest of kept.keys()) {
    if (kept.size <= keptAnswers) break;
    kept.delete(oldest);
  }
  return made;
}

function answer(
  context: DeriveContext,
  columns: EvidenceColumns,
  question: Question,
  live: LiveDigests,
): Answer {
  const { kind, states, usedBy } = columns;
  const digest = digestColumn(columns, live);
  const others = otherMask(context, columns, question);
  const wantedKind = question.kind === undefined ? -1 : columns.kinds.indexOf(question.kind);
  const anyKind = question.kind === undefined;
  const stateBit = question.state === undefined ? 0 : 1 << evidenceStates.indexOf(question.state);
  const wantedDigest =
    question.digest === undefined ? -1 : evidenceDigests.indexOf(question.digest);
  const count = kind.length;
  const fails = new Uint8Array(count).fill(others === undefined ? 0 : FAILS.other);
  const byKind = new Uint32Array(columns.kinds.length);
  const byStates = new Uint32Array(256);
  const byDigest = new Uint32Array(evidenceDigests.length);
  const byUse = new Uint32Array(2);
  let total = 0;
  for (let row = 0; row < count; row += 1) {
    // Such a row counts for no facet either; of many rows a question leaves few.
    if (others !== undefined && others[row] === 0) continue;
    const ownKind = kind[row] ?? 0;
    const ownStates = states[row] ?? 0;
    const ownDigest = digest[row] ?? 0;
    const isUsed = (usedBy[row] ?? 0) > 0 ? 1 : 0;
    let fail = 0;
    if (!anyKind && ownKind !== wantedKind) fail |= FAILS.kind;
    if (question.use !== undefined && (question.use === 'used') !== (isUsed === 1)) {
      fail |= FAILS.use;
    }
    if (stateBit !== 0 && (ownStates & stateBit) === 0) fail |= FAILS.state;
    if (wantedDigest >= 0 && ownDigest !== wantedDigest) fail |= FAILS.digest;
    fails[row] = fail;
    if (fail === 0) total += 1;
    if ((fail & ~FAILS.kind) === 0) byKind[ownKind] = (byKind[ownKind] ?? 0) + 1;
    if ((fail & ~FAILS.use) === 0) byUse[isUsed] = (byUse[isUsed] ?? 0) + 1;
    if ((fail & ~FAILS.state) === 0) byStates[ownStates] = (byStates[ownStates] ?? 0) + 1;
    if ((fail & ~FAILS.digest) === 0) byDigest[ownDigest] = (byDigest[ownDigest] ?? 0) + 1;
  }
  return {
    order: matching(columns, question, fails, total),
    kinds: columns.kinds
      .map((name, code) => ({ kind: name, count: byKind[code] ?? 0 }))
      .filter((entry) => entry.count > 0)
      .sort((a, b) => b.count - a.count || byCodeUnit(a.kind, b.kind)),
    uses: { used: byUse[1] ?? 0, orphan: byUse[0] ?? 0 },
    states: stateCounts(byStates),
    digests: {
      match: byDigest[0] ?? 0,
      mismatch: byDigest[1] ?? 0,
      absent: byDigest[2] ?? 0,
      unreadable: byDigest[3] ?? 0,
      unchecked: byDigest[4] ?? 0,
    },
  };
}

function matching(
  columns: EvidenceColumns,
  { sort, descending }: Question,
  fails: Uint8Array,
  total: number,
): Uint32Array {
  const order = new Uint32Array(total);
  const sorted =
    sort === undefined
      ? undefined
      : orderBy(columns, sort, descending === true ? 'descending' : 'ascending');
  let at = 0;
  for (let place = 0; at < total; place += 1) {
    const row = sorted === undefined ? place : (sorted[place] ?? 0);
    if (fails[row] !== 0) continue;
    order[at] = row;
    at += 1;
  }
  return order;
}

function stateCounts(byStates: Uint32Array): EvidencePage['states'] {
  const of = (bit: number): number =>
    byStates.reduce((sum, count, bits) => sum + ((bits & (1 << bit)) === 0 ? 0 : count), 0);
  return {
    stale: of(0),
    superseded: of(1),
    reused: of(2),
    'same-name': of(3),
    advisory: of(4),
    remarked: of(5),
  };
}

/** The rows that have the text and belong to the item and the gate; `undefined` when all do. */
function otherMask(
  context: DeriveContext,
  columns: EvidenceColumns,
  { text, item, gate }: Question,
): Uint8Array | undefined {
  const wanted = text?.trim().toLowerCase() ?? '';
  const masks: Uint8Array[] = [];
  if (wanted !== '') masks.push(rowsWithText(columns, wanted));
  if (item !== undefined) masks.push(maskOf(columns, evidenceOfItem(context, itemId(item))));
  if (gate !== undefined) masks.push(maskOf(columns, evidenceOfGate(context, gateId(gate))));
  const [first, ...rest] = masks;
  for (const mask of rest) {
    for (let row = 0; row < mask.length; row += 1) {
      if (mask[row] === 0 && first !== undefined) first[row] = 0;
    }
  }
  return first;
}

function maskOf({ rowOf, entries }: EvidenceColumns, ids: ReadonlySet<string>): Uint8Array {
  const mask = new Uint8Array(entries.length);
  for (const id of ids) {
    const row = rowOf.get(id);
    if (row !== undefined) mask[row] = 1;
  }
  return mask;
}
