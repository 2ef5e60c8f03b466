import type { Problem } from '../model/problem.ts';
import { problem } from './problem-codes.ts';
import type { RawRecord } from './raw.ts';

/** The version that this program writes. */
export const formatVersion = '1.0.0';

const supported = '1.0';
const pattern = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})$/;

/**
 * Decides whether a document can be read. The same minor or an older one: silently. A newer minor
 * of the same major: with a warning, because it may say more than is understood. Another major: not
 * at all.
 */
export function negotiateVersion(
  root: RawRecord,
  file: string,
): { readonly version: string | undefined; readonly problems: readonly Problem[] } {
  const version = root['wavegate'];
  const path = '/wavegate';
  const match = typeof version === 'string' ? pattern.exec(version) : null;
  if (match === null) {
    const where = version === undefined ? '' : path;
    return { version: undefined, problems: [problem('version-missing', { file, path: where })] };
  }
  const [text, major, minor] = match;
  const params = { version: text, supported };
  if (major !== '1') {
    return { version: text, problems: [problem('version-unsupported', { file, path, params })] };
  }
  return {
    version: text,
    problems: minor === '0' ? [] : [problem('version-newer', { file, path, params })],
  };
}
