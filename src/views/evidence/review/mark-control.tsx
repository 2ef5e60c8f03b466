import { type ReactNode, type Ref, useId, useState } from 'react';
import { type ReviewMark, reviewMarks } from '../../../derive/review/notebook.ts';
import type { Opinion, ReviewChange } from '../../../derive/review/opinions.ts';
import { visibleText } from '../../../lib/text/visible.ts';
import { useReviewer } from '../../../state/reviewer.ts';
import { Button } from '../../../ui/button.tsx';
import { useAnnounce } from '../../../ui/live-region.tsx';
import { ExactTime } from '../../../ui/relative-time.tsx';
import { SafeText } from '../../../ui/safe-text.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { StateBadge } from '../../../ui/state-glyph.tsx';
import styles from './review.module.css';
import { reviewTone } from './review-tones.ts';
import type { Review, Reviewable } from './use-review.ts';
import { useReviewWords } from './words/use-review-words.ts';

export interface MarkControlProps {
  readonly review: Review;
  readonly what: Reviewable;
  /** What it is called in front of its marks, and in full for screen readers. */
  readonly label: string;
  readonly name: string;
  readonly noteField?: Ref<HTMLTextAreaElement>;
}

/** Marks and a note on one thing, beside what every reviewer says of it. */
export function MarkControl({ review, what, label, name, noteField }: MarkControlProps): ReactNode {
  const words = useReviewWords();
  const announce = useAnnounce();
  const { state, opinions } = review.of(what);
  const own = review.own(what);
  const mark = (to: ReviewMark): void => {
    review.mark(what, to);
    announce(words.marked(label, to === 'open' ? words.states.open : words.states[to]));
  };
  return (
    <div className={styles.control}>
      <div className={styles.controlHead}>
        <span className={styles.controlName}>{label}</span>
        <StateBadge tone={reviewTone[state]} word={words.states[state]} />
        <SegmentedControl
          label={label}
          value={own.mark}
          options={reviewMarks.map((value) => ({ value, label: words.marks[value] }))}
          onChange={mark}
        />
      </div>
      {opinions.length > 0 && (
        <ul className={styles.opinions}>
          {opinions.map((opinion) => (
            <OpinionLine key={opinion.entry.reviewer.id} opinion={opinion} />
          ))}
        </ul>
      )}
      <Note
        key={own.note}
        name={name}
        note={own.note}
        field={noteField}
        onSave={(note) => review.mark(what, own.mark, note)}
      />
    </div>
  );
}

/** What one reviewer says, when, and why it no longer holds. */
function OpinionLine({ opinion }: { readonly opinion: Opinion }): ReactNode {
  const words = useReviewWords();
  const id = useReviewer((reviewer) => reviewer.id);
  const { entry, changes, unbound } = opinion;
  const who =
    entry.reviewer.id === id ? words.you : visibleText(entry.reviewer.name) || words.nameless;
  return (
    <li className={styles.opinion} data-held={changes.length === 0}>
      <span>
        {entry.mark !== 'open' && `${words.states[entry.mark]} `}
        {words.by(who)}, <ExactTime at={entry.at} />
        {changes.length > 0 && `; ${words.noLonger}:`}
      </span>
      {changes.map((change) => (
        <span key={JSON.stringify(change)} className={styles.change}>
          <Change change={change} />
        </span>
      ))}
      {entry.note !== '' && entry.reviewer.id !== id && (
        <blockquote className={styles.noteText}>
          <SafeText text={entry.note} multiline />
        </blockquote>
      )}
      {unbound && entry.mark === 'accepted' && (
        <span className={styles.change}>{words.unbound}</span>
      )}
    </li>
  );
}

function Change({ change }: { readonly change: ReviewChange }): ReactNode {
  const words = useReviewWords();
  switch (change.code) {
    case 'bytes-replaced':
      return <SafeText text={words.changes.bytes(change.evidence)} />;
    case 'evidence-added':
      return <SafeText text={words.changes.added(change.evidence)} />;
    case 'evidence-removed':
      return <SafeText text={words.changes.removed(change.evidence)} />;
    case 'verdict-changed':
      return <SafeText text={words.changes.verdict(change.before, change.now)} />;
  }
}

/** A note; kept when the field is left, so that nobody has to think of a button. */
function Note({
  name,
  note,
  field,
  onSave,
}: {
  readonly name: string;
  readonly note: string;
  readonly field: Ref<HTMLTextAreaElement> | undefined;
  readonly onSave: (note: string) => void;
}): ReactNode {
  const words = useReviewWords();
  const id = useId();
  const [text, setText] = useState(note);
  const save = (): void => {
    if (text !== note) onSave(text);
  };
  return (
    <div className={styles.note}>
      <label htmlFor={id} className={styles.quiet}>
        {words.note}
      </label>
      <textarea
        id={id}
        ref={field}
        aria-label={words.noteOf(visibleText(name))}
        className={styles.noteField}
        rows={text === '' ? 1 : 3}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          // Out of the field, so that the keys of the review work again.
          if (
            event.key === 'Escape' ||
            (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
          ) {
            event.preventDefault();
            event.stopPropagation();
            event.currentTarget.blur();
          }
        }}
      />
      {text !== note && (
        <Button size="small" onClick={save}>
          {words.saveNote}
        </Button>
      )}
    </div>
  );
}
