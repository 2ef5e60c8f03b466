import { writeBundle } from '../../src/bundle/write-bundle.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import { revisionId } from '../../src/model/ids.ts';
import type { ProjectContent } from '../../src/model/project.ts';
import type { Config } from '../config/config-schema.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { CliFailure } from '../core/failure.ts';
import { detail, type Io, Progress } from '../core/io.ts';
import { redactSecrets } from '../files/secrets.ts';
import { matcher } from '../files/walk.ts';
import { collectChecksums } from './collect-checksums.ts';
import { conditionOf, contentOf } from './collect-content.ts';
import { collectContracts } from './collect-contracts.ts';
import {
  checklistEvidence,
  documentsOf,
  linkEvidence,
  withLinkStates,
} from './collect-documents.ts';
import { collectEvidence } from './collect-evidence.ts';
import { collectLinks, type LinkReport } from './collect-links.ts';
import { collectMetrics } from './collect-metrics.ts';
import { collectPlans } from './collect-plans.ts';
import { wantedValues, withValues } from './collect-values.ts';
import { DigestCache, writeLastRun } from './digest-cache.ts';
import { type CollectFinding, lossesOf } from './findings.ts';
import { fingerprintOf } from './fingerprint.ts';
import { hashFiles } from './hash-files.ts';
import { openRepository, type Repository } from './repository.ts';
import { keyParts, ownOutput } from './unchanged.ts';
import { refuseForeign, writeFolder } from './write-folder.ts';

export interface CollectRequest {
  readonly loaded: LoadedConfig;
  /** Absolute path of the bundle's folder. */
  readonly output: string;
  readonly revision?: string;
  /** Look at everything again. */
  readonly isFresh?: boolean;
}

export interface Collected {
  readonly bundleId: string;
  readonly output: string;
  /** Nothing that the bundle depends on has changed; it was left as it is. */
  readonly unchanged: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly findings: readonly CollectFinding[];
}

/** Reads a repository as its configuration says and writes a bundle. Nothing found there is ever run. */
export async function collect(request: CollectRequest, io: Io): Promise<Collected> {
  const { config, root, text } = request.loaded;
  const { output, revision } = request;
  refuseForeign(output);
  const started = Date.parse(io.now());
  const exclude = [...(config.exclude ?? []), ...ownOutput(root, output)];
  const repository = await openRepository(root, {
    exclude,
    mayHoldSecrets: matcher(config.secrets?.allow ?? []),
  });
  detail(io, `${repository.files.length} files below ${root}`);
  const key = { root, config: '', text, output, ...(revision !== undefined && { revision }) };
  const fingerprint = fingerprintOf(await keyParts(key), repository.files, started);
  const digests = await digestsOf(config, repository, request, io);
  const made = await collectAll(config, repository, digests, request, io);
  const files = writeBundle(made.content, {
    splitEvidence: (made.content.evidence ?? []).length > 0,
  });
  refuseSecrets(files);
  const id = await writeFolder(output, root, files, made.stored);
  await DigestCache.write(root, repository.files, digests, started);
  if (fingerprint !== undefined) {
    const losses = lossesOf(made.findings);
    await writeLastRun(root, { fingerprint, output, bundleId: id, exclude, losses });
  }
  return { bundleId: id, output, unchanged: false, counts: made.counts, findings: made.findings };
}

/** Digests of every file that evidence, contracts and documents name. */
async function digestsOf(
  config: Config,
  repository: Repository,
  { loaded, isFresh }: CollectRequest,
  io: Io,
): Promise<ReadonlyMap<string, string>> {
  const globs = [
    ...(config.evidence ?? []).map(({ files }) => files),
    ...(config.documents ?? []).map(({ files }) => files),
    ...(config.metrics ?? []).map(({ file }) => file),
  ].map((files) => matcher(files));
  const named = new Set(
    (config.contracts ?? []).flatMap(({ deliverables }) => deliverables.map(({ path }) => path)),
  );
  const wanted = repository.files.filter(
    ({ path }) => named.has(path) || globs.some((takes) => takes(path)),
  );
  const cache = isFresh === true ? new DigestCache() : await DigestCache.read(loaded.root);
  const digests = new Map<string, string>();
  const open = wanted.filter((file) => {
    const known = cache.get(file);
    if (known !== undefined) digests.set(file.path, known);
    return known === undefined;
  });
  const progress = new Progress(io, 'Hashing');
  const hashed = await hashFiles(
    repository.root,
    open,
    (done, total) => progress.update(done, total),
    io.signal,
  );
  progress.end();
  for (const [path, digest] of hashed) digests.set(path, digest);
  if (io.signal?.aborted === true) {
    await DigestCache.write(repository.root, repository.files, digests, Date.parse(io.now()));
    throw new CliFailure('interrupted', 'It was interrupted; no bundle was written', {
      hint: 'What was hashed so far is known to the next run.',
    });
  }
  detail(io, `${open.length} of ${wanted.length} files hashed, the others are known`);
  return digests;
}

interface Made {
  readonly content: ProjectContent;
  readonly stored: Awaited<ReturnType<typeof collectEvidence>>['stored'];
  readonly counts: Readonly<Record<string, number>>;
  readonly findings: readonly CollectFinding[];
}

async function collectAll(
  config: Config,
  repository: Repository,
  digests: ReadonlyMap<string, string>,
  request: CollectRequest,
  io: Io,
): Promise<Made> {
  const now = io.now();
  const plan = await collectPlans(
    config.plans ?? [],
    config.items ?? [],
    repository,
    config.links?.root,
  );
  const metricFiles = (config.metrics ?? []).map(({ file }) => file);
  const found = await collectEvidence(
    [
      ...(config.evidence ?? []),
      ...(metricFiles.length > 0
        ? [{ files: metricFiles, kind: 'metrics', store: 'always' as const }]
        : []),
    ],
    repository,
    {
      digests,
      now,
      mayHoldSecrets: matcher(config.secrets?.allow ?? []),
      mayGoUnscanned: matcher(config.secrets?.unscanned ?? []),
    },
  );
  const metrics = await collectMetrics(config.metrics ?? [], repository, (path) => {
    const entry = found.evidence.find(({ source }) => source?.path === path);
    return entry?.path;
  });
  const contracts = await collectContracts(config.contracts ?? [], repository, digests, now);
  const sums =
    config.checksums === undefined
      ? { evidence: [], findings: [] }
      : await collectChecksums(
          config.checksums,
          repository,
          (paths) =>
            hashFiles(
              repository.root,
              paths.flatMap((path) => repository.byPath.get(path) ?? []),
            ),
          now,
        );
  const links =
    config.links === undefined
      ? { links: [], findings: [] }
      : await collectLinks(config.links.files, config.links.root, repository);
  const conditions = [
    ...(config.gates ?? []).flatMap((gate) => gate.conditions),
    ...(config.contracts ?? []).flatMap((contract) => contract.crossChecks ?? []),
  ];
  const checklists = await withLinkStates(plan.checklists, config, repository);
  const wanted = wantedValues(conditions);
  const evidence: readonly Evidence[] = [
    ...(await withValues([...found.evidence, ...contracts.evidence], wanted, repository)),
    // What was counted here is never filled up with what stands in the file itself.
    ...sums.evidence,
    ...linkEvidence(links, config, now),
    ...checklistEvidence(
      checklists,
      wanted.map((value) => value.evidence),
      now,
    ),
  ];
  const { git } = repository;
  const revision: ProjectContent['revision'] = {
    id: revisionId(request.revision ?? git?.commit.slice(0, 12) ?? now.replace(/[^\dTZ]/g, '')),
    createdAt: now,
    ...(git !== undefined && {
      commit: git.commit,
      label: `${git.branch ?? 'commit'} ${git.commit.slice(0, 8)}${(git.dirty?.length ?? 0) > 0 ? ', with local changes' : ''}`,
    }),
  };
  const { content, findings } = contentOf(
    config,
    revision,
    {
      items: plan.items,
      dependencies: plan.dependencies,
      relations: plan.relations,
      checklists,
      metrics: metrics.metrics,
      contracts: contracts.contracts.map((contract, index) => ({
        ...contract,
        ...crossChecks(config.contracts?.[index]?.crossChecks),
      })),
      documents: documentsOf(config, repository, digests),
    },
    plan.paths,
  );
  const redacted = [...repository.secrets].map(
    ([path, secrets]): CollectFinding => ({
      severity: 'warning',
      code: 'secret-found',
      text: `What looks like a secret (${secrets[0]?.rule ?? ''}) was taken out`,
      file: path,
      line: secrets[0]?.line ?? 1,
    }),
  );
  return {
    content: { ...content, ...(evidence.length > 0 && { evidence }) },
    stored: found.stored,
    counts: countsOf(content, evidence, links),
    findings: [
      ...plan.findings,
      ...findings,
      ...found.findings,
      ...metrics.findings,
      ...contracts.findings,
      ...sums.findings,
      ...links.findings,
      ...redacted,
      ...(git?.warnings ?? []).map(
        (text): CollectFinding => ({ severity: 'warning', code: 'git', text }),
      ),
      ...((git?.dirty?.length ?? 0) > 0
        ? [
            {
              severity: 'warning',
              code: 'git-dirty',
              text: `${git?.dirty?.length ?? 0} files differ from the commit`,
            } as const,
          ]
        : []),
    ],
  };
}

/** Contracts hold conditions as bundles do; their shape is checked when the content is read back. */
function crossChecks(conditions: readonly Parameters<typeof conditionOf>[0][] | undefined): object {
  return conditions === undefined
    ? {}
    : {
        crossChecks: conditions.map((condition, index) => conditionOf(condition, `x${index + 1}`)),
      };
}

function countsOf(
  content: Omit<ProjectContent, 'evidence'>,
  evidence: readonly Evidence[],
  { links }: LinkReport,
): Readonly<Record<string, number>> {
  const boxes = (content.checklists ?? []).flatMap(({ groups }) =>
    groups.flatMap((group) => group.boxes),
  );
  return {
    items: content.items.length,
    dependencies: content.dependencies.length,
    gates: (content.gates ?? []).length,
    boxes: boxes.length,
    ticked: boxes.filter(({ checked }) => checked).length,
    evidence: evidence.length,
    metrics: (content.metrics ?? []).length,
    documents: (content.documents ?? []).length,
    deliverables: (content.contracts ?? []).reduce(
      (sum, { deliverables }) => sum + deliverables.length,
      0,
    ),
    links: links.length,
    brokenLinks: links.filter(({ state }) => state !== 'ok' && state !== 'external').length,
  };
}

/** The last line of defence: nothing that still looks like a secret is written. */
function refuseSecrets(files: ReadonlyMap<string, Uint8Array>): void {
  for (const [path, bytes] of files) {
    const [finding] = redactSecrets(new TextDecoder().decode(bytes)).findings;
    if (finding === undefined) continue;
    throw new CliFailure(
      'secret-in-bundle',
      `What looks like a secret (${finding.rule}) would stand in ${path}`,
      {
        hint: 'Nothing was written. Remove it from wavegate.yaml or from the file names.',
      },
    );
  }
}
