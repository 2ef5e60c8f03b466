import type { Node } from '@xyflow/react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ItemState } from '../../gates/types.ts';
import { itemTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Pips } from '../../ui/pips.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { type DrawingState, isFaded, useDrawing } from './drawing-context.ts';
import styles from './graph-node.module.css';
import type { NodeFace, Tally } from './node-face.ts';
import { MarkChip } from './node-mark-chip.tsx';
import { partsOfId } from './short-id.ts';
import { shownPips } from './shown-pips.ts';
import type { GraphWords } from './words/en.ts';
import { useGraphWords } from './words.tsx';

/** More names than these are counted, so that an accessible name stays a name. */
const MOST_NAMES = 4;
/** States of a closed group that are counted apart; the calmest are summed up. */
const MOST_COUNTS = 3;

/** A node without data of its own: what it shows comes from the drawing. */
export type GraphNode = Node<Record<string, never>, 'plan-item' | 'plan-group'>;

/** An item with its state, id, title and conditions. */
export function ItemNode({ id }: { readonly id: string }): ReactNode {
  const drawing = useDrawing();
  const face = drawing.faces.get(id);
  const words = useGraphWords();
  if (face === undefined) return null;
  const shown = shownPips(face.id, face.pips);
  return (
    <NodeButton
      face={face}
      drawing={drawing}
      className={classNames(styles.item, face.kind === 'ghost' && styles.ghost)}
    >
      <span className={styles.head}>
        <StateGlyph tone={face.tone} size={14} />
        <NodeId id={face.id} />
        {face.pips.length > 0 && (
          <span className={styles.pips}>
            <Pips label={words.column.conditions} tones={shown.pips} most={shown.most} />
          </span>
        )}
      </span>
      <span className={styles.title}>
        {face.kind === 'ghost' ? words.ghost : <SafeText text={face.title} />}
      </span>
    </NodeButton>
  );
}

/**
 * A phase or another item that holds items: its title on the rim, its items inside; or closed, when it
 * says how those stand that it hides. One component for both, so that opening keeps the focus.
 */
export function GroupNode({ id }: { readonly id: string }): ReactNode {
  const drawing = useDrawing();
  const face = drawing.faces.get(id);
  const words = useGraphWords();
  if (face === undefined) return null;
  const isClosed = face.kind === 'closed';
  return (
    <div
      className={isClosed ? styles.closed : styles.group}
      data-tone={face.tone}
      data-selected={drawing.selected === id}
      data-faded={isFaded(drawing, id)}
    >
      <NodeButton face={face} drawing={drawing} className={isClosed ? styles.item : styles.rim}>
        {isClosed ? <ClosedFace face={face} /> : <OpenFace face={face} />}
      </NodeButton>
      <button
        type="button"
        className={styles.toggle}
        tabIndex={-1}
        aria-expanded={!isClosed}
        aria-label={isClosed ? words.openGroup(face.id) : words.closeGroup(face.id)}
        onClick={() => drawing.onToggle(face.id)}
      >
        <Icon of={isClosed ? ChevronRight : ChevronDown} size={14} />
      </button>
    </div>
  );
}

/** Where there is no room, the middle of a long id goes, and its end stays. */
function NodeId({ id }: { readonly id: string }): ReactNode {
  const [head, tail] = partsOfId(id);
  return (
    <span className={styles.id}>
      <span className={styles.idHead}>
        <SafeText text={head} />
      </span>
      {tail !== '' && (
        <span>
          <SafeText text={tail} />
        </span>
      )}
    </span>
  );
}

function OpenFace({ face }: { readonly face: NodeFace }): ReactNode {
  const words = useGraphWords();
  return (
    <>
      <StateGlyph tone={face.tone} size={14} />
      <NodeId id={face.id} />
      {!face.id.endsWith(face.title) && (
        <span className={styles.groupTitle}>
          <SafeText text={face.title} />
        </span>
      )}
      {face.inside !== undefined && (
        <span className={styles.count}>{words.inside(face.inside)}</span>
      )}
    </>
  );
}

function ClosedFace({ face }: { readonly face: NodeFace }): ReactNode {
  const counts = face.tally?.counts ?? [];
  const rest = counts.slice(MOST_COUNTS).reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <span className={styles.head}>
        <StateGlyph tone={face.tone} size={14} />
        <NodeId id={face.id} />
      </span>
      <span className={styles.title}>
        <SafeText text={face.title} />
      </span>
      <span className={styles.tally}>
        {counts.slice(0, MOST_COUNTS).map(({ state, count }) => (
          <span key={state} className={styles.counted}>
            <StateGlyph tone={itemTone[state]} size={11} />
            {count}
          </span>
        ))}
        {rest > 0 && <span className={styles.counted}>+{rest}</span>}
      </span>
    </>
  );
}

function NodeButton({
  face,
  drawing,
  className,
  children,
}: {
  readonly face: NodeFace;
  readonly drawing: DrawingState;
  readonly className: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const words = useGraphWords();
  const states = useStateWords();
  const isSelected = drawing.selected === face.id;
  const mark = drawing.marks?.get(face.id);
  return (
    <button
      type="button"
      ref={(element) => drawing.register(face.id, element)}
      className={className}
      data-tone={face.tone}
      data-faded={isFaded(drawing, face.id)}
      data-mark={mark?.kind}
      data-found={drawing.found === face.id}
      aria-pressed={isSelected}
      tabIndex={drawing.active === face.id ? 0 : -1}
      onFocus={() => drawing.onActive(face.id)}
      onClick={() => drawing.onSelect(face.id)}
    >
      {/* What is seen is abridged; what is heard says it in full. */}
      <span aria-hidden className={styles.seen}>
        {children}
      </span>
      {mark !== undefined && <MarkChip mark={mark} />}
      <VisuallyHidden>{nodeName(face, drawing, words, states)}</VisuallyHidden>
    </button>
  );
}

/** `W3 Tools and lifecycle, failed, 2 of 6 conditions, waits for W1`. */
function nodeName(
  face: NodeFace,
  drawing: DrawingState,
  words: GraphWords,
  states: ReturnType<typeof useStateWords>,
): string {
  if (face.kind === 'ghost') return words.nodeName([face.id, words.ghost]);
  const mark = drawing.marks?.get(face.id);
  const before = drawing.waitsFor(face.id);
  const parts = [
    `${face.id} ${face.title}`,
    face.state === undefined ? words.unjudged : states.inside(states.item[face.state]),
  ];
  if (mark !== undefined) {
    const other = mark.state === undefined ? undefined : states.inside(states.item[mark.state]);
    if (mark.kind === 'removed') parts.pop();
    parts.push(words.markSays[mark.kind](other, mark.label));
  }
  if (face.kind === 'closed') {
    parts.push(words.closedGroup);
    if (face.tally !== undefined) parts.push(...tallyName(face.tally, words, states));
  } else if (face.inside !== undefined) parts.push(words.inside(face.inside));
  if (face.pips.length > 0) parts.push(words.conditions(face.met, face.pips.length));
  if (before.length > 0) {
    parts.push(
      words.waitsFor(before.slice(0, MOST_NAMES), Math.max(0, before.length - MOST_NAMES)),
    );
  }
  return words.nodeName(parts);
}

/** `worst inside failed, 2 complete, 1 failed`. */
function tallyName(
  { worst, counts }: Tally,
  words: GraphWords,
  states: ReturnType<typeof useStateWords>,
): readonly string[] {
  const word = (state: ItemState): string => states.inside(states.item[state]);
  return [
    words.worstInside(word(worst)),
    ...counts.map(({ state, count }) => words.counted(count, word(state))),
  ];
}
