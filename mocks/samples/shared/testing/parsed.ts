import { parsePlan } from '../../../../src/bundle/parse-plan.ts';
import type { ProjectContent } from '../../../../src/model/project.ts';
import { bundleFiles } from '../bundle-tree.ts';
import type { SampleBundle } from '../sample-bundle.ts';

/** The content as a reader of `bundle.json` gets it. Throws when reading has any problem. */
export function parsed(sample: SampleBundle): ProjectContent {
  const { content, problems } = parsePlan(
    bundleFiles(sample).get('bundle.json') ?? new Uint8Array(),
    'bundle.json',
  );
  if (content === undefined || problems.length > 0) {
    throw new Error(`${sample.project} has problems: ${JSON.stringify(problems)}`);
  }
  return content;
}
