import { pointerMembers } from '../lib/json/json-pointer.ts';
import type { Policy } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { ProjectContent, ProjectInfo, Revision } from '../model/project.ts';
import { unreadableId } from './conditions.ts';
import { type Lists, readLists } from './content-lists.ts';
import { settleDuplicates } from './duplicates.ts';
import * as valid from './generated/validators.js';
import { type JsonReading, readJson, withPositions } from './json.ts';
import { limits } from './limits.ts';
import { ProblemLog } from './log.ts';
import { Quarantine } from './quarantine.ts';
import { isRawRecord, listAt, type RawRecord } from './raw.ts';
import { readRecord } from './read-record.ts';
import type { PendingReference } from './references.ts';
import { readCollections, readCritical, reportUnknownMembers } from './root-members.ts';
import { checkContent } from './semantic-checks.ts';
import { negotiateVersion } from './upgrade.ts';
import type { Validator } from './validator.ts';
import type { EvidenceCollection } from './wire.ts';

/** What `bundle.json` says. */
export interface ParsedPlan {
  /** Absent when a problem is fatal. */
  readonly content?: ProjectContent;
  /** Files with more evidence; read each with `parseEvidenceLines` and join the results. */
  readonly collections: { readonly evidence: readonly EvidenceCollection[] };
  /**
   * For `Reading.unknownCritical`: names that are not known, and places of what could not be read
   * and may concern any gate.
   */
  readonly unknownCritical: readonly string[];
  /** References to evidence that must be in one of the collections; `joinEvidence` checks them. */
  readonly pendingReferences: readonly PendingReference[];
  readonly problems: readonly Problem[];
  readonly formatVersion?: string;
}

/** What a plan is drawn from. */
export type PlanOutline = Pick<
  ProjectContent,
  'project' | 'revision' | 'sample' | 'items' | 'dependencies'
>;

/** A plan of which the text was parsed, and no list was read for good. */
export interface BegunPlan {
  /**
   * The outline that the whole content is going to have. Absent when a problem is fatal, and when an
   * item or a dependency has the least fault: then only the whole reading tells what becomes of it.
   */
  readonly outline?: PlanOutline;
  /** Reads the rest; a second call gives the same again. */
  readonly finish: () => ParsedPlan;
}

/**
 * Reads `bundle.json`. Never throws: whatever is wrong is a problem with its place. One record that
 * cannot be read does not take the others with it, and nothing that is lost makes a verdict better.
 */
export function parsePlan(bytes: Uint8Array, file: string): ParsedPlan {
  return beginPlan(bytes, file).finish();
}

/**
 * {@link parsePlan} in two steps, so that a large plan can be drawn before its conditions are
 * checked. Everything that is fatal is found in the first one.
 */
export function beginPlan(bytes: Uint8Array, file: string): BegunPlan {
  const json = readJson(bytes, file);
  const log = new ProblemLog(file);
  for (const found of json.problems) log.add(found);
  const nothing = (formatVersion?: string): BegunPlan => ({
    finish: () => ({
      collections: { evidence: [] },
      pendingReferences: [],
      unknownCritical: [],
      problems: withPositions(log.problems, file, json.text),
      ...(formatVersion === undefined ? {} : { formatVersion }),
    }),
  });
  if (json.problems.some(isFatal)) return nothing();
  if (!isRawRecord(json.value)) {
    log.report('not-an-object', '');
    return nothing();
  }
  const root = json.value;
  const { version, problems } = negotiateVersion(root, file);
  for (const found of problems) log.add(found);
  const atRoot = json.problems.filter((found) => isMemberOfRoot(found));
  for (const { params } of atRoot) {
    const member = String(params?.['member'] ?? '');
    log.report('duplicate-member-at-root', `/${member}`, { params: { member } });
  }
  if (problems.some(isFatal) || atRoot.length > 0 || exceedsLimits(root, log)) {
    return nothing(version);
  }
  const project = readProject(root, log);
  const revision = readRevision(root, log);
  if (project === undefined || revision === undefined) return nothing(version);
  const head = { project, revision };
  const outline = json.ambiguous.length > 0 ? undefined : outlineOf(root, head);
  return {
    ...(outline === undefined ? {} : { outline }),
    finish: finishOnce({ root, file, json, log, head, version }),
  };
}

interface Begun {
  readonly root: RawRecord;
  readonly file: string;
  readonly json: JsonReading;
  readonly log: ProblemLog;
  readonly head: Pick<ProjectContent, 'project' | 'revision'>;
  readonly version: string | undefined;
}

/** What the plan is read from is as large as the file: it is let go once it was read. */
function finishOnce(begun: Begun): () => ParsedPlan {
  let state: { readonly begun: Begun } | { readonly plan: ParsedPlan } = { begun };
  return () => {
    if ('begun' in state) state = { plan: finishPlan(state.begun) };
    return state.plan;
  };
}

function finishPlan({ root, file, json, log, head, version }: Begun): ParsedPlan {
  const quarantine = new Quarantine();
  const unknownCritical = [...readCritical(root, log)];
  const unattributed = (path: string): void => {
    unknownCritical.push(unreadableId(`${file}#${path}`));
  };
  const lists = readLists(root, quarantine, { log, ambiguous: json.ambiguous }, unattributed);
  for (const member of ['items', 'dependencies'] as const) {
    if (lists[member] !== undefined) continue;
    log.report('collection-unreadable', '', { params: { member } });
    quarantine.fence(`/${member}`, undefined, 'every-item');
  }
  settleDuplicates(lists, quarantine, log);
  const collections = readCollections(root, log, unattributed);
  reportUnknownMembers(root, log);
  const policy = readPolicy(root, log);
  const content = assemble(root, { ...head, ...policy }, lists, quarantine);
  const pendingReferences = checkContent(content, lists, log, collections.evidence.length > 0);
  return {
    content,
    collections,
    pendingReferences,
    unknownCritical,
    problems: withPositions(log.problems, file, json.text),
    ...(version === undefined ? {} : { formatVersion: version }),
  };
}

/** Only what validates as it stands, with ids that occur once. */
function outlineOf(root: RawRecord, head: Begun['head']): PlanOutline | undefined {
  const items = allValid(valid.isPlanItem, listAt(root, 'items'));
  const dependencies = allValid(valid.isDependency, listAt(root, 'dependencies'));
  if (items === undefined || dependencies === undefined) return undefined;
  if (new Set(items.map(({ id }) => id)).size < items.length) return undefined;
  return { ...head, ...sampleOf(root), items, dependencies };
}

function allValid<T>(is: Validator<T>, list: readonly unknown[] | undefined): T[] | undefined {
  if (list === undefined) return undefined;
  const values: T[] = [];
  for (const value of list) {
    if (!is(value)) return undefined;
    values.push(value);
  }
  return values;
}

/** Whatever is not plainly `false` is shown as a sample: nobody may take it for the real thing. */
function sampleOf({ sample }: RawRecord): Pick<ProjectContent, 'sample'> {
  return sample === undefined ? {} : { sample: sample !== false };
}

const isFatal = (found: Problem): boolean => found.severity === 'fatal';

/** Of these there is one, so that there is nothing to set aside. */
const single: readonly string[] = ['project', 'revision', 'policy', 'collections'];

function isMemberOfRoot(found: Problem): boolean {
  if (found.code !== 'duplicate-member' || found.path === undefined) return false;
  const [first, ...rest] = pointerMembers(found.path);
  return rest.length === 0 || single.includes(first ?? '');
}

function exceedsLimits(root: RawRecord, log: ProblemLog): boolean {
  const count = listAt(root, 'items')?.length ?? 0;
  if (count > limits.items) {
    log.report('too-many-items', '/items', { params: { count, limit: limits.items } });
    return true;
  }
  let points = 0;
  for (const metric of listAt(root, 'metrics') ?? []) {
    const series = isRawRecord(metric) ? metric['series'] : undefined;
    points += Math.max(listAt(series, 't')?.length ?? 0, listAt(series, 'v')?.length ?? 0);
  }
  if (points <= limits.points) return false;
  log.report('too-many-points', '/metrics', { params: { count: points, limit: limits.points } });
  return true;
}

function readProject(root: RawRecord, log: ProblemLog): ProjectInfo | undefined {
  const { value, rule } = readRecord(
    valid.isProjectInfo,
    'ProjectInfo',
    root['project'],
    '/project',
    log,
  );
  if (value === undefined) {
    log.report('project-unreadable', '/project', { params: { rule: rule ?? '' } });
  }
  return value;
}

function readRevision(root: RawRecord, log: ProblemLog): Revision | undefined {
  const { value, rule } = readRecord(
    valid.isRevision,
    'Revision',
    root['revision'],
    '/revision',
    log,
  );
  if (value === undefined) {
    log.report('revision-unreadable', '/revision', { params: { rule: rule ?? '' } });
  }
  return value;
}

/** A limit of age that cannot be read lets nothing be fresh. */
function readPolicy(root: RawRecord, log: ProblemLog): { readonly policy?: Policy } {
  if (!Object.hasOwn(root, 'policy')) return {};
  const { value, rule } = readRecord(valid.isPolicy, 'Policy', root['policy'], '/policy', log);
  if (value !== undefined) return { policy: value };
  log.report('record-unreadable', '/policy', { params: { kind: 'Policy', rule: rule ?? '' } });
  return { policy: { maxEvidenceAge: 0 } };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function assemble(
  root: RawRecord,
  head: Pick<ProjectContent, 'project' | 'revision' | 'policy'>,
  lists: Lists,
  quarantine: Quarantine,
): ProjectContent {
  const items = values(lists.items) ?? [];
  const content: Mutable<ProjectContent> = {
    ...head,
    ...sampleOf(root),
    items,
    dependencies: values(lists.dependencies) ?? [],
  };
  const { sampleNote } = root;
  if (typeof sampleNote === 'string') content.sampleNote = sampleNote;
  const put = <K extends keyof Lists>(member: K, list: Mutable<ProjectContent>[K]): void => {
    if (list !== undefined) content[member] = list;
  };
  put('definitions', values(lists.definitions));
  put('classes', values(lists.classes));
  put('relations', values(lists.relations));
  put('gates', values(lists.gates));
  put('waivers', values(lists.waivers));
  put('invariants', values(lists.invariants));
  put('stopConditions', values(lists.stopConditions));
  put('roles', values(lists.roles));
  put('people', values(lists.people));
  put('authorisationRules', quarantine.rules(values(lists.authorisationRules)));
  put('authorisations', values(lists.authorisations));
  put('probes', values(lists.probes));
  put('reverifications', values(lists.reverifications));
  put('tiers', values(lists.tiers));
  put('acceptance', values(lists.acceptance));
  put('strengthScales', values(lists.strengthScales));
  put('documents', values(lists.documents));
  put('registers', values(lists.registers));
  put('contracts', values(lists.contracts));
  put('metrics', values(lists.metrics));
  put('budgets', values(lists.budgets));
  put('checklists', values(lists.checklists));
  put('workflows', values(lists.workflows));
  put('notes', values(lists.notes));
  put('evidence', values(lists.evidence));
  const fences = quarantine.gates(items, content.dependencies);
  if (fences.length > 0) content.gates = [...(content.gates ?? []), ...fences];
  return content;
}

function values<T>(entries: readonly { readonly value: T }[] | undefined): T[] | undefined {
  return entries?.map((entry) => entry.value);
}
