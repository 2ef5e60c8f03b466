import type { ReactNode } from 'react';
import type { EvidenceUse } from '../gates/types.ts';
import type { DigestState } from '../model/evidence.ts';
import type { StateTone } from '../ui/state.ts';
import { StateGlyph } from '../ui/state-glyph.tsx';
import styles from './condition-card.module.css';
import { EvidenceLink } from './links.tsx';
import { PointerText } from './pointer-view.tsx';
import { useProofWords } from './wording/proof.ts';
import { useStateWords } from './wording/states.ts';

/** More than these are counted and stand on the gate's page. */
const MOST_USES = 8;

export const digestTone: Readonly<Record<DigestState | 'unchecked' | 'unrecorded', StateTone>> = {
  match: 'passed',
  mismatch: 'failed',
  unreadable: 'failed',
  absent: 'missing',
  unrecorded: 'missing',
  unchecked: 'unknown',
};

/** The places in evidence that decide, each with the state of its digest. */
export function EvidenceUses({ uses }: { readonly uses: readonly EvidenceUse[] }): ReactNode {
  const words = useProofWords();
  const states = useStateWords();
  if (uses.length === 0) return words.noEvidence;
  // A composed condition may come to the same place by several of its parts.
  const places = new Map(uses.map((use) => [JSON.stringify([use.evidence, use.pointer]), use]));
  const more = places.size - MOST_USES;
  return (
    <ul className={styles.uses}>
      {[...places].slice(0, MOST_USES).map(([key, use]) => {
        const digest = use.digest ?? 'unchecked';
        return (
          <li key={key} className={styles.use}>
            <EvidenceLink evidence={use.evidence} pointer={use.pointer} className={styles.evidence}>
              <PointerText evidence={use.evidence} pointer={use.pointer} />
            </EvidenceLink>
            <span className={styles.digest}>
              <StateGlyph tone={digestTone[digest]} size={12} />
              {states.digest[digest]}
            </span>
          </li>
        );
      })}
      {more > 0 && <li>{words.moreEvidence(more)}</li>}
    </ul>
  );
}
