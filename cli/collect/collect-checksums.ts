import { posix } from 'node:path';
import type { Evidence } from '../../src/model/evidence.ts';
import { evidenceId } from '../../src/model/ids.ts';
import { matcher } from '../files/walk.ts';
import type { CollectFinding } from './findings.ts';
import type { Repository } from './repository.ts';

export interface StatedDigest {
  readonly path: string;
  readonly sha256: string;
  readonly line: number;
}

/**
 * Digests in the shapes that checksum files usually have: `digest  path` and `digest *path` of
 * sha256sum, `SHA256 (path) = digest` of BSD, and a lone digest in `name.sha256`.
 */
export function readChecksums(text: string, file: string): readonly StatedDigest[] {
  const folder = posix.dirname(file);
  const at = (path: string): string => posix.normalize(posix.join(folder, path));
  return text.split(/\r?\n/).flatMap((line, index): StatedDigest[] => {
    const [, gnu, gnuPath] = /^\\?([0-9a-fA-F]{64})\s+[* ]?(\S.*)$/.exec(line) ?? [];
    if (gnu !== undefined && gnuPath !== undefined) {
      return [{ path: at(gnuPath.trim()), sha256: gnu.toLowerCase(), line: index + 1 }];
    }
    const [, bsdPath, bsd] = /^SHA-?256\s*\((.+)\)\s*=\s*([0-9a-fA-F]{64})$/i.exec(line) ?? [];
    if (bsd !== undefined && bsdPath !== undefined) {
      return [{ path: at(bsdPath), sha256: bsd.toLowerCase(), line: index + 1 }];
    }
    const [, lone] = /^([0-9a-fA-F]{64})\s*$/.exec(line) ?? [];
    return lone === undefined
      ? []
      : [
          {
            path: file.replace(/\.(?:sha256|sha256sum)$/i, ''),
            sha256: lone.toLowerCase(),
            line: index + 1,
          },
        ];
  });
}

/** Compares every stated digest with the file beside it; the outcome is a value of the checksum file. */
export async function collectChecksums(
  files: string | readonly string[],
  repository: Repository,
  hash: (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>,
  now: string,
): Promise<{
  readonly evidence: readonly Evidence[];
  readonly findings: readonly CollectFinding[];
}> {
  const takes = matcher(files);
  const evidence: Evidence[] = [];
  const findings: CollectFinding[] = [];
  for (const { path } of repository.files) {
    if (!takes(path)) continue;
    const stated = readChecksums((await repository.text(path)) ?? '', path);
    const actual = await hash(
      stated.map((entry) => entry.path).filter((wanted) => repository.byPath.has(wanted)),
    );
    let wrong = 0;
    for (const entry of stated) {
      const found = actual.get(entry.path);
      if (found === entry.sha256) continue;
      wrong += 1;
      findings.push({
        severity: 'error',
        code: found === undefined ? 'checksum-file-missing' : 'checksum-differs',
        text:
          found === undefined
            ? `${entry.path} is not there`
            : `${entry.path} has other bytes than stated`,
        file: path,
        line: entry.line,
      });
    }
    const whole = { kind: 'json', pointer: '/mismatches' } as const;
    evidence.push({
      id: evidenceId(`checksums:${path}`),
      kind: 'checksums',
      name: path,
      collectedAt: now,
      source: { path },
      facts:
        stated.length === 0
          ? []
          : [
              { type: 'value', pointer: whole, value: wrong, unit: 'count' },
              {
                type: 'value',
                pointer: { kind: 'json', pointer: '/files' },
                value: stated.length,
                unit: 'count',
              },
            ],
      ...(stated.length === 0 && { warnings: ['no digest was found in it'] }),
    });
  }
  return { evidence, findings };
}
