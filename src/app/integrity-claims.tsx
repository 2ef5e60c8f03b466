import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PlanSnapshot } from '../derive/types.ts';
import { useOpenProject } from '../parts/project-context.tsx';
import { integrityQuery } from '../queries/integrity-options.ts';
import type { IntegrityReport } from '../queries/integrity-types.ts';
import { evidencePageQuery } from '../queries/options.ts';
import { useTrustedKeys } from '../state/trusted-keys.ts';
import type { StateTone } from '../ui/state.ts';
import { StateGlyph } from '../ui/state-glyph.tsx';
import styles from './integrity-claims.module.css';
import { useShellWords } from './words/use-shell-words.ts';

type ClaimId = 'intact' | 'complete' | 'authentic' | 'recomputed';

interface Claim {
  readonly id: ClaimId;
  readonly tone: StateTone;
  readonly text: string;
}

const tones: Readonly<Record<IntegrityReport['complete']['state'], StateTone>> = {
  holds: 'passed',
  broken: 'failed',
  unknown: 'unknown',
  unclaimed: 'not-reached',
};

/**
 * What was checked in this browser. Each claim stands for itself; together they are never one tick,
 * and none of them says that evidence is true or the latest. The page about the bundle checks what
 * asks for more than was read so far; nothing is fetched or hashed for this list.
 */
export function IntegrityClaims({ snapshot }: { readonly snapshot: PlanSnapshot }): ReactNode {
  const words = useShellWords();
  const { request } = useOpenProject();
  const { match, mismatch, absent, unreadable, unchecked } = useDigests(snapshot);
  const total = match + mismatch + absent + unreadable + unchecked;
  const recorded = snapshot.gates.filter((gate) => gate.declared !== undefined).length;
  const differing = snapshot.gates.filter((gate) => gate.contradicts).length;
  const files: Claim =
    mismatch + unreadable > 0
      ? {
          id: 'intact',
          tone: 'failed',
          text: [
            mismatch > 0 && words.digestsBroken(mismatch),
            unreadable > 0 && words.digestsUnread(unreadable),
          ]
            .filter((text) => text !== false)
            .join(', '),
        }
      : match === 0
        ? { id: 'intact', tone: 'unknown', text: words.digestsNone }
        : {
            id: 'intact',
            tone: match === total ? 'passed' : 'in-progress',
            text: words.digests(match, total),
          };
  const verdicts: Claim =
    differing > 0
      ? { id: 'recomputed', tone: 'contradicted', text: words.recomputedDiffers(differing) }
      : recorded === 0
        ? { id: 'recomputed', tone: 'unknown', text: words.recordedNone }
        : { id: 'recomputed', tone: 'passed', text: words.recomputedAgrees };
  return (
    <ul className={styles.claims} aria-label={words.integrity}>
      {[files, ...useLater(), verdicts].map((claim) => (
        <li key={claim.id} className={styles.claim}>
          <StateGlyph tone={claim.tone} size={14} />
          <span>
            <span className={styles.name}>{words.claims[claim.id]}:</span> {claim.text}
          </span>
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

/** What the page about the bundle found out, where it was asked. */
function useLater(): readonly Claim[] {
  const words = useShellWords();
  const { session, request } = useOpenProject();
  const keys = useTrustedKeys((trusted) => trusted.keys);
  const { data } = useQuery({ ...integrityQuery(session, request, keys), enabled: false });
  return (['complete', 'authentic'] as const).map((id) =>
    data === undefined
      ? { id, tone: 'not-reached', text: words.notChecked }
      : { id, tone: tones[data[id].state], text: words.claimStates[id][data[id].state] },
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
