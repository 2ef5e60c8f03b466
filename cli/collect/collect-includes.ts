import { posix } from 'node:path';
import {
  type IncludedFile,
  type Includes,
  includesOf,
} from '../../src/formats/plans/gitlab-includes.ts';
import { readTree } from '../../src/formats/plans/tree.ts';
import type { Problem } from '../../src/model/problem.ts';
import { matcher } from '../files/walk.ts';
import type { Repository } from './repository.ts';

/** GitLab itself takes no more. */
const mostFiles = 150;

export interface FollowedIncludes {
  /** Nested ones before those that include them. */
  readonly included: readonly IncludedFile[];
  /** Of other places, gone, or beyond what is read. */
  readonly unread: readonly string[];
  readonly problems: readonly Problem[];
}

/** The local files that a pipeline includes, and those that these include; nothing is fetched. */
export async function followIncludes(
  text: string,
  path: string,
  repository: Repository,
): Promise<FollowedIncludes> {
  const included: IncludedFile[] = [];
  const unread: string[] = [];
  const problems: Problem[] = [];
  const seen = new Set([path]);
  const follow = async ({ local, elsewhere }: Includes): Promise<void> => {
    for (const written of local) {
      const files = matching(written, repository);
      if (files.length === 0) unread.push(written);
      for (const file of files) {
        if (seen.has(file)) continue;
        seen.add(file);
        const found = seen.size > mostFiles ? undefined : await repository.text(file);
        if (found === undefined) {
          unread.push(file);
          continue;
        }
        const reading = readTree(found, file, { followsAliases: true });
        problems.push(...reading.problems);
        const [tree] = reading.documents;
        if (tree === undefined) continue;
        await follow(includesOf(tree));
        included.push({ path: file, tree });
      }
    }
    unread.push(...elsewhere);
  };
  const [main] = readTree(text, path, { followsAliases: true }).documents;
  if (main !== undefined) await follow(includesOf(main));
  return { included, unread, problems };
}

/** Files of the repository and of nowhere else: what leads out of it fits nothing. */
function matching(written: string, { files, byPath }: Repository): readonly string[] {
  const path = posix.normalize(written);
  if (byPath.has(path)) return [path];
  if (!path.includes('*') || path.split('/').includes('..') || path.length > 400) return [];
  const takes = matcher(path);
  return files.flatMap((file) => (takes(file.path) ? [file.path] : []));
}
