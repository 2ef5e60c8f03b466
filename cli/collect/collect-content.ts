import { parsePlan } from '../../src/bundle/parse-plan.ts';
import { formatVersion } from '../../src/bundle/upgrade.ts';
import { evidenceFile } from '../../src/bundle/write-bundle.ts';
import type { ProjectContent } from '../../src/model/project.ts';
import type { ConditionConfig, Config, GateConfig } from '../config/config-schema.ts';
import { CliFailure } from '../core/failure.ts';
import { problemText } from '../core/wording.ts';
import type { CollectFinding } from './findings.ts';

/** Parts of a bundle that were collected, besides the evidence. */
export type CollectedParts = Partial<Omit<ProjectContent, 'project' | 'revision' | 'evidence'>>;

/**
 * Joins what was collected with what the configuration states, and reads the result as any reader of
 * bundles would: what is wrong in the configuration is found here, with the same words.
 */
export function contentOf(
  config: Config,
  revision: ProjectContent['revision'],
  parts: CollectedParts,
  sources: readonly string[],
): {
  readonly content: Omit<ProjectContent, 'evidence'>;
  readonly findings: readonly CollectFinding[];
} {
  const { project } = config;
  const draft: Record<string, unknown> = {
    ...config.bundle,
    wavegate: formatVersion,
    project: {
      id: project.id,
      title: project.title ?? project.id,
      ...(project.description !== undefined && { description: project.description }),
      ...(project.itemWord !== undefined && { itemWord: project.itemWord }),
      sources: sources.map((path) => ({ path })),
    },
    revision,
    collections: { evidence: [{ path: evidenceFile }] },
  };
  for (const [member, list] of Object.entries({
    ...parts,
    gates: (config.gates ?? []).map(gateOf),
  })) {
    const stated = draft[member];
    draft[member] = [
      ...(Array.isArray(list) ? list : []),
      ...(Array.isArray(stated) ? stated : []),
    ];
  }
  const bytes = new TextEncoder().encode(JSON.stringify(draft));
  const { content, problems } = parsePlan(bytes, 'wavegate.yaml');
  if (content === undefined) {
    const [fatal] = problems;
    throw new CliFailure(
      'content-invalid',
      fatal === undefined ? 'The plan cannot be written' : problemText(fatal).what,
    );
  }
  const { evidence: _none, ...rest } = content;
  return {
    content: rest,
    findings: problems
      .filter(({ code }) => !alreadyTold.has(code))
      .map(({ severity, code, path, params = {}, ...more }) => ({
        severity: severity === 'warning' ? 'warning' : 'error',
        code,
        text: `${path ?? ''} ${problemText({ severity, code, params, ...more }).what}`.trim(),
      })),
  };
}

/** Said by the readers already, with file and line. */
const alreadyTold: ReadonlySet<string> = new Set(['dangling-reference', 'duplicate-record']);

function gateOf(gate: GateConfig): unknown {
  const guards = (['start', 'complete', 'advance'] as const).flatMap((effect) =>
    (gate[effect] ?? []).map((item) => ({ item, effect })),
  );
  return {
    id: gate.id,
    title: gate.title ?? gate.id,
    ...(gate.statement !== undefined && { statement: gate.statement }),
    ...(gate.nonBypassable !== undefined && { nonBypassable: gate.nonBypassable }),
    ...(gate.owner !== undefined && { owner: gate.owner }),
    guards,
    conditions: gate.conditions.map((condition, index) => conditionOf(condition, `c${index + 1}`)),
  };
}

/** With an id and a title, which the format wants and people like to leave out. */
export function conditionOf(condition: ConditionConfig, id: string): unknown {
  const { of } = condition;
  return {
    ...condition,
    id: condition.id ?? id,
    title: condition.title ?? titleOf(condition),
    ...(Array.isArray(of) && {
      of: of.map((part: unknown, index) =>
        isCondition(part) ? conditionOf(part, `${id}.${index + 1}`) : part,
      ),
    }),
    ...(isCondition(of) && { of: conditionOf(of, `${id}.1`) }),
  };
}

function isCondition(value: unknown): value is ConditionConfig {
  return (
    typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string'
  );
}

function titleOf(condition: ConditionConfig): string {
  const names = [
    'metric',
    'deliverable',
    'document',
    'budget',
    'probe',
    'gate',
    'rule',
    'evidence',
  ];
  const subject = names.flatMap((name) => {
    const value: unknown = condition[name];
    return typeof value === 'string' ? [value] : [];
  });
  return [condition.kind, ...subject].join(' ');
}
