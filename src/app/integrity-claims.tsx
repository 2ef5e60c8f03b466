import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PlanSnapshot } from '../derive/types.ts';
import { useOpenProject } from '../parts/project-context.tsx';
import { evidencePageQuery } from '../queries/options.ts';
import type { StateTone } from '../ui/state.ts';
import { StateGlyph } from '../ui/state-glyph.tsx';
import styles from './integrity-claims.module.css';
import { useShellWords } from './words/use-shell-words.ts';

interface Claim {
  readonly id: string;
  readonly tone: StateTone;
  readonly text: string;
}

/**
 * What was checked in this browser. Each claim stands for itself; together they are never one tick,
 * and none of them says that evidence is true or the latest.
 */
export function IntegrityClaims({ snapshot }: { readonly snapshot: PlanSnapshot }): ReactNode {
  const words = useShellWords();
  const { request } = useOpenProject();
  const { match, mismatch, absent, unreadable, unchecked } = useDigests(snapshot);
  const total = match + mismatch + absent + unreadable + unchecked;
  const broken = mismatch + unreadable;
  const recorded = snapshot.gates.filter((gate) => gate.declared !== undefined).length;
  const differing = snapshot.gates.filter((gate) => gate.contradicts).length;
  const files: Claim =
    broken > 0
      ? { id: 'files', tone: 'failed', text: words.digestsBroken(broken) }
      : match === 0
        ? { id: 'files', tone: 'unknown', text: words.digestsNone }
        : {
            id: 'files',
            tone: match === total ? 'passed' : 'in-progress',
            text: words.digests(match, total),
          };
  const verdicts: Claim =
    differing > 0
      ? { id: 'verdicts', tone: 'contradicted', text: words.recomputedDiffers(differing) }
      : recorded === 0
        ? { id: 'verdicts', tone: 'unknown', text: words.recordedNone }
        : { id: 'verdicts', tone: 'passed', text: words.recomputedAgrees };
  return (
    <ul className={styles.claims} aria-label={words.integrity}>
      {[files, verdicts].map((claim) => (
        <li key={claim.id} className={styles.claim}>
          <StateGlyph tone={claim.tone} size={14} />
          {claim.text}
        </li>
      ))}
      <li className={styles.id} title={snapshot.bundle.bundleId}>
        <Link
          to="/p/$project/bundle"
          params={{ project: request.project }}
          aria-label={words.bundleOf(snapshot.bundle.bundleId.slice(0, 12))}
        >
          {snapshot.bundle.bundleId.slice(0, 12)}
        </Link>
      </li>
    </ul>
  );
}

/**
 * What comparing files told last. A file that matches changes no verdict, so the snapshot may be older
 * than what a page has learnt of the pieces meanwhile; nothing is asked for here.
 */
function useDigests({ bundle }: PlanSnapshot): PlanSnapshot['bundle']['digests'] {
  const { session, request } = useOpenProject();
  const { data } = useQuery({
    ...evidencePageQuery(session, request, { offset: 0, limit: 0 }),
    enabled: false,
  });
  const later = data?.digests;
  return later !== undefined && later.unchecked < bundle.digests.unchecked ? later : bundle.digests;
}
