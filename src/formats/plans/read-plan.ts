import { checklistGroups } from './checklists.ts';
import type { IncludedFile } from './gitlab-includes.ts';
import { readHeadingPlan } from './heading-plan.ts';
import { readIssueLines } from './issue-plan.ts';
import { type LineOptions, readLinePlan } from './line-plan.ts';
import { markdownLines } from './markdown-lines.ts';
import { repairMojibake } from './mojibake.ts';
import { readElkGraph, readStructuredPlan, type StructuredOptions } from './structured-plan.ts';
import { readTablePlan, type TableColumns } from './table-plan.ts';
import { readTree } from './tree.ts';
import { type PlanDraft, planProblem } from './types.ts';
import { readArgo, readGithubActions, readGitlabCi } from './workflow-plans.ts';

export const planFormats = [
  'table',
  'headings',
  'checklist',
  'lines',
  'structured',
  'issues',
  'github-actions',
  'gitlab-ci',
  'argo',
  'elk',
] as const;

export type PlanFormat = (typeof planFormats)[number];

/** How one file is read; what a format does not use is ignored. */
export interface PlanOptions {
  readonly format: PlanFormat;
  readonly kind?: string;
  readonly kinds?: readonly string[];
  readonly heading?: string;
  readonly columns?: TableColumns;
  readonly pattern?: string;
  readonly joinIndented?: boolean;
  readonly parent?: string;
  readonly structure?: Omit<StructuredOptions, 'kind'>;
  /** gitlab-ci: the files that it includes, nested ones before those that include them. */
  readonly included?: readonly IncludedFile[];
  /** gitlab-ci: names of what it includes and nobody could read. Default: everything. */
  readonly unread?: readonly string[];
}

const documentKinds = ['phase', 'stage', 'wave', 'step', 'sprint', 'milestone', 'epic'];

/**
 * Reads one file of a plan. Never throws: what cannot be read is a problem with its line. Text that was
 * decoded wrongly once is repaired, and the repair is a problem of its own so that everybody sees it.
 */
export function readPlan(text: string, path: string, options: PlanOptions): PlanDraft {
  const repaired = repairMojibake(text);
  const draft = read(repaired.text, path, options);
  if (repaired.encoding === undefined) return draft;
  const source = { path, line: repaired.line ?? 1 };
  const params = { encoding: repaired.encoding, lines: repaired.lines };
  return {
    ...draft,
    items: draft.items.map((item) => ({
      ...item,
      source: { ...item.source, repaired: `${repaired.encoding}-mojibake` },
    })),
    problems: [planProblem('plan-text-repaired', source, params, 'warning'), ...draft.problems],
  };
}

function read(text: string, path: string, options: PlanOptions): PlanDraft {
  switch (options.format) {
    case 'table':
    case 'headings':
    case 'checklist':
    case 'lines':
      return readMarkdown(text, path, options);
    case 'issues': {
      const { items, relations, problems } = readIssueLines(text, path);
      return { path, items, groups: [], relations, problems };
    }
    case 'structured':
    case 'github-actions':
    case 'gitlab-ci':
    case 'argo':
    case 'elk':
      return readDocuments(text, path, options);
  }
}

function readMarkdown(text: string, path: string, options: PlanOptions): PlanDraft {
  const lines = markdownLines(text);
  const title = lines.find(({ heading }) => heading !== undefined)?.heading?.text;
  const own = { ...(options.parent !== undefined && { parent: options.parent }) };
  const draft = {
    path,
    ...(title !== undefined && { title }),
    groups: checklistGroups(lines),
  };
  if (options.format === 'headings') {
    const items = readHeadingPlan(lines, path, {
      kinds: options.kinds ?? documentKinds,
      ...(options.kind !== undefined && { kind: options.kind }),
      ...own,
    });
    return { ...draft, items, problems: [] };
  }
  if (options.format === 'table') {
    return {
      ...draft,
      ...readTablePlan(lines, path, {
        kind: options.kind ?? 'item',
        ...(options.heading !== undefined && { heading: options.heading }),
        ...(options.columns !== undefined && { columns: options.columns }),
        ...own,
      }),
    };
  }
  if (options.format === 'lines') {
    const line: LineOptions = {
      kind: options.kind ?? 'item',
      pattern: options.pattern ?? '',
      ...(options.joinIndented === true && { joinIndented: true }),
      ...(options.heading !== undefined && { heading: options.heading }),
      ...own,
    };
    return { ...draft, ...readLinePlan(lines, path, line) };
  }
  return { ...draft, items: [], problems: [] };
}

function readDocuments(text: string, path: string, options: PlanOptions): PlanDraft {
  const { documents, problems } = readTree(text, path, {
    followsAliases: options.format === 'gitlab-ci' || options.format === 'github-actions',
  });
  const [first] = documents;
  if (first === undefined) return { path, items: [], groups: [], problems };
  const reading =
    options.format === 'github-actions'
      ? readGithubActions(first, path)
      : options.format === 'gitlab-ci'
        ? readGitlabCi(first, path, options.included, options.unread)
        : options.format === 'argo'
          ? readArgo(documents, path)
          : options.format === 'elk'
            ? readElkGraph(first, path)
            : readStructuredPlan(first, path, {
                ...options.structure,
                kind: options.kind ?? 'item',
              });
  return { path, items: reading.items, groups: [], problems: [...problems, ...reading.problems] };
}
