import * as buildSequence from './build-sequence/sample.ts';
import * as governanceHandoff from './governance-handoff/sample.ts';
import * as implementationWaves from './implementation-waves/sample.ts';
import * as phaseContract from './phase-contract/sample.ts';
import type { SampleBundle } from './shared/sample-bundle.ts';
import * as specsIndex from './specs-index/sample.ts';

/** Every sample revision, in the order of the project list. A new sample adds its line here. */
export function allSamples(): readonly SampleBundle[] {
  return [
    ...implementationWaves.samples(),
    buildSequence.sample(),
    governanceHandoff.sample(),
    phaseContract.sample(),
    specsIndex.sample(),
  ];
}
