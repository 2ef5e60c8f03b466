import {
  type AssembledPlan,
  assemblePlan,
  type PlanPart,
} from '../../src/formats/plans/assemble.ts';
import { type PlanOptions, readPlan } from '../../src/formats/plans/read-plan.ts';
import { defaultGrammar, type IdGrammar } from '../../src/formats/plans/references.ts';
import type { PlanDraft } from '../../src/formats/plans/types.ts';
import type { ItemConfig, PlanConfig } from '../config/config-schema.ts';
import { matcher } from '../files/walk.ts';
import { withChecklistItems } from './checklist-items.ts';
import { followIncludes } from './collect-includes.ts';
import { LinkChecker } from './collect-links.ts';
import type { CollectFinding } from './findings.ts';
import { findingOf } from './findings.ts';
import type { Repository } from './repository.ts';

export interface CollectedPlan extends Omit<AssembledPlan, 'problems'> {
  readonly findings: readonly CollectFinding[];
  readonly paths: readonly string[];
}

/** Reads every file that the configuration names as part of the plan. */
export async function collectPlans(
  plans: readonly PlanConfig[],
  items: readonly ItemConfig[],
  repository: Repository,
  linkRoot?: string,
): Promise<CollectedPlan> {
  const checker = new LinkChecker(repository, linkRoot);
  const parts: PlanPart[] = items.length === 0 ? [] : [{ draft: statedItems(items) }];
  const findings: CollectFinding[] = [];
  const includedPaths: string[] = [];
  for (const [index, plan] of plans.entries()) {
    const takes = matcher(plan.files);
    const files = repository.files.filter(({ path }) => takes(path));
    if (files.length === 0) {
      findings.push({
        severity: 'error',
        code: 'plan-files-none',
        text: `plans.${index}: no file fits ${JSON.stringify(plan.files)}`,
      });
    }
    const drafts: PlanDraft[] = [];
    for (const { path } of files) {
      const text = await repository.text(path);
      if (text === undefined) {
        findings.push({
          severity: 'error',
          code: 'file-unreadable',
          text: 'It cannot be read as text',
          file: path,
        });
        continue;
      }
      const followed =
        plan.format === 'gitlab-ci' ? await followIncludes(text, path, repository) : undefined;
      findings.push(...(followed?.problems ?? []).map(findingOf));
      for (const file of followed?.included ?? []) includedPaths.push(file.path);
      drafts.push(readPlan(text, path, { ...optionsOf(plan), ...followed }));
    }
    for (const draft of await itemsOfLists(drafts, plan, checker)) {
      parts.push({
        draft,
        grammar: grammarOf(plan),
        ...(plan.prefix === undefined ? {} : { prefix: plan.prefix }),
        ...(plan.statuses && { statuses: lowered(plan.statuses) }),
        ...(plan.sequence === true && { isSequence: true }),
        ...(plan.boxes === false && { hasBoxes: false }),
      });
    }
  }
  const { problems, ...assembled } = assemblePlan(parts);
  return {
    ...assembled,
    findings: [...findings, ...problems.map(findingOf)],
    paths: [...new Set([...parts.map(({ draft }) => draft.path), ...includedPaths])].filter(
      (path) => path !== stated,
    ),
  };
}

/** A check list makes items when the configuration says what one is. */
async function itemsOfLists(
  drafts: readonly PlanDraft[],
  plan: PlanConfig,
  checker: LinkChecker,
): Promise<readonly PlanDraft[]> {
  if (plan.format !== 'checklist' || plan.each === undefined) return drafts;
  return withChecklistItems(drafts, {
    each: plan.each,
    kind: plan.kind ?? 'item',
    kinds: grammarOf(plan).kinds,
    ...(plan.parent !== undefined && { parent: plan.parent }),
    targetOf: async (from, href) =>
      (await checker.check(from, { href, text: '', line: 1, isImage: false })).target,
  });
}

const stated = 'wavegate.yaml';

function statedItems(items: readonly ItemConfig[]): PlanDraft {
  const source = { path: stated };
  return {
    path: stated,
    groups: [],
    problems: [],
    items: items.map((item) => ({
      key: item.id,
      kind: item.kind ?? 'item',
      title: item.title ?? item.id,
      source,
      ...(item.parent !== undefined && { parent: item.parent }),
      ...(item.class !== undefined && { class: item.class }),
      ...(item.owner !== undefined && { owner: item.owner }),
      ...(item.status !== undefined && { status: { text: item.status, source } }),
      ...(item.depends !== undefined && {
        depends: { text: item.depends, source: { ...source, raw: item.depends } },
        ...(item.origin !== undefined && { origin: item.origin }),
      }),
    })),
  };
}

function optionsOf(plan: PlanConfig): PlanOptions {
  const { structure, columns } = plan;
  return {
    format: plan.format,
    ...(plan.kind !== undefined && { kind: plan.kind }),
    ...(plan.kinds !== undefined && { kinds: plan.kinds }),
    ...(plan.heading !== undefined && { heading: plan.heading }),
    ...(plan.pattern !== undefined && { pattern: plan.pattern }),
    ...(plan.joinIndented !== undefined && { joinIndented: plan.joinIndented }),
    ...(plan.parent !== undefined && { parent: plan.parent }),
    ...(columns !== undefined && { columns: defined(columns) }),
    ...(structure !== undefined && { structure: defined(structure) }),
  };
}

function grammarOf({ ids, kind, kinds }: PlanConfig): IdGrammar {
  return {
    none: [...defaultGrammar.none, ...(ids?.none ?? [])],
    kinds: [
      ...defaultGrammar.kinds,
      ...(ids?.kinds ?? []),
      ...(kinds ?? []),
      ...(kind ? [kind] : []),
    ],
    ranges: [...defaultGrammar.ranges, ...(ids?.ranges ?? [])],
    allBefore: defaultGrammar.allBefore,
    optional: [...defaultGrammar.optional, ...(ids?.optional ?? [])],
    aliases: ids?.aliases ?? {},
  };
}

const lowered = <V>(record: Readonly<Record<string, V>>): Record<string, V> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value]));

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without members that are there and undefined. */
export function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== undefined),
  ) as Defined<T>;
}
