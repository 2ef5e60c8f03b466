import { type ReactNode, useState } from 'react';
import type { EvidenceDetail } from '../../derive/evidence-types.ts';
import type { EvidenceReference } from '../../derive/types.ts';
import { EvidenceLink, GateLink } from '../../parts/links.tsx';
import { formatPointer } from '../../parts/pointer-text.ts';
import { conditionTone } from '../../parts/tones.ts';
import { usePointerWords } from '../../parts/wording/pointers.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { Button } from '../../ui/button.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import styles from './evidence-detail.module.css';
import { useDetailWords } from './words/use-detail-words.ts';

const shownAtFirst = 4;

/** The conditions that rely on a piece, each with its verdict and the place that it looks at. */
export function ReferenceList({
  detail: { references, evidence },
  at,
}: {
  readonly detail: EvidenceDetail;
  /** The place that is open now. */
  readonly at: string | undefined;
}): ReactNode {
  const words = useDetailWords();
  const [isWhole, setIsWhole] = useState(false);
  if (references.length === 0) return <p className={styles.quiet}>{words.noReferences}</p>;
  const gates = new Set(references.map((reference) => reference.gate)).size;
  const shown = isWhole ? references : references.slice(0, shownAtFirst);
  return (
    <>
      <p className={styles.quiet}>{words.reliesOn(references.length, gates)}</p>
      <ul className={styles.references}>
        {shown.map((reference) => (
          <Reference
            key={JSON.stringify([reference.gate, reference.condition])}
            reference={reference}
            evidence={evidence.id}
            at={at}
          />
        ))}
      </ul>
      {shown.length < references.length && (
        <Button look="quiet" size="small" onClick={() => setIsWhole(true)}>
          {words.allReferences(references.length)}
        </Button>
      )}
    </>
  );
}

function Reference({
  reference: { gate, condition, title, verdict, pointer },
  evidence,
  at,
}: {
  readonly reference: EvidenceReference;
  readonly evidence: string;
  readonly at: string | undefined;
}): ReactNode {
  const words = useDetailWords();
  const states = useStateWords();
  const places = usePointerWords();
  const place = pointer === undefined ? '' : places.place(pointer);
  return (
    <li className={styles.reference}>
      <StateGlyph tone={conditionTone[verdict]} label={states.condition[verdict]} />
      <GateLink gate={gate} condition={condition} className={styles.condition}>
        <SafeText text={title} />
      </GateLink>
      <CodeRef code={gate} id className={styles.gate} />
      {pointer !== undefined && pointer.kind !== 'whole' && (
        <EvidenceLink evidence={evidence} pointer={pointer} className={styles.place}>
          <span aria-current={formatPointer(pointer) === at ? 'location' : undefined}>
            <SafeText text={place === '' ? words.openPlace : place} />
          </span>
        </EvidenceLink>
      )}
    </li>
  );
}
