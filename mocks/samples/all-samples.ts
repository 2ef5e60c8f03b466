import * as implementationWaves from './implementation-waves/sample.ts';
import type { SampleBundle } from './shared/sample-bundle.ts';

/** Every sample revision, in the order of the project list. A new sample adds its line here. */
export function allSamples(): readonly SampleBundle[] {
  return [...implementationWaves.samples()];
}
