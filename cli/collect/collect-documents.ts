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
  const value = (pointer: string, count: number) =>
    ({ type: 'value', pointer: { kind: 'json', pointer }, value: count, unit: 'count' }) as const;
  return [
    {
      id: evidenceId('links'),
      kind: 'links',
      name: 'Links of the documents',
      collectedAt: now,
      observedAt: now,
      collector: { name: 'wavegate', version },
      facts: links.length === 0 ? [] : [value('/broken', broken), value('/checked', links.length)],
    },
  ];
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
