import { sha256Hex } from '../../src/bundle/digest.ts';
import { isSafePath } from '../../src/bundle/paths.ts';
import { type FormatId, formatFamilies } from '../../src/formats/format-id.ts';
import { readEvidence } from '../../src/formats/read-evidence.ts';
import { warningText } from '../../src/formats/reading.ts';
import type { Evidence, Fact } from '../../src/model/evidence.ts';
import { evidenceId, roleId, tierId } from '../../src/model/ids.ts';
import type { EvidenceConfig } from '../config/config-schema.ts';
import { version } from '../core/version.ts';
import type { FoundFile } from '../files/file-facts.ts';
import { redactSecrets } from '../files/secrets.ts';
import { matcher } from '../files/walk.ts';
import { type CollectFinding, readingFinding } from './findings.ts';
import type { Repository } from './repository.ts';

/** Bytes of one piece that is read for its facts, and that may lie in the bundle. */
const mostBytes = 16 * 1024 * 1024;
/** Bytes of all pieces that lie in the bundle; below the limit of a whole one. */
const mostStored = 200 * 1024 * 1024;

/** Where the bytes of a piece come from when the bundle is written. */
export type StoredBytes =
  | { readonly kind: 'file'; readonly path: string; readonly sha256: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

export interface CollectedEvidence {
  readonly evidence: readonly Evidence[];
  /** By path inside the bundle. */
  readonly stored: ReadonlyMap<string, StoredBytes>;
  readonly findings: readonly CollectFinding[];
}

export interface EvidenceOptions {
  readonly digests: ReadonlyMap<string, string>;
  readonly now: string;
  readonly mayHoldSecrets: (path: string) => boolean;
  readonly mayGoUnscanned: (path: string) => boolean;
}

/** Packed files hide what is in them from the scan. */
const packed = /\.(?:zip|jar|war|gz|tgz|bz2|xz|zst|7z|rar|tar|whl|nupkg|docx|xlsx|pptx)$/i;

/** Kinds whose bytes say nothing that a reader could take out. */
const unread: ReadonlySet<string> = new Set(['file', 'artefact', 'artifact', 'source']);

/**
 * Evidence entries for every file that a pattern names. An entry is the file's own bytes by digest;
 * what a reader found stands beside it. A file that cannot be read, or must not be published, is
 * listed all the same, without facts, so that whatever relies on it does not pass.
 */
export async function collectEvidence(
  entries: readonly EvidenceConfig[],
  repository: Repository,
  options: EvidenceOptions,
): Promise<CollectedEvidence> {
  const findings: CollectFinding[] = [];
  const evidence = new Map<string, Evidence>();
  const stored = new Map<string, StoredBytes>();
  let room = mostStored;
  for (const [index, entry] of entries.entries()) {
    const takes = matcher(entry.files);
    let count = 0;
    for (const file of repository.files) {
      if (!takes(file.path)) continue;
      count += 1;
      const known = evidence.get(file.path);
      if (known !== undefined) {
        evidence.set(file.path, {
          ...known,
          covers: [...new Set([...(known.covers ?? []), ...(entry.covers ?? [])])],
        });
        continue;
      }
      const made = await makeEvidence(file, entry, repository, options, room);
      evidence.set(file.path, made.evidence);
      findings.push(...made.findings);
      if (made.stored === undefined || made.evidence.path === undefined) continue;
      stored.set(made.evidence.path, made.stored);
      room -= made.evidence.size ?? file.size;
    }
    if (count === 0) {
      findings.push({
        severity: 'warning',
        code: 'evidence-files-none',
        text: `evidence.${index}: no file fits ${JSON.stringify(entry.files)}`,
      });
    }
  }
  return { evidence: [...evidence.values()], stored, findings };
}

interface Made {
  readonly evidence: Evidence;
  readonly stored?: StoredBytes;
  readonly findings: readonly CollectFinding[];
}

async function makeEvidence(
  file: FoundFile,
  entry: EvidenceConfig,
  repository: Repository,
  options: EvidenceOptions,
  room: number,
): Promise<Made> {
  const findings: CollectFinding[] = [];
  const warn = (code: string, text: string): void => {
    findings.push({ severity: 'warning', code, text, file: file.path });
  };
  const digest = options.digests.get(file.path);
  const base = baseOf(file, entry, repository, options.now);
  if (digest === undefined) {
    warn('file-unreadable', 'It cannot be read');
    return { evidence: { ...base, warnings: ['file-unreadable'] }, findings };
  }
  const isRead = entry.format !== undefined || !unread.has(entry.kind);
  const wantsBytes = entry.store !== 'never' && (entry.store === 'always' || isRead);
  const plain = { ...base, digest: { sha256: digest }, size: file.size };
  if (!isRead && !wantsBytes) return { evidence: plain, findings };
  const bytes = await repository.bytes(file.path, mostBytes);
  if (bytes === undefined) {
    warn(
      'too-large',
      `${file.size} bytes are more than is read at once; it is listed by its digest alone`,
    );
    return { evidence: { ...plain, warnings: ['too-large'] }, findings };
  }
  if (sha256Hex(bytes) !== digest) {
    warn('file-changed', 'It changed while it was read');
    return { evidence: { ...base, warnings: ['file-changed'] }, findings };
  }
  const { facts, warnings, format } = isRead ? readFacts(bytes, file.path, entry) : nothingRead;
  findings.push(...warnings.slice(0, 3).map((warning) => readingFinding(warning, file.path)));
  const described = {
    ...plain,
    ...(facts.length > 0 && { facts: facts.map((fact) => tiered(fact, entry.tier)) }),
    ...(warnings.length > 0 && { warnings }),
    ...(format !== undefined && { annotations: { ...base.annotations, format } }),
  };
  if (!wantsBytes || !isSafePath(`evidence/${file.path}`)) return { evidence: described, findings };
  if (file.size > room && entry.store !== 'always') {
    warn(
      'not-stored',
      'There is no room for its bytes in the bundle; it is listed by its digest alone',
    );
    return { evidence: described, findings };
  }
  const path = `evidence/${file.path}`;
  if (options.mayHoldSecrets(file.path)) {
    return {
      evidence: { ...described, path },
      stored: { kind: 'file', path: file.path, sha256: digest },
      findings,
    };
  }
  if (packed.test(file.path) && !options.mayGoUnscanned(file.path)) {
    findings.push({
      severity: 'error',
      code: 'secrets-unscanned',
      text: 'It is packed, so nobody can tell what is in it; its bytes stay out of the bundle',
      file: file.path,
    });
    return { evidence: described, findings };
  }
  return scanned(file, bytes, digest, { ...described, path }, entry, findings);
}

/** Bytes go into the bundle only after they were searched, text as text and everything else byte by byte. */
function scanned(
  file: FoundFile,
  bytes: Uint8Array,
  digest: string,
  evidence: Evidence,
  entry: EvidenceConfig,
  findings: CollectFinding[],
): Made {
  const text = decodeText(bytes);
  const searched = redactSecrets(text ?? latin1(bytes));
  if (searched.findings.length === 0) {
    return { evidence, stored: { kind: 'file', path: file.path, sha256: digest }, findings };
  }
  for (const { rule, line } of searched.findings) {
    findings.push({
      severity: 'error',
      code: 'secret-found',
      text: `What looks like a secret (${rule}) was ${text === undefined ? 'found; the bytes stay out of the bundle' : 'taken out'}`,
      file: file.path,
      line,
    });
  }
  if (text === undefined) {
    const { path: _path, ...unstored } = evidence;
    return {
      evidence: { ...unstored, warnings: [...(evidence.warnings ?? []), 'secret-found'] },
      findings,
    };
  }
  const clean = new TextEncoder().encode(searched.text);
  // Facts are read again from what is published, so that they can be derived again by anybody.
  const { facts, warnings } =
    evidence.facts === undefined ? nothingRead : readFacts(clean, file.path, entry);
  const { facts: _facts, ...rest } = evidence;
  return {
    evidence: {
      ...rest,
      digest: { sha256: sha256Hex(clean) },
      size: clean.byteLength,
      ...(facts.length > 0 && { facts: facts.map((fact) => tiered(fact, entry.tier)) }),
      warnings: [...warnings, `redacted count=${searched.findings.length}`],
      annotations: {
        ...evidence.annotations,
        redacted: searched.findings.length,
        original: digest,
      },
    },
    stored: { kind: 'bytes', bytes: clean },
    findings,
  };
}

const nothingRead: {
  readonly facts: readonly Fact[];
  readonly warnings: readonly string[];
  readonly format?: string;
} = { facts: [], warnings: [] };

function readFacts(
  bytes: Uint8Array,
  path: string,
  { format }: EvidenceConfig,
): typeof nothingRead {
  const chosen = format === undefined ? undefined : knownFormat(format);
  const reading = readEvidence(bytes, {
    name: path,
    ...(chosen !== undefined && { format: chosen }),
  });
  const unknown = format !== undefined && chosen === undefined ? [`format-unknown ${format}`] : [];
  return {
    facts: reading.facts,
    warnings: [...unknown, ...reading.warnings.slice(0, 50).map(warningText)],
    format: reading.format,
  };
}

function knownFormat(name: string): FormatId | undefined {
  return isFormat(name) ? name : undefined;
}

const isFormat = (name: string): name is FormatId => Object.hasOwn(formatFamilies, name);

const tiered = (fact: Fact, tier: string | undefined): Fact =>
  tier === undefined || fact.type !== 'tests' ? fact : { ...fact, tier: tierId(tier) };

function baseOf(
  file: FoundFile,
  entry: EvidenceConfig,
  { git }: Repository,
  now: string,
): Evidence {
  const changedAt = git?.changedAt.get(file.path);
  const { producer } = entry;
  return {
    id: evidenceId(file.path),
    kind: entry.kind,
    name: file.path.slice(file.path.lastIndexOf('/') + 1),
    collectedAt: now,
    observedAt: new Date(file.modified).toISOString(),
    collector: { name: 'wavegate', version },
    ...(entry.covers !== undefined && { covers: entry.covers }),
    ...(entry.strength !== undefined && { strength: entry.strength }),
    ...(entry.runUrl !== undefined && { runUrl: entry.runUrl }),
    ...(entry.validFor !== undefined && { validFor: entry.validFor }),
    ...(producer !== undefined && {
      producer: {
        id: producer.id,
        ...(producer.role !== undefined && { role: roleId(producer.role) }),
        ...(producer.advisory !== undefined && { advisory: producer.advisory }),
      },
    }),
    ...(entry.commit === true && git !== undefined && { commit: git.commit }),
    ...(changedAt !== undefined && { annotations: { 'git.changedAt': changedAt } }),
    source: { path: file.path },
  };
}

function decodeText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
