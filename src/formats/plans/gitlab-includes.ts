import { listOf, member, type Tree, textOf } from './tree.ts';

/** An included file of the repository. */
export interface IncludedFile {
  readonly path: string;
  readonly tree: Tree;
}

/** What a pipeline includes: files of its own repository as they are written there, and everything else. */
export interface Includes {
  /** Paths from the root of the repository without a leading slash; `*` and `**` may stand in them. */
  readonly local: readonly string[];
  /** Files of other places, in words. */
  readonly elsewhere: readonly string[];
}

/** https://docs.gitlab.com/ci/yaml/#include */
export function includesOf(document: Tree): Includes {
  const local: string[] = [];
  const elsewhere: string[] = [];
  for (const entry of listOf(member(document, 'include'))) {
    const path = textOf(entry) ?? textOf(member(entry, 'local'));
    // A path with a variable is known to the server alone.
    if (path !== undefined && !/^[a-z]+:|^\/\/|\$/i.test(path)) {
      local.push(path.replace(/^(?:\.?\/)+/, ''));
      continue;
    }
    const parts = ['project', 'file', 'remote', 'template', 'component'].flatMap((name) =>
      listOf(member(entry, name)).flatMap((part) => textOf(part) ?? []),
    );
    elsewhere.push(path ?? parts.join(' '));
  }
  return { local, elsewhere };
}

/**
 * The pipeline with its included files, each member with the file that it stands in. As GitLab has it, a later
 * file counts before an earlier one and the pipeline itself before all; lists are replaced and never joined.
 */
export function withIncluded(document: Tree, files: readonly IncludedFile[]): Tree {
  const stamped = files.map(({ path, tree }) => inFile(tree, path, new Map()));
  return [...stamped, document].reduce((before, after) => merged(before, after, 0), emptyMap);
}

const emptyMap: Tree = { kind: 'map', entries: new Map(), line: 1 };

/** Jobs are joined member by member; nothing that a plan is made of lies deeper. */
const mergedLevels = 2;

function merged(before: Tree, after: Tree, depth: number): Tree {
  if (before.kind !== 'map' || after.kind !== 'map' || depth >= mergedLevels) return after;
  const entries = new Map(before.entries);
  for (const [name, tree] of after.entries) {
    const known = entries.get(name);
    entries.set(name, known === undefined ? tree : merged(known, tree, depth + 1));
  }
  return { ...after, entries };
}

/** Values that aliases share stay shared, so that nothing grows. */
function inFile(tree: Tree, file: string, done: Map<Tree, Tree>): Tree {
  const known = done.get(tree);
  if (known !== undefined) return known;
  const made: Tree =
    tree.kind === 'map'
      ? {
          ...tree,
          file,
          entries: new Map(
            [...tree.entries].map(([name, entry]) => [name, inFile(entry, file, done)]),
          ),
        }
      : tree.kind === 'list'
        ? { ...tree, file, items: tree.items.map((item) => inFile(item, file, done)) }
        : { ...tree, file };
  done.set(tree, made);
  return made;
}
