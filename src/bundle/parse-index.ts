import { childPointer } from '../lib/json/json-pointer.ts';
import type { Problem } from '../model/problem.ts';
import * as valid from './generated/validators.js';
import { readJson, withPositions } from './json.ts';
import { ProblemLog } from './log.ts';
import { isSafePath } from './paths.ts';
import { isRawList, isRawRecord } from './raw.ts';
import { readRecord } from './read-record.ts';
import { negotiateVersion } from './upgrade.ts';
import type { IndexProject } from './wire.ts';

export interface ParsedIndex {
  /** Those that could be read; newest revision first, as the index lists them. */
  readonly projects: readonly IndexProject[];
  readonly problems: readonly Problem[];
}

/** Reads `index.json` of a static host. A project or revision that cannot be read is left out. */
export function parseIndex(bytes: Uint8Array, file: string): ParsedIndex {
  const json = readJson(bytes, file);
  const log = new ProblemLog(file);
  for (const found of json.problems) log.add(found);
  const done = (projects: readonly IndexProject[] = []): ParsedIndex => ({
    projects,
    problems: withPositions(log.problems, file, json.text),
  });
  if (json.problems.some((found) => found.severity === 'fatal')) return done();
  if (!isRawRecord(json.value)) {
    log.report('not-an-object', '');
    return done();
  }
  const { problems } = negotiateVersion(json.value, file);
  for (const found of problems) log.add(found);
  if (problems.some((found) => found.severity === 'fatal')) return done();
  const list = json.value['projects'];
  if (!isRawList(list)) {
    log.report('collection-unreadable', '/projects', { params: { member: 'projects' } });
    return done();
  }
  const seen = new Set<string>();
  const projects = list.flatMap((raw, k) => {
    const path = childPointer('/projects', k);
    return readProject(raw, path, log).filter(({ id }) => {
      if (!seen.has(id)) return seen.add(id);
      log.report('duplicate-id', path, { params: { kind: 'IndexProject', id } });
      return false;
    });
  });
  return done(projects);
}

function readProject(raw: unknown, path: string, log: ProblemLog): IndexProject[] {
  const { value, rule } = readRecord(valid.isIndexProject, 'IndexProject', raw, path, log);
  if (value === undefined) {
    const params = { kind: 'IndexProject', rule: rule ?? '' };
    log.report('record-unreadable', path, { params });
    return [];
  }
  const revisions = value.revisions.filter((revision, k) => {
    // A folder may end in a slash; a bundle beside the index has its own name.
    if (isSafePath(revision.path.replace(/\/$/, ''))) return true;
    const at = `${`${path}/revisions`}/${k}/path`;
    log.report('unsafe-path', at, { params: { text: revision.path } });
    return false;
  });
  return [{ ...value, revisions }];
}
