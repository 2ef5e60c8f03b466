import type { PlanDocument } from '../../src/model/document.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import { documentId, evidenceId, itemId } from '../../src/model/ids.ts';
import type { Checklist } from '../../src/model/plan.ts';
import type { Config } from '../config/config-schema.ts';
import { version } from '../core/version.ts';
import { matcher } from '../files/walk.ts';
import { LinkChecker, type LinkReport } from './collect-links.ts';
import type { Repository } from './repository.ts';

/** The outcome as values that a gate can ask for. */
export function linkEvidence(
  { links }: LinkReport,
  { links: config }: Config,
  now: string,
): readonly Evidence[] {
  if (config === undefined) return [];
  const broken = links.filter(({ state }) => state !== 'ok' && state !== 'external').length;
  return [
    {
      ...counted('links', now, { broken, checked: links.length }, links.length === 0),
      kind: 'links',
      name: 'Links of the documents',
    },
  ];
}

const ofOneFile = 'checklist:';

/**
 * The check lists that conditions name, as values: `checklists` for all of them, `checklist:<path>` for one
 * file. A list without boxes has no values, so that what asks for it does not pass.
 */
export function checklistEvidence(
  checklists: readonly Checklist[],
  named: readonly string[],
  now: string,
): readonly Evidence[] {
  const all = checklists.flatMap(({ groups }) => groups.flatMap(({ boxes }) => boxes));
  return [...new Set(named)].flatMap((id): readonly Evidence[] => {
    const path = id.startsWith(ofOneFile) ? id.slice(ofOneFile.length) : undefined;
    if (path === undefined && id !== 'checklists') return [];
    const boxes = path === undefined ? all : all.filter(({ source }) => source?.path === path);
    const ticked = boxes.filter(({ checked }) => checked).length;
    const broken = boxes
      .flatMap(({ links = [] }) => links)
      .filter(({ exists }) => exists === false).length;
    const counts = { boxes: boxes.length, ticked, open: boxes.length - ticked, broken };
    return [
      {
        ...counted(id, now, counts, boxes.length === 0),
        kind: 'checklist',
        name: path ?? 'Check lists of the plan',
        ...(path !== undefined && { source: { path } }),
      },
    ];
  });
}

function counted(
  id: string,
  now: string,
  counts: Readonly<Record<string, number>>,
  isEmpty: boolean,
): Pick<Evidence, 'id' | 'collectedAt' | 'observedAt' | 'collector' | 'facts'> {
  return {
    id: evidenceId(id),
    collectedAt: now,
    observedAt: now,
    collector: { name: 'wavegate', version },
    facts: isEmpty
      ? []
      : Object.entries(counts).map(([name, value]) => ({
          type: 'value',
          pointer: { kind: 'json', pointer: `/${name}` },
          value,
          unit: 'count',
        })),
  };
}

/** Whether each link of a box leads somewhere. */
export async function withLinkStates(
  checklists: readonly Checklist[],
  { links }: Config,
  repository: Repository,
): Promise<readonly Checklist[]> {
  const checker = new LinkChecker(repository, links?.root);
  const stateOf = async (from: string, href: string): Promise<boolean | undefined> => {
    const { state } = await checker.check(from, { href, text: '', line: 1, isImage: false });
    return state === 'external' ? undefined : state === 'ok';
  };
  return Promise.all(
    checklists.map(async (list) => ({
      ...list,
      groups: await Promise.all(
        list.groups.map(async (group) => ({
          ...group,
          boxes: await Promise.all(
            group.boxes.map(async (box) => ({
              ...box,
              ...(box.links !== undefined && {
                links: await Promise.all(
                  box.links.map(async ({ href }) => {
                    const exists = await stateOf(box.source?.path ?? '', href);
                    return { href, ...(exists !== undefined && { exists }) };
                  }),
                ),
              }),
            })),
          ),
        })),
      ),
    })),
  );
}

/** The documents that the patterns name, with number, digest and time of last change. */
export function documentsOf(
  { documents = [] }: Config,
  { files, git }: Repository,
  digests: ReadonlyMap<string, string>,
): readonly PlanDocument[] {
  return documents.flatMap((entry) => {
    const takes = matcher(entry.files);
    return files.flatMap(({ path }): PlanDocument[] => {
      if (!takes(path)) return [];
      const name = path.slice(path.lastIndexOf('/') + 1);
      const number = /^(\d+(?:\.\d+)*)[-_. ]/.exec(name)?.[1];
      const sha256 = digests.get(path);
      const changedAt = git?.changedAt.get(path);
      return [
        {
          id: documentId(path),
          path,
          title: name.replace(/\.\w+$/, ''),
          exists: true,
          ...(number !== undefined && { number }),
          ...(entry.status !== undefined && { status: entry.status }),
          ...(entry.phase !== undefined && { phase: itemId(entry.phase) }),
          ...(entry.register !== undefined && { register: entry.register }),
          ...(sha256 !== undefined && { sha256 }),
          ...(changedAt !== undefined && { changedAt }),
        },
      ];
    });
  });
}
