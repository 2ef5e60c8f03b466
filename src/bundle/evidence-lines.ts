import { locatePointers, locateSyntaxError } from '../formats/json/json-locate.ts';
import { scanJson } from '../lib/json/json-scan.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Problem } from '../model/problem.ts';
import type { ProjectContent } from '../model/project.ts';
import { unreadableId } from './conditions.ts';
import { sha256Hex } from './digest.ts';
import { evidenceList } from './evidence-list.ts';
import { isEvidence } from './generated/validators.js';
import { decodeUtf8, hasByteOrderMark } from './json.ts';
import { limits } from './limits.ts';
import { ProblemLog } from './log.ts';
import type { ParsedPlan } from './parse-plan.ts';
import { problem } from './problem-codes.ts';
import { sameJson } from './raw.ts';
import { readRecord } from './read-record.ts';
import type { EvidenceCollection } from './wire.ts';

/** What one file of evidence records says. */
export interface EvidencePart {
  readonly file: string;
  readonly evidence: readonly Evidence[];
  /** The line of each record, counted from 1. */
  readonly lines: readonly number[];
  /** Places of what could not be read and may concern any gate; for `Reading.unknownCritical`. */
  readonly unknownCritical: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Reads lines of JSON, an evidence record each. A line that cannot be read is a problem with its
 * place, and the others stay; what it may have said counts as unknown, never as absent.
 *
 * @param stated what the plan says about the file
 */
export function parseEvidenceLines(
  bytes: Uint8Array,
  file: string,
  stated: Omit<EvidenceCollection, 'path'> = {},
): EvidencePart {
  if (bytes.length > limits.bundleBytes) {
    const params = { bytes: bytes.length, limit: limits.bundleBytes };
    return unreadableEvidence(file, problem('too-large', { file, params, severity: 'error' }));
  }
  const body = hasByteOrderMark(bytes) ? bytes.subarray(3) : bytes;
  const reader = new LineReader(file);
  if (body !== bytes) reader.log.add(problem('byte-order-mark', { file }));
  const scan = scanJson(body, limits.depth);
  const isPlain =
    scan.tooDeepAt === undefined &&
    scan.refused === undefined &&
    scan.brokenAt === undefined &&
    scan.duplicates.length === 0;
  const text = isPlain ? decodeUtf8(body) : undefined;
  if (text === undefined) reader.readBytes(body);
  else reader.readText(text);
  if (stated.count !== undefined && stated.count !== reader.found) {
    const params = { stated: stated.count, found: reader.found };
    reader.distrustAll(problem('count-differs', { file, params }));
  }
  if (stated.sha256 !== undefined) {
    const found = sha256Hex(bytes);
    if (found !== stated.sha256) {
      reader.distrustAll(
        problem('digest-differs', { file, params: { stated: stated.sha256, found } }),
      );
    }
  }
  return reader.part();
}

/** Stands for a file of evidence that could not be had; no gate can pass without it. */
export function unreadableEvidence(file: string, why: Problem | string): EvidencePart {
  const found =
    typeof why === 'string' ? problem('file-unreadable', { file, params: { reason: why } }) : why;
  return {
    file,
    evidence: [],
    lines: [],
    unknownCritical: [unreadableId(file)],
    problems: [found],
  };
}

class LineReader {
  readonly log: ProblemLog;
  readonly #file: string;
  readonly #evidence: Evidence[] = [];
  readonly #lines: number[] = [];
  readonly #unknownCritical: string[] = [];
  /** Lines with something in them. */
  found = 0;

  constructor(file: string) {
    this.#file = file;
    this.log = new ProblemLog(file);
  }

  /** The quick way: nothing suspicious was seen in the bytes. */
  readText(text: string): void {
    let line = 0;
    for (let start = 0; start < text.length; ) {
      const newline = text.indexOf('\n', start);
      const end = newline < 0 ? text.length : newline;
      line += 1;
      this.#readLine(text.slice(start, end), line, start);
      start = end + 1;
    }
  }

  /** Line by line, so that what is wrong with one does not touch the others. */
  readBytes(bytes: Uint8Array): void {
    let line = 0;
    let offset = 0;
    for (let start = 0; start < bytes.length; ) {
      const newline = bytes.indexOf(0x0a, start);
      const end = newline < 0 ? bytes.length : newline;
      line += 1;
      const own = bytes.subarray(start, end);
      const text = decodeUtf8(own);
      const reason = text === undefined ? 'not-utf8' : suspicion(own);
      if (text === undefined || reason !== undefined) {
        this.found += 1;
        this.#lost(line, offset, reason ?? '');
      } else this.#readLine(text, line, offset);
      offset += (text?.length ?? own.length) + 1;
      start = end + 1;
    }
  }

  distrustAll(found: Problem): void {
    this.log.add(found);
    this.#unknownCritical.push(unreadableId(this.#file));
  }

  part(): EvidencePart {
    return {
      file: this.#file,
      evidence: this.#evidence,
      lines: this.#lines,
      unknownCritical: [...new Set(this.#unknownCritical)],
      problems: this.log.problems,
    };
  }

  #readLine(text: string, line: number, offset: number): void {
    let raw: unknown;
    try {
      raw = JSON.parse(text);
    } catch {
      if (text.trim() === '') return;
      this.found += 1;
      this.#lost(line, offset, 'json-syntax', locateSyntaxError(text)?.offset);
      return;
    }
    this.found += 1;
    if (isEvidence(raw)) {
      this.#evidence.push(raw);
      this.#lines.push(line);
      return;
    }
    const log = new ProblemLog(this.#file);
    const place = `${this.#file}:${line}`;
    const list = evidenceList(new ProblemLog(this.#file), () => {
      this.#unknownCritical.push(unreadableId(place));
    });
    const read = readRecord(list.is, list.kind, raw, '', log);
    let record = read.value;
    if (record === undefined) {
      log.report('record-unreadable', '', {
        params: { kind: list.kind, rule: read.rule ?? '' },
        affects: list.affects?.(raw, place) ?? [],
      });
      record = list.replace(raw, place);
    }
    if (record !== undefined) {
      this.#evidence.push(record);
      this.#lines.push(line);
    }
    if (log.problems.length === 0) return;
    const places = locatePointers(
      text,
      log.problems.flatMap(({ path }) => path ?? []),
    );
    for (const found of log.problems) {
      const inLine = places.get(found.path ?? '')?.offset ?? 0;
      this.log.add({ ...found, position: { line, column: inLine + 1, offset: offset + inLine } });
    }
  }

  #lost(line: number, offset: number, reason: string, at = 0): void {
    this.#unknownCritical.push(unreadableId(`${this.#file}:${line}`));
    const position = { line, column: at + 1, offset: offset + at };
    this.log.add(
      problem('line-unreadable', { file: this.#file, params: { line, reason }, position }),
    );
  }
}

function suspicion(line: Uint8Array): string | undefined {
  const { tooDeepAt, refused, duplicates } = scanJson(line, limits.depth);
  if (tooDeepAt !== undefined) return 'too-deep';
  if (refused !== undefined) return 'refused-key';
  return duplicates.length > 0 ? 'duplicate-member' : undefined;
}

/** The plan with all its evidence. */
export interface JoinedPlan {
  readonly content: ProjectContent;
  readonly unknownCritical: readonly string[];
  /** Those of the plan, of the parts, and what only shows when they are seen together. */
  readonly problems: readonly Problem[];
}

/**
 * Adds the evidence of the collections to a plan. An id that stands for two different records makes
 * both untrustworthy; references that wait for a collection are checked.
 */
export function joinEvidence(
  plan: ParsedPlan & { readonly content: ProjectContent },
  planFile: string,
  parts: readonly EvidencePart[],
): JoinedPlan {
  const { content } = plan;
  const unknownCritical = [plan, ...parts].flatMap((part) => part.unknownCritical);
  if (parts.length === 0) return { content, unknownCritical, problems: plan.problems };
  const evidence = [...(content.evidence ?? [])];
  const log = new ProblemLog(planFile);
  const first = new Map<string, Evidence>();
  for (const entry of evidence) if (!first.has(entry.id)) first.set(entry.id, entry);
  for (const part of parts) {
    for (const [k, entry] of part.evidence.entries()) {
      const known = first.get(entry.id);
      if (known === undefined) {
        first.set(entry.id, entry);
        evidence.push(entry);
        continue;
      }
      const details = {
        file: part.file,
        params: { kind: 'Evidence', id: entry.id },
        position: { line: part.lines[k] ?? 1, column: 1, offset: 0 },
      };
      if (sameJson(known, entry)) log.add(problem('duplicate-record', details));
      else {
        log.add(problem('duplicate-id', { ...details, affects: [entry.id] }));
        evidence.push(entry);
      }
    }
  }
  for (const { id, path } of plan.pendingReferences) {
    if (!first.has(id))
      log.report('dangling-reference', path, { params: { kind: 'Evidence', id } });
  }
  return {
    content: { ...content, evidence },
    unknownCritical,
    problems: [...plan.problems, ...parts.flatMap((part) => part.problems), ...log.problems],
  };
}
