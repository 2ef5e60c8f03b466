import type { EvidenceReading } from '../../formats/evidence-reading.ts';
import { readEvidence } from '../../formats/read-evidence.ts';
import { type PointedValue, valuesIn } from '../../formats/values-in.ts';
import { pointerTo } from '../../lib/json/json-pointer.ts';
import type { Pointer } from '../../model/common.ts';
import type {
  AttestationFact,
  Evidence,
  Fact,
  FileFact,
  RehearsalFact,
  ReportFact,
  TestsFact,
} from '../../model/evidence.ts';
import { sha256Hex } from '../digest.ts';
import { isRawRecord, sameJson } from '../raw.ts';
import { caseDifferences } from './case-differences.ts';

/** What came of deriving one fact again. */
export type FactCheck =
  | { readonly kind: 'agrees' }
  /** No reader derives it, or it does not say from where. */
  | { readonly kind: 'unchecked' }
  | {
      readonly kind: 'differs';
      readonly member: string;
      readonly stated: string;
      readonly found: string;
    };

const agrees: FactCheck = { kind: 'agrees' };
const unchecked: FactCheck = { kind: 'unchecked' };

/** Derives the facts of one piece of evidence again from its bytes, and compares; in their order. */
export function checkFacts(evidence: Evidence, bytes: Uint8Array): readonly FactCheck[] {
  const { facts = [], path, mediaType } = evidence;
  if (facts.length === 0) return [];
  const reading = readEvidence(bytes, {
    ...(path === undefined ? {} : { name: path }),
    ...(mediaType === undefined ? {} : { mediaType }),
  });
  const valueAt = valuesIn(bytes, reading);
  const reports = facts.filter(({ type }) => type === 'tests').length;
  return facts.map((fact) => checkFact(fact, evidence, bytes, reading, valueAt, reports));
}

function checkFact(
  fact: Fact,
  evidence: Evidence,
  bytes: Uint8Array,
  reading: EvidenceReading,
  valueAt: (pointer: Pointer) => PointedValue,
  reports: number,
): FactCheck {
  switch (fact.type) {
    case 'value':
      return checkValue(fact.pointer, fact.value, reading, valueAt);
    case 'observation':
      return fact.pointer === undefined
        ? unchecked
        : checkValue(fact.pointer, fact.value, reading, valueAt);
    case 'tests':
      // One file may be split into several facts by tier; then its totals are none of theirs.
      return reports === 1 ? checkTests(fact, reading) : unchecked;
    case 'attestation':
      return checkAttestation(fact, reading);
    case 'file':
      return checkFile(fact, evidence, bytes, reading);
    case 'rehearsal':
      return checkRehearsal(fact, valueAt);
    case 'report':
      return checkReport(fact, valueAt);
    case 'review':
    case 'series':
      return unchecked;
  }
}

function differs(member: string, stated: unknown, found: unknown): FactCheck {
  return { kind: 'differs', member, stated: shown(stated), found: shown(found) };
}

function shown(value: unknown): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function checkValue(
  pointer: Pointer,
  stated: unknown,
  reading: EvidenceReading,
  valueAt: (pointer: Pointer) => PointedValue,
): FactCheck {
  const derived = reading.facts.find(
    (fact) => fact.type === 'value' && sameJson(fact.pointer, pointer),
  );
  if (derived?.type === 'value') {
    return isSame(stated, derived.value) ? agrees : differs('value', stated, derived.value);
  }
  const found = valueAt(pointer);
  switch (found.kind) {
    case 'value':
      return isSame(stated, found.value) ? agrees : differs('value', stated, found.value);
    case 'text': {
      // A field is the value; lines of prose hold it.
      const isThere =
        pointer.kind === 'lines' ? holds(found.text, stated) : says(found.text, stated);
      return isThere ? agrees : differs('value', stated, found.text);
    }
    case 'nothing':
      return pointer.kind === 'whole' || pointer.kind === 'test' || isSpan(pointer)
        ? unchecked
        : differs('value', stated, undefined);
  }
}

function isSpan(pointer: Pointer): boolean {
  return pointer.kind === 'rows' && pointer.from !== pointer.to;
}

/** Numbers that were computed may differ in their last digits from one machine to another. */
function isSame(stated: unknown, found: unknown): boolean {
  if (typeof stated === 'number' && typeof found === 'number') {
    return Math.abs(stated - found) <= 1e-9 * Math.max(1, Math.abs(stated), Math.abs(found));
  }
  return sameJson(stated, found);
}

function says(text: string, stated: unknown): boolean {
  const trimmed = text.trim();
  if (typeof stated === 'number') return trimmed !== '' && Number(trimmed) === stated;
  if (typeof stated === 'boolean') return trimmed.toLowerCase() === String(stated);
  if (stated === null) return trimmed === '';
  return typeof stated === 'string' && (text === stated || trimmed === stated);
}

function holds(text: string, stated: unknown): boolean {
  return Array.isArray(stated)
    ? stated.every((part) => text.includes(String(part)))
    : text.includes(String(stated));
}

/** The pointer leads to the exit values; the entry values stand beside them. */
function checkRehearsal(
  { entry, exit, pointer }: RehearsalFact,
  valueAt: (pointer: Pointer) => PointedValue,
): FactCheck {
  if (pointer?.kind !== 'json' || !pointer.pointer.endsWith('/exit')) return unchecked;
  const beside = `${pointer.pointer.slice(0, -'/exit'.length)}/entry`;
  const stated = { entry, exit };
  const found = {
    entry: valueAt({ kind: 'json', pointer: beside }),
    exit: valueAt(pointer),
  };
  for (const member of ['entry', 'exit'] as const) {
    const side = found[member];
    const value = side.kind === 'value' ? side.value : undefined;
    if (!sameJson(stated[member], value)) return differs(member, stated[member], value);
  }
  return agrees;
}

/** Each field as it stands under `fields`, or at the root of the document. */
function checkReport(
  { fields }: ReportFact,
  valueAt: (pointer: Pointer) => PointedValue,
): FactCheck {
  const at = (members: readonly string[]): PointedValue =>
    valueAt({ kind: 'json', pointer: pointerTo(members) });
  const isInner = at(['fields']).kind === 'value';
  const root = at([]);
  // A report in prose names its fields in words.
  if (root.kind !== 'value' || !isRawRecord(root.value)) return unchecked;
  for (const [name, stated] of Object.entries(fields)) {
    const found = at(isInner ? ['fields', name] : [name]);
    const value = found.kind === 'value' ? found.value : undefined;
    if (!sameJson(stated, value)) return differs(name, stated, value);
  }
  return agrees;
}

const counts = ['total', 'passed', 'failed', 'skipped', 'flaky'] as const;

function checkTests(fact: TestsFact, reading: EvidenceReading): FactCheck {
  const derived = reading.facts.find((entry) => entry.type === 'tests');
  if (derived?.type !== 'tests') return unchecked;
  for (const member of counts) {
    const stated = fact[member];
    const found = derived[member] ?? 0;
    if (stated !== undefined && stated !== found) return differs(member, stated, found);
  }
  const difference = caseDifferences(fact.cases ?? [], derived.cases ?? []);
  return difference === undefined
    ? agrees
    : differs(difference.member, difference.stated, difference.found);
}

/** Who signed, and that the signature is good, is checked against keys and not derived from bytes. */
function checkAttestation(fact: AttestationFact, reading: EvidenceReading): FactCheck {
  const derived = reading.facts.filter((entry) => entry.type === 'attestation');
  if (derived.length === 0) return unchecked;
  const same = derived.filter((entry) => entry.predicateType === fact.predicateType);
  const [first] = same;
  if (first === undefined) {
    return differs('predicateType', fact.predicateType, derived[0]?.predicateType);
  }
  const agreeing = same.filter((entry) => sameJson(entry.subjects, fact.subjects));
  const [subject] = agreeing;
  if (subject === undefined) return differs('subjects', fact.subjects, first.subjects);
  // A type that no reader takes apart concludes what only a person can read out of it.
  if (fact.result !== undefined && subject.result === undefined) return unchecked;
  const isSameResult = agreeing.some(({ result }) => result === fact.result);
  return isSameResult ? agrees : differs('result', fact.result, subject.result);
}

function checkFile(
  fact: FileFact,
  { path }: Evidence,
  bytes: Uint8Array,
  reading: EvidenceReading,
): FactCheck {
  if (fact.digest !== undefined && fact.path === path) {
    const found = sha256Hex(bytes);
    if (found !== fact.digest.toLowerCase()) return differs('digest', fact.digest, found);
  }
  // The evidence may be what somebody measured of another file.
  if (fact.path !== path) return unchecked;
  if (!fact.exists) return differs('exists', false, true);
  const lines = physicalLines(bytes);
  if (fact.lines !== undefined && fact.lines !== lines) return differs('lines', fact.lines, lines);
  const { report } = reading;
  if (report?.family !== 'table') return agrees;
  if (fact.rows !== undefined && fact.rows !== report.rows.length) {
    return differs('rows', fact.rows, report.rows.length);
  }
  return fact.columns === undefined || sameJson(fact.columns, report.header)
    ? agrees
    : differs('columns', fact.columns, report.header);
}

/** A last line without a line feed counts. */
function physicalLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  return bytes.length > 0 && bytes[bytes.length - 1] !== 10 ? lines + 1 : lines;
}
