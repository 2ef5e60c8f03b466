import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { reviewStates } from '../../../derive/review/opinions.ts';
import type { ReviewStep } from '../../../derive/review/queue.ts';
import { visibleText } from '../../../lib/text/visible.ts';
import { conditionTone } from '../../../parts/tones.ts';
import { useStateWords } from '../../../parts/wording/states.ts';
import { RatioBar } from '../../../ui/bars.tsx';
import { Button } from '../../../ui/button.tsx';
import { Banner, EmptyState } from '../../../ui/feedback.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { PageHeading, ToneText } from '../../../ui/page-heading.tsx';
import { CodeRef, SafeText } from '../../../ui/safe-text.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { StateBadge, StateGlyph } from '../../../ui/state-glyph.tsx';
import styles from './review.module.css';
import { reviewTone } from './review-tones.ts';
import { ReviewTools } from './review-tools.tsx';
import { reviewableStep } from './use-review.ts';
import type { ReviewWalk } from './use-review-walk.ts';
import { useReviewWords } from './words/use-review-words.ts';

/** The conditions of a gate as a queue, each with its verdict and what reviewers say of it. */
export function ReviewQueuePane({ walk }: { readonly walk: ReviewWalk }): ReactNode {
  const words = useReviewWords();
  const { queue, gate, review } = walk;
  const steps = queue?.steps ?? [];
  const states = steps.map((step) => review.of(reviewableStep(gate, step)).state);
  const count = (state: (typeof states)[number]): number =>
    states.filter((one) => one === state).length;
  const done = count('accepted') + count('questioned');
  return (
    <section className={styles.pane} aria-label={words.queue} tabIndex={-1}>
      <div className={styles.leave}>
        <Button look="quiet" size="small" icon={<Icon of={ArrowLeft} />} onClick={walk.leave}>
          {words.leave}
        </Button>
        <ReviewTools review={review} />
      </div>
      {queue === null ? (
        <EmptyState title={words.noGate(gate)}>{words.noGateWhy}</EmptyState>
      ) : queue === undefined ? (
        <SkeletonRows rows={8} />
      ) : (
        <>
          <PageHeading
            question={visibleText(words.question(queue.title))}
            answer={
              <>
                {words.answer(done, steps.length)}{' '}
                {count('questioned') > 0 && (
                  <ToneText tone="unknown">{words.questioned(count('questioned'))}. </ToneText>
                )}
                {count('reopened') > 0 && (
                  <ToneText tone="stale">{words.reopened(count('reopened'))}.</ToneText>
                )}
              </>
            }
            note={review.isNotKept ? undefined : words.kept}
          />
          {review.isNotKept && (
            <Banner tone="failed" title={words.notKept}>
              {words.notKeptWhy}
            </Banner>
          )}
          <RatioBar
            label={words.progress}
            legend
            parts={reviewStates
              .map((state) => ({
                tone: reviewTone[state],
                count: count(state),
                word: words.states[state],
              }))
              .filter((part) => part.count > 0)}
          />
          <ol className={styles.steps}>
            {steps.map((step, at) => (
              <Step key={step.result.id} walk={walk} step={step} isOpen={at === walk.at} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Step({
  walk,
  step,
  isOpen,
}: {
  readonly walk: ReviewWalk;
  readonly step: ReviewStep;
  readonly isOpen: boolean;
}): ReactNode {
  const words = useReviewWords();
  const states = useStateWords();
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isOpen]);
  const { state } = walk.review.of(reviewableStep(walk.gate, step));
  const { result } = step;
  return (
    <li>
      <button
        ref={row}
        type="button"
        className={styles.step}
        aria-current={isOpen ? 'step' : undefined}
        onClick={() => walk.open(step)}
      >
        <StateGlyph tone={conditionTone[result.verdict]} label={states.condition[result.verdict]} />
        <span className={styles.stepTitle}>
          <SafeText text={result.title} /> <CodeRef code={result.id} id className={styles.quiet} />
        </span>
        <StateBadge tone={reviewTone[state]} word={words.states[state]} look="plain" />
      </button>
    </li>
  );
}
