import { posix } from 'node:path';
import {
  documentAnchors,
  documentLinks,
  markdownLines,
} from '../../src/formats/plans/markdown-lines.ts';
import type { DraftLink } from '../../src/formats/plans/types.ts';
import { matcher } from '../files/walk.ts';
import type { CollectFinding } from './findings.ts';
import type { Repository } from './repository.ts';

export type LinkState = 'ok' | 'missing' | 'anchor-missing' | 'leads-out' | 'external';

export interface CheckedLink extends DraftLink {
  readonly from: string;
  readonly state: LinkState;
  readonly target?: string;
}

export interface LinkReport {
  readonly links: readonly CheckedLink[];
  readonly findings: readonly CollectFinding[];
}

/** Resolves links of Markdown files below one root; nothing is fetched. */
export class LinkChecker {
  readonly #repository: Repository;
  readonly #base: string;
  readonly #anchors = new Map<string, Promise<ReadonlySet<string> | undefined>>();

  constructor(repository: Repository, base = '') {
    this.#repository = repository;
    this.#base = base === '' || base === '.' ? '' : `${base.replace(/^\.?\/|\/$/g, '')}/`;
  }

  async check(from: string, link: DraftLink): Promise<CheckedLink> {
    const { href } = link;
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href)) return { ...link, from, state: 'external' };
    const [path = '', anchor] = href.split('#', 2);
    const target = this.#resolve(from, path.split('?', 1)[0] ?? '');
    if (target === undefined) return { ...link, from, state: 'leads-out' };
    const { byPath, folders } = this.#repository;
    const isFile = byPath.has(target);
    if (!isFile && !folders.has(target === '' ? '' : `${target.replace(/\/$/, '')}/`)) {
      return { ...link, from, state: 'missing', target };
    }
    if (anchor === undefined || anchor === '' || !isFile || !/\.(?:md|markdown)$/i.test(target)) {
      return { ...link, from, state: 'ok', target };
    }
    const anchors = await this.#anchorsOf(target);
    const isThere = anchors?.has(decode(anchor)) === true || /^L\d+/.test(anchor);
    return { ...link, from, state: isThere ? 'ok' : 'anchor-missing', target };
  }

  /** A path below the root, or nothing when it leads out. */
  #resolve(from: string, path: string): string | undefined {
    const plain = decode(path);
    if (plain.includes('\0') || plain.includes('\\')) return undefined;
    const joined =
      plain === ''
        ? from
        : plain.startsWith('/')
          ? posix.normalize(`${this.#base}${plain.slice(1)}`)
          : posix.normalize(posix.join(posix.dirname(from), plain));
    if (joined === '..' || joined.startsWith('../') || joined.startsWith('/')) return undefined;
    return joined === '.' || joined === './' ? '' : joined;
  }

  #anchorsOf(path: string): Promise<ReadonlySet<string> | undefined> {
    const known = this.#anchors.get(path);
    if (known !== undefined) return known;
    const found = this.#repository
      .text(path)
      .then((text) => (text === undefined ? undefined : documentAnchors(markdownLines(text))));
    this.#anchors.set(path, found);
    return found;
  }
}

const words: Readonly<Record<Exclude<LinkState, 'ok' | 'external'>, string>> = {
  missing: 'leads to a file that is not there',
  'anchor-missing': 'leads to a heading that is not there',
  'leads-out': 'leads out of the repository',
};

/** Checks the links of every Markdown file that the patterns name. */
export async function collectLinks(
  files: string | readonly string[],
  root: string | undefined,
  repository: Repository,
): Promise<LinkReport> {
  const takes = matcher(files);
  const checker = new LinkChecker(repository, root);
  const links: CheckedLink[] = [];
  const findings: CollectFinding[] = [];
  for (const { path } of repository.files) {
    if (!takes(path)) continue;
    const text = await repository.text(path);
    if (text === undefined) continue;
    for (const link of documentLinks(markdownLines(text))) {
      const checked = await checker.check(path, link);
      links.push(checked);
      if (checked.state === 'ok' || checked.state === 'external') continue;
      findings.push({
        severity: 'warning',
        code: `link-${checked.state}`,
        text: `${link.href} ${words[checked.state]}`,
        file: path,
        line: link.line,
      });
    }
  }
  return { links, findings };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
