import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The text of a seed plan, where the folder of inputs lies beside the project. It is never part of
 * the project, so a test that compares with it is skipped, with this reason, where it is absent.
 */
export const SEEDS_ABSENT = 'the seed texts are not beside this checkout';

export function seedText(file: string): string | undefined {
  const path = join(process.cwd(), '../shared/seeds', file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
