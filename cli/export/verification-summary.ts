import { planExit } from '../check/judge.ts';
import { version } from '../core/version.ts';
import type { OpenedBundle } from '../open/open-bundle.ts';

export interface Subject {
  readonly name: string;
  readonly digest: { readonly sha256: string };
}

/**
 * A SLSA Verification Summary (https://slsa.dev/spec/v1.1/verification_summary) in an in-toto Statement v1:
 * what was judged, as of when, and whether the plan passed. The verdict of each gate stands beside it.
 */
export function verificationSummary(
  { snapshot, context }: OpenedBundle,
  now: string,
  subject: readonly Subject[],
): object {
  const passed = planExit(snapshot.answers) === 0;
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject,
    predicateType: 'https://slsa.dev/verification_summary/v1',
    predicate: {
      verifier: { id: 'wavegate:cli', version: { wavegate: version } },
      timeVerified: now,
      resourceUri: `wavegate:${encodeURIComponent(snapshot.info.id)}/${encodeURIComponent(snapshot.revision.id)}`,
      policy: { uri: 'wavegate:policy/plan/v1' },
      verificationResult: passed ? 'PASSED' : 'FAILED',
      verifiedLevels: [],
      'wavegate:verdicts/v1': {
        asOf: context.verdicts.asOf,
        headline: snapshot.answers.headline,
        gates: Object.fromEntries(
          [...context.verdicts.gates].map(([id, { verdict }]) => [id, verdict]),
        ),
      },
    },
  };
}
