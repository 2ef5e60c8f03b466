import { decodeUtf8, hasByteOrderMark } from '../../src/bundle/json.ts';
import type { FoundFile } from '../files/file-facts.ts';
import { type GitFacts, gitFacts } from '../files/git.ts';
import { redactSecrets, type SecretFinding } from '../files/secrets.ts';
import { walk } from '../files/walk.ts';
import { readContained } from '../open/folder-tree.ts';

/** Larger texts are data and no plan. */
const mostText = 16 * 1024 * 1024;

/** A folder as it is found: its files, its texts without secrets, its Git facts. */
export interface Repository {
  readonly root: string;
  readonly files: readonly FoundFile[];
  readonly skipped: readonly string[];
  readonly byPath: ReadonlyMap<string, FoundFile>;
  /** The folders that hold a file, each with its final slash. */
  readonly folders: ReadonlySet<string>;
  readonly git: GitFacts | undefined;
  readonly bytes: (path: string, maxBytes?: number) => Promise<Uint8Array | undefined>;
  /** UTF-8 text with secrets taken out; nothing for what is no text. */
  readonly text: (path: string) => Promise<string | undefined>;
  /** The text as it lies there, to be counted in and never to be published. */
  readonly rawText: (path: string) => Promise<string | undefined>;
  /** Secrets that were taken out of texts so far, by path. */
  readonly secrets: ReadonlyMap<string, readonly SecretFinding[]>;
}

export interface RepositoryOptions {
  readonly exclude?: readonly string[];
  readonly mayHoldSecrets?: (path: string) => boolean;
  readonly git?: boolean;
}

export async function openRepository(
  root: string,
  { exclude = [], mayHoldSecrets = () => false, git = true }: RepositoryOptions = {},
): Promise<Repository> {
  const { files, skipped } = walk(root, exclude);
  const secrets = new Map<string, readonly SecretFinding[]>();
  const byPath = new Map(files.map((file) => [file.path, file]));
  const bytes = async (path: string, maxBytes = mostText): Promise<Uint8Array | undefined> => {
    if (!byPath.has(path)) return undefined;
    const read = await readContained(root, path, maxBytes);
    return read.ok ? read.value : undefined;
  };
  const rawText = async (path: string): Promise<string | undefined> => {
    const found = await bytes(path);
    return found === undefined
      ? undefined
      : decodeUtf8(hasByteOrderMark(found) ? found.subarray(3) : found);
  };
  return {
    root,
    files,
    skipped,
    byPath,
    folders: foldersOf(files),
    git: git ? await gitFacts(root) : undefined,
    bytes,
    rawText,
    text: async (path) => {
      const text = await rawText(path);
      if (text === undefined || mayHoldSecrets(path)) return text;
      const redacted = redactSecrets(text);
      if (redacted.findings.length > 0) secrets.set(path, redacted.findings);
      return redacted.text;
    },
    secrets,
  };
}

function foldersOf(files: readonly FoundFile[]): ReadonlySet<string> {
  const folders = new Set<string>(['']);
  for (const { path } of files) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at + 1);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}
