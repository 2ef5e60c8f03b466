import { parsePlan } from '../../../../src/bundle/parse-plan.ts';
import type { ProjectContent } from '../../../../src/model/project.ts';
import { bundleText } from '../bundle-tree.ts';
import { bytesOf, type SampleBundle } from '../sample-bundle.ts';

/** The content as a reader of `bundle.json` gets it. Throws when reading has any problem. */
export function parsed(sample: SampleBundle): ProjectContent {
  const { content, problems } = parsePlan(bytesOf(bundleText(sample)), 'bundle.json');
  if (content === undefined || problems.length > 0) {
    throw new Error(`${sample.project} has problems: ${JSON.stringify(problems)}`);
  }
  return content;
}
