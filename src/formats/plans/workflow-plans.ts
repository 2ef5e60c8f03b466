import type { SourceRef } from '../../model/common.ts';
import type { Problem } from '../../model/problem.ts';
import { type IncludedFile, includesOf, withIncluded } from './gitlab-includes.ts';
import { atPath, listOf, member, type Tree, textOf } from './tree.ts';
import { type DraftItem, planProblem, type StatedEdge } from './types.ts';

export interface WorkflowReading {
  readonly items: readonly DraftItem[];
  readonly problems: readonly Problem[];
}

/** Jobs of a GitHub Actions workflow; `needs` is one name or a list. */
export function readGithubActions(document: Tree, path: string): WorkflowReading {
  const jobs = member(document, 'jobs');
  if (jobs?.kind !== 'map') return unreadable(path, 'GitHub Actions', 'no jobs');
  const items = [...jobs.entries].map(([key, job]): DraftItem => {
    const needs = listOf(member(job, 'needs'));
    const name = textOf(member(job, 'name'));
    return {
      key,
      kind: 'job',
      // A name with an expression is a template, not a title.
      title: name === undefined || name.includes('${{') ? key : name,
      source: at(path, job),
      edges: needs.map((need): StatedEdge => edge(path, need)),
    };
  });
  return { items, problems: [] };
}

/** Top-level words of GitLab CI that are no jobs. https://docs.gitlab.com/ee/ci/yaml/ */
const reserved: ReadonlySet<string> = new Set([
  'after_script',
  'before_script',
  'cache',
  'default',
  'image',
  'include',
  'services',
  'spec',
  'stages',
  'types',
  'variables',
  'workflow',
]);
const usualStages = ['build', 'test', 'deploy'];

/**
 * Jobs of a GitLab pipeline with their stages. A job with `needs` waits for those alone; one without
 * waits for the stages before its own, which is implied. Hidden jobs (`.name`) are templates; `stage`
 * and `needs` are taken from them through `extends`, `!reference`, aliases and merge keys, as far as the
 * file and those that it includes hold them.
 *
 * @param files what it includes, nested files before those that include them
 * @param unread names of what it includes and nobody could read; default: everything
 */
export function readGitlabCi(
  main: Tree,
  path: string,
  files: readonly IncludedFile[] = [],
  unread: readonly string[] = includedElsewhere(main),
): WorkflowReading {
  if (main.kind !== 'map') return unreadable(path, 'GitLab CI', 'no map');
  const document = withIncluded(main, files);
  if (document.kind !== 'map') return unreadable(path, 'GitLab CI', 'no map');
  const problems: Problem[] = [];
  if (unread.length > 0) {
    const params = { count: unread.length, names: unread.slice(0, 3).join(', ') };
    const place = at(path, main.entries.get('include') ?? main);
    problems.push(planProblem('plan-include-not-read', place, params, 'warning'));
  }
  const written = listOf(document.entries.get('stages')).flatMap((stage) => textOf(stage) ?? []);
  const stages = ['.pre', ...(written.length > 0 ? written : usualStages), '.post'];
  const templates = new Set(
    [...document.entries.values()].flatMap((job) =>
      listOf(member(job, 'extends')).flatMap((base) => textOf(base) ?? []),
    ),
  );
  /** A whole job behind a leading dot, which no other extends, is one that was switched off. */
  const isDisabled = (name: string, job: Tree): boolean =>
    name.startsWith('.') &&
    member(job, 'script') !== undefined &&
    member(job, 'stage') !== undefined &&
    !templates.has(name);
  const jobs = [...document.entries].filter(
    ([name, job]) =>
      job.kind === 'map' && !reserved.has(name) && (!name.startsWith('.') || isDisabled(name, job)),
  );
  const stageOf = new Map(
    jobs.map(([name, job]) => [name, textOf(inherited(document, job, 'stage')) ?? 'test']),
  );
  const used = stages.filter((stage) => [...stageOf.values()].includes(stage));
  const lineOfStages = at(path, document.entries.get('stages') ?? document);
  const named = stages.filter((stage) => written.includes(stage) || used.includes(stage));
  const items: DraftItem[] = named.map((stage) => ({
    key: stageKey(stage),
    kind: 'stage',
    title: stage,
    source: lineOfStages,
  }));
  for (const [key, job] of jobs) {
    const stage = stageOf.get(key) ?? 'test';
    const needs = inherited(document, job, 'needs');
    const edges =
      needs === undefined
        ? implied(used, stage, at(path, job))
        : flatNeeds(document, needs).flatMap((need) =>
            gitlabNeed(path, need, problems).map(
              (stated): StatedEdge =>
                // The file states it for the template; for the job it follows.
                member(job, 'needs') === undefined ? { ...stated, origin: 'implied' } : stated,
            ),
          );
    items.push({
      key,
      kind: key.startsWith('.') ? 'disabled job' : 'job',
      title: key,
      source: at(path, job),
      ...(key.startsWith('.') && { status: { text: 'skipped', source: at(path, job) } }),
      ...(used.includes(stage) && { parent: stageKey(stage) }),
      edges,
    });
  }
  return { items, problems };
}

function includedElsewhere(document: Tree): readonly string[] {
  const { local, elsewhere } = includesOf(document);
  return [...local, ...elsewhere];
}

const stageKey = (stage: string): string => `stage ${stage}`;

function implied(used: readonly string[], stage: string, source: SourceRef): readonly StatedEdge[] {
  const before = used[used.indexOf(stage) - 1];
  return before === undefined ? [] : [{ on: stageKey(before), origin: 'implied', source }];
}

/** More than this stands in no list of needs, whatever names what. */
const mostSteps = 10_000;

/** References replaced by what they name, and lists that came by an alias laid flat. */
function flatNeeds(document: Tree, needs: Tree): readonly Tree[] {
  const flat: Tree[] = [];
  let steps = 0;
  const add = (tree: Tree, depth: number): void => {
    for (const each of listOf(tree)) {
      steps += 1;
      if (steps > mostSteps) return;
      const found =
        each.kind === 'opaque' && depth < 10 ? referenced(document, each.reference) : undefined;
      if (found !== undefined) add(found, depth + 1);
      else if (each.kind === 'list' && depth < 10) add(each, depth + 1);
      else flat.push(each);
    }
  };
  add(needs, 0);
  return flat;
}

/** What `!reference [job, member]` names in this file. https://docs.gitlab.com/ci/yaml/yaml_optimization/ */
function referenced(document: Tree, names: readonly string[] | undefined): Tree | undefined {
  return names?.reduce<Tree | undefined>((found, name) => member(found, name), document);
}

function gitlabNeed(path: string, need: Tree, problems: Problem[]): StatedEdge[] {
  if (need.kind === 'opaque') {
    problems.push(
      planProblem('plan-tag-not-followed', at(path, need), { name: need.text }, 'error'),
    );
    return [{ on: need.text, source: at(path, need) }];
  }
  const on = textOf(need) ?? textOf(member(need, 'job'));
  if (on === undefined) return [];
  // A need of another pipeline names no job of this plan.
  if (member(need, 'pipeline') !== undefined || member(need, 'project') !== undefined) return [];
  const optional = member(need, 'optional');
  return [
    {
      on,
      source: at(path, need),
      ...(optional?.kind === 'scalar' && optional.value === true && { optional: true }),
    },
  ];
}

/** A member of a job or of what it extends; the nearest counts. */
function inherited(document: Tree, job: Tree, name: string, depth = 0): Tree | undefined {
  const own = member(job, name);
  if (own !== undefined || depth > 10) return own;
  for (const base of [...listOf(member(job, 'extends'))].reverse()) {
    const found = inherited(
      document,
      member(document, textOf(base) ?? '') ?? base,
      name,
      depth + 1,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Tasks of every DAG template of an Argo workflow: `dependencies`, or `depends` as an expression. */
export function readArgo(documents: readonly Tree[], path: string): WorkflowReading {
  const items: DraftItem[] = [];
  const problems: Problem[] = [];
  for (const document of documents) {
    const name =
      textOf(atPath(document, 'metadata.name')) ??
      textOf(atPath(document, 'metadata.generateName'))?.replace(/-$/, '') ??
      'workflow';
    const spec = member(document, 'spec');
    const templates = [
      ...listOf(member(spec, 'templates')),
      ...listOf(atPath(spec, 'workflowSpec.templates')),
    ];
    for (const template of templates) {
      const tasks = listOf(atPath(template, 'dag.tasks'));
      if (tasks.length === 0) continue;
      const scope = `${name}/${textOf(member(template, 'name')) ?? ''}`;
      items.push({ key: scope, kind: 'workflow', title: scope, source: at(path, template) });
      for (const task of tasks) {
        const own = textOf(member(task, 'name')) ?? '';
        const listed = listOf(member(task, 'dependencies')).map((on) => edge(path, on));
        const expression = textOf(member(task, 'depends'));
        const computed =
          expression === undefined ? [] : expressionEdges(expression, at(path, task), problems);
        items.push({
          key: `${scope}/${own}`,
          kind: 'task',
          title: own,
          source: at(path, task),
          parent: scope,
          edges: [...listed, ...computed].map((stated) => ({
            ...stated,
            on: `${scope}/${stated.on}`,
          })),
        });
      }
    }
  }
  return { items, problems };
}

/**
 * Every task that a boolean expression names. `A || B` is weaker than waiting for both; waiting for
 * both is the safe reading, and it is said.
 */
function expressionEdges(
  expression: string,
  source: SourceRef,
  problems: Problem[],
): readonly StatedEdge[] {
  const names = expression.match(/[A-Za-z0-9_-]+(?:\.[A-Za-z]+)?/g) ?? [];
  if (expression.includes('||') || expression.includes('!')) {
    problems.push(
      planProblem(
        'plan-expression-simplified',
        source,
        { text: expression.slice(0, 120) },
        'warning',
      ),
    );
  }
  return [...new Set(names.map((name) => name.split('.', 1)[0] ?? name))].map((on) => ({
    on,
    source: { ...source, raw: expression },
    ...(names.length > 1 && { condition: expression }),
  }));
}

function edge(path: string, need: Tree): StatedEdge {
  return { on: textOf(need) ?? (need.kind === 'opaque' ? need.text : ''), source: at(path, need) };
}

const at = (path: string, { line, file }: Tree): SourceRef => ({ path: file ?? path, line });

function unreadable(path: string, format: string, reason: string): WorkflowReading {
  const problem = planProblem('plan-format-unreadable', { path }, { format, reason });
  return { items: [], problems: [{ ...problem, isLoss: true }] };
}
