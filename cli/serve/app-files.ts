import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { type Answer, problem, type Question, represent } from '../../src/server/answer.ts';
import { containedPath } from '../../src/source/contained-path.ts';
import { sha256Hex } from '../../src/source/sha256.ts';
import { readContained } from '../open/folder-tree.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  map: 'application/json',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
};
const maxBytes = 64 * 1024 * 1024;

/** The built app, with the deployment's configuration in place of a file. */
export interface AppFiles {
  readonly answer: (question: Question) => Promise<Answer>;
  /** The page's own policy, as a header. */
  readonly policy: string;
}

/** @param folder a build of the app. Sample bundles that lie in it are not served. */
export async function appFiles(folder: string, configuration: object): Promise<AppFiles> {
  const root = await realpath(folder);
  const page = await readFile(join(root, 'index.html'), 'utf8');
  const policy = `${policyOf(page)}; frame-ancestors 'none'`;
  const config = new TextEncoder().encode(JSON.stringify(configuration));
  return {
    policy,
    answer: async (question) => {
      const name = nameOf(question.path);
      const notFound = problem(404, 'Not Found', question.path);
      if (name === undefined || name.startsWith('bundles/')) return notFound;
      const bytes =
        name === 'config.json'
          ? ({ ok: true, value: config } as const)
          : await readContained(root, name, maxBytes);
      if (!bytes.ok) return notFound;
      const extension = name.slice(name.lastIndexOf('.') + 1);
      const answer = represent(question, {
        bytes: bytes.value,
        mediaType: mediaTypes[extension] ?? 'application/octet-stream',
        sha256: await sha256Hex(bytes.value),
      });
      // Names of built files change with what is in them.
      const isForEver = name.startsWith('assets/') && answer.status === 200;
      return isForEver
        ? {
            ...answer,
            headers: { ...answer.headers, 'cache-control': 'public, max-age=31536000, immutable' },
          }
        : answer;
    },
  };
}

function nameOf(path: string): string | undefined {
  try {
    const name = decodeURIComponent(path);
    if (name === '') return 'index.html';
    const contained = containedPath(name);
    return contained.ok ? contained.value : undefined;
  } catch {
    return undefined;
  }
}

/** The build writes its policy into the page; without one, nothing at all is allowed. */
function policyOf(page: string): string {
  const tag = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
  return tag === undefined
    ? "default-src 'none'"
    : tag.replaceAll('&#39;', "'").replaceAll('&quot;', '"');
}
