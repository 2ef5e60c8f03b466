import { checklistGroups } from '../../src/formats/plans/checklists.ts';
import { readHeadingPlan } from '../../src/formats/plans/heading-plan.ts';
import { markdownLines, plainText } from '../../src/formats/plans/markdown-lines.ts';
import { markdownTables } from '../../src/formats/plans/markdown-tables.ts';
import { type PlanFormat, readPlan } from '../../src/formats/plans/read-plan.ts';
import { readTablePlan } from '../../src/formats/plans/table-plan.ts';
import type { Repository } from '../collect/repository.ts';

/** A proposal with the place that led to it. */
export interface PlanGuess {
  readonly files: string;
  readonly format: PlanFormat;
  readonly kind?: string;
  readonly heading?: string;
  readonly prefix?: string;
  /** What an item of a check list is. */
  readonly each?: 'file' | 'heading' | 'box';
  /** The plan is told elsewhere, and the boxes only go with it. */
  readonly isBeside?: boolean;
  readonly why: string;
  /** How many items or boxes it would give. */
  readonly count: number;
  /** Not a plan on its own account: proposed as a comment. */
  readonly isAside?: boolean;
  /** Nothing says what comes before what. */
  readonly isUnordered?: boolean;
  /** Without dependencies; proposed only where nothing better is found. */
  readonly isWeak?: boolean;
}

const kinds = ['phase', 'stage', 'wave', 'step', 'sprint', 'milestone', 'epic'];
const planLike =
  /(?:^|\/)[^/]*(?:plan|roadmap|todo|wave|phase|stage|milestone|checklist|release|backlog|sprint)[^/]*\.(?:md|markdown|txt)$/i;
const mostDocuments = 3000;
const mostBytes = 1024 * 1024;

/** Looks at every document and pipeline for what may be a plan. */
export async function guessPlans(repository: Repository): Promise<readonly PlanGuess[]> {
  const guesses: PlanGuess[] = [];
  const boxes = new Map<string, { count: number; files: number; groups: number; first: string }>();
  const documents = repository.files.filter(
    ({ path, size }) =>
      size <= mostBytes && (/\.(?:md|markdown)$/i.test(path) || planLike.test(path)),
  );
  for (const { path } of documents.slice(0, mostDocuments)) {
    const text = await repository.text(path);
    if (text === undefined) continue;
    const found = guessDocument(text, path);
    guesses.push(...found);
    if (found.length > 0) continue;
    const groups = checklistGroups(markdownLines(text));
    const list = groups.flatMap((group) => group.boxes);
    if (list.length < 3) continue;
    const folder = path.split('/').slice(0, 2).join('/');
    const key = path.split('/').length > 2 ? `${folder}/**/*.md` : path;
    const known = boxes.get(key) ?? {
      count: 0,
      files: 0,
      groups: 0,
      first: `${path}:${list[0]?.line ?? 1}`,
    };
    boxes.set(key, {
      groups: known.groups + groups.length,
      count: known.count + list.length,
      files: known.files + 1,
      first: known.first,
    });
  }
  for (const [files, { count, files: many, groups, first }] of boxes) {
    const each = many > 1 ? 'file' : groups > 1 ? 'heading' : 'box';
    guesses.push({
      files,
      format: 'checklist',
      each,
      kind: ({ file: 'list', heading: 'section', box: 'task' } as const)[each],
      why: `${count} check boxes in ${many} ${many === 1 ? 'file' : 'files'}, the first at ${first}`,
      count,
    });
  }
  guesses.push(...(await guessRecords(repository)));
  const isStrong = guesses.some(
    ({ isWeak, isAside, format }) => isWeak !== true && isAside !== true && format !== 'checklist',
  );
  for (const [index, guess] of guesses.entries()) {
    if (guess.isWeak === true && (isStrong || guess.kind === 'step'))
      guesses[index] = { ...guess, isAside: true };
  }
  guesses.sort(
    (a, b) => Number(a.isAside ?? false) - Number(b.isAside ?? false) || b.count - a.count,
  );
  return withMainList(guesses);
}

/** Of check lists one is the plan where nothing else is: the largest of those that are called like one. */
function withMainList(guesses: readonly PlanGuess[]): readonly PlanGuess[] {
  const lists = guesses.filter(({ format }) => format === 'checklist');
  const isTold = guesses.some(({ format, isAside }) => format !== 'checklist' && isAside !== true);
  const main = isTold
    ? undefined
    : (lists.find(({ files }) => /todo|plan|roadmap|wave|phase|stage|task|backlog/i.test(files)) ??
      lists[0]);
  return guesses.map((guess) =>
    guess.format === 'checklist' && guess !== main ? { ...guess, isBeside: true } : guess,
  );
}

function guessDocument(text: string, path: string): readonly PlanGuess[] {
  const lines = markdownLines(text);
  const guesses: PlanGuess[] = [];
  const headings = readHeadingPlan(lines, path, { kinds });
  const kind = headings[0]?.kind;
  if (kind !== undefined && new Set(headings.map(({ key }) => key)).size >= 2) {
    const isPlain = headings.every(
      ({ depends, status }) => depends === undefined && status === undefined,
    );
    guesses.push({
      files: path,
      format: 'headings',
      kind,
      // Steps of a manual look like steps of a plan, and so do the phases of a single proposal.
      ...(isPlain &&
        (kind === 'step' || headings.length < 3 || !planLike.test(path)) && { isWeak: true }),
      ...(isPlain && { isUnordered: true }),
      why: `${headings.length} headings like “${headings[0]?.source.raw ?? ''}” (${path}:${headings[0]?.source.line ?? 1})`,
      count: headings.length,
    });
  }
  for (const table of markdownTables(lines)) {
    const columns = table.header.cells.map((cell) => plainText(cell).toLowerCase());
    const hasDepends = columns.some((cell) =>
      /^(?:depends|dependenc|requires|needs|blocked by|prerequisite)/.test(cell),
    );
    const first = columns.find((cell) => kinds.includes(cell));
    if (!hasDepends && (first === undefined || guesses.length > 0)) continue;
    const heading = table.heading === undefined ? undefined : plainText(table.heading);
    const { items } = readTablePlan(lines, path, {
      kind: first ?? 'item',
      ...(heading !== undefined && { heading }),
    });
    const ids = new Set(items.map(({ key }) => key));
    // A register names one phase in many rows; a plan names each item once.
    if (ids.size < 2 || ids.size < items.length) continue;
    if (!hasDepends && ![...ids].every((id) => /\d/.test(id))) continue;
    guesses.push({
      files: path,
      format: 'table',
      ...(!hasDepends && { isWeak: true, isUnordered: true }),
      kind: first ?? 'item',
      ...(heading !== undefined && { heading }),
      why: `a table of ${items.length} rows${hasDepends ? ' with a column for dependencies' : ''} (${path}:${table.header.line})`,
      count: items.length,
    });
  }
  return guesses;
}

async function guessRecords(repository: Repository): Promise<readonly PlanGuess[]> {
  const guesses: PlanGuess[] = [];
  for (const { path, size } of repository.files) {
    if (size > mostBytes * 16) continue;
    const format = formatOfPath(path);
    if (format === undefined) continue;
    const text = await repository.text(path);
    if (text === undefined) continue;
    if (format === 'issues' && !/^\s*\{[^\n]*"(?:dependencies|issue_type)"/.test(text)) continue;
    const { items } = readPlan(text, path, { format });
    const edges = items.reduce((sum, { edges: own = [] }) => sum + own.length, 0);
    if (
      items.length < 2 ||
      (format === 'structured' && edges === 0 && !items.some(({ depends }) => depends))
    ) {
      continue;
    }
    const isPipeline = format === 'github-actions' || format === 'gitlab-ci';
    guesses.push({
      files: path,
      format,
      ...(format === 'structured' && { kind: 'item' }),
      ...(isPipeline && { prefix: `${path.replace(/^.*\//, '').replace(/\.\w+$/, '')}/` }),
      why: `${items.length} ${isPipeline ? 'jobs' : 'records'} with ${edges} ties (${path}:1)`,
      count: items.length,
      ...(isPipeline && { isAside: true }),
    });
  }
  // Ids of one pipeline need nothing that tells them from those of another.
  const pipelines = guesses.filter(({ prefix }) => prefix !== undefined);
  if (pipelines.length > 1) return guesses;
  return guesses.map(({ prefix: _prefix, ...guess }) => guess);
}

function formatOfPath(path: string): PlanFormat | undefined {
  if (/(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) return 'github-actions';
  if (/(?:^|\/)\.gitlab-ci\.ya?ml$/.test(path)) return 'gitlab-ci';
  if (/\.jsonl$/i.test(path)) return 'issues';
  return /(?:^|\/)[^/]*(?:plan|roadmap|phases|waves|milestones|workflow)[^/]*\.(?:ya?ml|json)$/i.test(
    path,
  )
    ? 'structured'
    : undefined;
}
