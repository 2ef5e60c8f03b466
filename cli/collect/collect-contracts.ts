import type { Attempt, Contract, Deliverable, PatternRule } from '../../src/model/contract.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import { deliverableId, evidenceId, itemId } from '../../src/model/ids.ts';
import type { ContractConfig } from '../config/config-schema.ts';
import { version } from '../core/version.ts';
import type { CollectFinding } from './findings.ts';
import { measureText } from './measure-file.ts';
import type { Repository } from './repository.ts';

export interface CollectedContracts {
  readonly contracts: readonly Contract[];
  readonly evidence: readonly Evidence[];
  readonly findings: readonly CollectFinding[];
}

/** Contracts with a measurement of every deliverable as it lies there now. */
export async function collectContracts(
  contracts: readonly ContractConfig[],
  repository: Repository,
  digests: ReadonlyMap<string, string>,
  now: string,
): Promise<CollectedContracts> {
  const evidence: Evidence[] = [];
  const findings: CollectFinding[] = [];
  const made: Contract[] = [];
  for (const config of contracts) {
    const everywhere = rulesOf(config.forbidden ?? [], 'forbidden');
    const deliverables: Deliverable[] = [];
    for (const entry of config.deliverables) {
      const required = rulesOf(entry.required ?? [], 'required');
      const forbidden = [...rulesOf(entry.forbidden ?? [], 'own-forbidden'), ...everywhere];
      const measured = evidenceId(`measured:${config.id}:${entry.path}`);
      evidence.push(
        await measurement(
          measured,
          entry.path,
          [...required, ...forbidden],
          repository,
          digests,
          now,
        ),
      );
      deliverables.push(deliverableOf(entry, measured, required, forbidden));
    }
    const attempts = await Promise.all(
      (config.attempts ?? []).map((attempt) => attemptOf(attempt, repository, digests, findings)),
    );
    made.push(contractOf(config, deliverables, everywhere, attempts));
  }
  return { contracts: made, evidence, findings };
}

type DeliverableConfig = ContractConfig['deliverables'][number];
type PatternConfig = NonNullable<DeliverableConfig['required']>[number];

function rulesOf(patterns: readonly PatternConfig[], prefix: string): readonly PatternRule[] {
  return patterns.map((pattern, index) => ({
    id: pattern.id ?? `${prefix}:${index + 1}`,
    pattern: pattern.pattern,
    dialect: pattern.dialect,
    ...(pattern.flags !== undefined && { flags: pattern.flags }),
    ...(pattern.appliesTo !== undefined && { appliesTo: pattern.appliesTo }),
    ...(pattern.minCount !== undefined && { minCount: pattern.minCount }),
  }));
}

function deliverableOf(
  entry: DeliverableConfig,
  measuredBy: Deliverable['measuredBy'],
  required: readonly PatternRule[],
  forbidden: readonly PatternRule[],
): Deliverable {
  return {
    id: deliverableId(entry.id ?? entry.path),
    title: entry.title ?? entry.path,
    path: entry.path,
    category: entry.category ?? 'deliverable',
    kind: entry.kind ?? 'file',
    ...(entry.item !== undefined && { item: itemId(entry.item) }),
    ...(entry.lines !== undefined && {
      lines: {
        count: entry.lines.count,
        ...(entry.lines.min !== undefined && { min: entry.lines.min }),
        ...(entry.lines.max !== undefined && { max: entry.lines.max }),
      },
    }),
    ...(entry.minRows !== undefined && { minRows: entry.minRows }),
    ...(entry.columns !== undefined && { columns: entry.columns }),
    ...(required.length > 0 && { required }),
    ...(forbidden.length > 0 && { forbidden }),
    ...(measuredBy !== undefined && { measuredBy }),
  };
}

async function measurement(
  id: Evidence['id'],
  path: string,
  rules: readonly PatternRule[],
  repository: Repository,
  digests: ReadonlyMap<string, string>,
  now: string,
): Promise<Evidence> {
  const base: Evidence = {
    id,
    kind: 'measurement',
    name: `Measured: ${path}`,
    collectedAt: now,
    observedAt: now,
    collector: { name: 'wavegate', version },
    source: { path },
  };
  if (!repository.byPath.has(path)) {
    return { ...base, facts: [{ type: 'file', path, exists: false }] };
  }
  const text = await repository.rawText(path);
  const digest = digests.get(path);
  // What is no text exists, and has no lines to count: the limits are then without a measurement.
  return text === undefined || digest === undefined
    ? { ...base, facts: [{ type: 'file', path, exists: true }], warnings: ['no text'] }
    : { ...base, facts: [measureText(path, text, rules, digest)] };
}

/** A stored report is worth what it saw: files that changed since then are named. */
async function attemptOf(
  { number, verdict, exitCode, report, note }: NonNullable<ContractConfig['attempts']>[number],
  repository: Repository,
  digests: ReadonlyMap<string, string>,
  findings: CollectFinding[],
): Promise<Attempt> {
  const text = report === undefined ? undefined : await repository.text(report);
  if (report !== undefined && text === undefined) {
    findings.push({
      severity: 'error',
      code: 'report-missing',
      text: `The report of attempt ${number} is not there`,
      file: report,
    });
  }
  for (const { path, sha256 } of statedDigests(text ?? '')) {
    const now = digests.get(path);
    if (now === sha256) continue;
    findings.push({
      severity: 'error',
      code: 'report-outdated',
      text: `The report of attempt ${number} saw other bytes of ${path} than there are now`,
      ...(report !== undefined && { file: report }),
    });
  }
  return {
    number,
    verdict,
    ...(exitCode !== undefined && { exitCode }),
    ...(report !== undefined && { report: evidenceId(report) }),
    ...(note !== undefined && { note }),
  };
}

/** Pairs of a path and a SHA-256 in one object of a JSON report, whatever the object is called. */
export function statedDigests(
  text: string,
): readonly { readonly path: string; readonly sha256: string }[] {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return [];
  }
  const found: { path: string; sha256: string }[] = [];
  const pending: unknown[] = [root];
  for (
    let value = pending.pop();
    value !== undefined && found.length < 100_000;
    value = pending.pop()
  ) {
    if (typeof value !== 'object' || value === null) continue;
    const members = Object.entries(value);
    const text_ = (...names: readonly string[]): string | undefined =>
      members.find(([name, member]) => names.includes(name) && typeof member === 'string')?.[1];
    const path = text_('path', 'file', 'name', 'uri');
    const sha256 = text_('sha256', 'digest', 'hash')
      ?.replace(/^sha256:/, '')
      .toLowerCase();
    if (path !== undefined && sha256 !== undefined && /^[0-9a-f]{64}$/.test(sha256))
      found.push({ path, sha256 });
    for (const [, member] of members)
      if (typeof member === 'object' && member !== null) pending.push(member);
  }
  return found;
}

function contractOf(
  config: ContractConfig,
  deliverables: readonly Deliverable[],
  forbidden: readonly PatternRule[],
  attempts: readonly Attempt[],
): Contract {
  const counts = new Map<string, number>();
  for (const { category } of deliverables) counts.set(category, (counts.get(category) ?? 0) + 1);
  const { totals } = config;
  return {
    id: config.id,
    title: config.title ?? config.id,
    categories: [...counts].map(([id, count]) => ({ id, title: id, count })),
    deliverables,
    ...(config.item !== undefined && { item: itemId(config.item) }),
    ...(config.file !== undefined && { file: config.file }),
    ...(forbidden.length > 0 && { forbidden }),
    ...(totals !== undefined && {
      totals: {
        ...(totals.files !== undefined && { files: totals.files }),
        ...(totals.lines !== undefined && { lines: totals.lines }),
      },
    }),
    ...(config.attemptLimit !== undefined && { attemptLimit: config.attemptLimit }),
    ...(attempts.length > 0 && { attempts }),
  };
}
