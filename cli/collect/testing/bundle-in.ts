import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePlan } from '../../../src/bundle/parse-plan.ts';
import type { Evidence } from '../../../src/model/evidence.ts';
import type { ProjectContent } from '../../../src/model/project.ts';

export interface CollectedBundle {
  readonly content: ProjectContent;
  readonly evidence: readonly Evidence[];
}

/** Reads what was collected into a folder. */
export function bundleIn(folder: string): CollectedBundle {
  const at = join(folder, 'wavegate-bundle');
  const { content, problems } = parsePlan(readFileSync(join(at, 'bundle.json')), 'bundle.json');
  if (content === undefined) throw new Error(JSON.stringify(problems));
  const lines = join(at, 'collections/evidence.ndjson');
  const evidence: Evidence[] = existsSync(lines)
    ? readFileSync(lines, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
  return { content, evidence };
}
