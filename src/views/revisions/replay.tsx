import { ChevronLeft, ChevronRight, ChevronsLeft, Pause, Play } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import type { RevisionEntry } from '../../queries/revision-types.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import styles from './revisions.module.css';
import { useRevisionsWords } from './words/use-revisions-words.ts';

/** How long one step stays while the replay runs. Milliseconds. */
const stay = 2500;

/** Walks through the revisions: each step is a revision and the one before it. */
export function Replay({
  revisions,
  to,
  isPlaying,
  onPlay,
  onStep,
}: {
  /** Newest first. */
  readonly revisions: readonly RevisionEntry[];
  readonly to: string;
  readonly isPlaying: boolean;
  readonly onPlay: (isPlaying: boolean) => void;
  readonly onStep: (from: string, to: string) => void;
}): ReactNode {
  const words = useRevisionsWords();
  const oldestFirst = revisions.toReversed();
  const steps = oldestFirst.length - 1;
  const at = oldestFirst.findIndex(({ id }) => id === to);
  const go = (step: number): void => {
    const [before, after] = [oldestFirst[step - 1], oldestFirst[step]];
    if (before !== undefined && after !== undefined) onStep(before.id, after.id);
  };
  const isAtEnd = at >= steps;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step starts its own wait
  useEffect(() => {
    if (!isPlaying) return undefined;
    if (isAtEnd) {
      onPlay(false);
      return undefined;
    }
    const timer = setTimeout(() => go(at + 1), stay);
    return () => clearTimeout(timer);
  }, [isPlaying, at, isAtEnd]);
  const shown = oldestFirst[at];
  return (
    <section aria-label={words.replay} className={styles.replay}>
      <IconButton
        label={words.first}
        icon={<Icon of={ChevronsLeft} />}
        disabled={at <= 1}
        onClick={() => go(1)}
      />
      <IconButton
        label={words.previous}
        icon={<Icon of={ChevronLeft} />}
        disabled={at <= 1}
        onClick={() => go(at - 1)}
      />
      <Button
        icon={<Icon of={isPlaying ? Pause : Play} />}
        onClick={() => {
          if (!isPlaying && isAtEnd) go(1);
          onPlay(!isPlaying);
        }}
      >
        {isPlaying ? words.pause : words.play}
      </Button>
      <IconButton
        label={words.next}
        icon={<Icon of={ChevronRight} />}
        disabled={isAtEnd}
        onClick={() => go(at + 1)}
      />
      <span role="status" className={styles.step}>
        {words.step(Math.max(1, at), steps)}
        {shown !== undefined && (
          <>
            {' · '}
            <SafeText text={shown.label ?? shown.id} />
          </>
        )}
      </span>
    </section>
  );
}
