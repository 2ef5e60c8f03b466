import { ChevronDown, ChevronUp, SkipForward } from 'lucide-react';
import { type ReactNode, type Ref, useEffect, useRef } from 'react';
import type { ReviewPiece } from '../../../derive/review/queue.ts';
import { ConditionFacts } from '../../../parts/condition-card.tsx';
import { digestTone } from '../../../parts/evidence-uses.tsx';
import { formatPointer } from '../../../parts/pointer-text.ts';
import { conditionTone } from '../../../parts/tones.ts';
import { usePointerWords } from '../../../parts/wording/pointers.ts';
import { useStateWords } from '../../../parts/wording/states.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { SafeText } from '../../../ui/safe-text.tsx';
import { StateGlyph } from '../../../ui/state-glyph.tsx';
import { MarkControl } from './mark-control.tsx';
import styles from './review.module.css';
import { reviewTone } from './review-tones.ts';
import { reviewablePiece, reviewableStep } from './use-review.ts';
import { openPiece, type ReviewWalk } from './use-review-walk.ts';
import { useReviewWords } from './words/use-review-words.ts';

/** Places of a piece that are offered one by one. */
const mostPlaces = 12;

/** The open condition: what it demands, what it relies on, the marks, and the ways on. */
export function ReviewBar({
  walk,
  at,
  noteField,
}: {
  readonly walk: ReviewWalk;
  /** The place that is open, as the link writes it. */
  readonly at: string | undefined;
  readonly noteField: Ref<HTMLTextAreaElement>;
}): ReactNode {
  const words = useReviewWords();
  const states = useStateWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const id = walk.step?.result.id;
  useEffect(() => {
    // The keyboard and the reader go along with the condition.
    if (id !== undefined) heading.current?.focus({ preventScroll: true });
  }, [id]);
  const { step, queue, gate, review } = walk;
  if (step === undefined || queue === undefined || queue === null) return null;
  const { result, pieces } = step;
  const piece = openPiece(walk);
  return (
    <section className={styles.bar} aria-label={words.review}>
      <div className={styles.walk}>
        <span className={styles.quiet}>{words.step(walk.at + 1, queue.steps.length)}</span>
        <span className={styles.ways}>
          <Button
            size="small"
            icon={<Icon of={ChevronUp} />}
            disabled={walk.at <= 0}
            onClick={() => walk.go(-1)}
          >
            {words.previous}
          </Button>
          <Button
            size="small"
            icon={<Icon of={ChevronDown} />}
            disabled={walk.at >= queue.steps.length - 1}
            onClick={() => walk.go(1)}
          >
            {words.next}
          </Button>
          <Button size="small" icon={<Icon of={SkipForward} />} onClick={walk.goUndecided}>
            {words.nextOpen}
          </Button>
        </span>
      </div>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        <StateGlyph tone={conditionTone[result.verdict]} label={states.condition[result.verdict]} />
        <SafeText text={result.title} />
      </h2>
      {result.statement !== undefined && (
        <p>
          <SafeText text={result.statement} multiline />
        </p>
      )}
      <ConditionFacts result={{ ...result, uses: [] }} />
      {pieces.length === 0 ? (
        <p className={styles.quiet}>{words.noPieces}</p>
      ) : (
        <ul className={styles.pieces} aria-label={words.pieces}>
          {pieces.map((entry) => (
            <li key={entry.evidence}>
              <PieceButton walk={walk} piece={entry} at={at} />
            </li>
          ))}
        </ul>
      )}
      <MarkControl
        key={JSON.stringify([gate, result.id])}
        review={review}
        what={reviewableStep(gate, step)}
        label={words.condition}
        name={result.title}
        noteField={noteField}
      />
      {piece !== undefined && walk.piece !== undefined && (
        <MarkControl
          key={walk.piece.evidence}
          review={review}
          what={piece}
          label={words.piece}
          name={walk.piece.name}
        />
      )}
    </section>
  );
}

function PieceButton({
  walk,
  piece,
  at,
}: {
  readonly walk: ReviewWalk;
  readonly piece: ReviewPiece;
  readonly at: string | undefined;
}): ReactNode {
  const words = useReviewWords();
  const states = useStateWords();
  const places = usePointerWords();
  const { state } = walk.review.of(reviewablePiece(piece.evidence, piece.sha256));
  return (
    <>
      <button
        type="button"
        className={styles.piece}
        aria-current={walk.piece === piece ? 'true' : undefined}
        onClick={() => walk.open(walk.step, piece)}
      >
        <StateGlyph tone={digestTone[piece.digest]} label={states.digest[piece.digest]} size={14} />
        <SafeText text={piece.name} />
        {state !== 'open' && (
          <StateGlyph tone={reviewTone[state]} label={words.states[state]} size={14} />
        )}
      </button>
      {piece.pointers.slice(0, mostPlaces).map((pointer) => (
        <button
          key={formatPointer(pointer)}
          type="button"
          className={styles.place}
          aria-current={
            walk.piece === piece && at === formatPointer(pointer) ? 'location' : undefined
          }
          onClick={() => walk.open(walk.step, piece, pointer)}
        >
          <SafeText text={places.place(pointer)} />
        </button>
      ))}
      {piece.pointers.length > mostPlaces && (
        <span className={styles.quiet}>{words.morePlaces(piece.pointers.length - mostPlaces)}</span>
      )}
    </>
  );
}
