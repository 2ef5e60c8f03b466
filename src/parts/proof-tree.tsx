import { type ReactNode, useState } from 'react';
import type { ProofNode } from '../derive/types.ts';
import type { CauseRef } from '../gates/types.ts';
import { Button } from '../ui/button.tsx';
import { CodeRef, SafeText } from '../ui/safe-text.tsx';
import type { StateTone } from '../ui/state.ts';
import { StateGlyph } from '../ui/state-glyph.tsx';
import { ConditionCard } from './condition-card.tsx';
import { GateLink, ItemLink } from './links.tsx';
import styles from './proof-tree.module.css';
import { ReasonText } from './reason-text.tsx';
import { gateTone, itemTone } from './tones.ts';
import { useProofWords } from './wording/proof.ts';
import { useStateWords } from './wording/states.ts';

/** Beyond this depth a branch waits to be asked for, so that a long chain stays readable. */
const OPEN_DEPTH = 4;
/** More siblings than this wait to be asked for. */
const MOST_SIBLINGS = 12;

/**
 * Why something is not as it should be, down to atomic causes: each step names the rule, and each
 * leaf leads to the place in the evidence that decides. The root is what the reader is looking at
 * already, so the tree starts below it.
 */
export function ProofTree({ proof }: { readonly proof: ProofNode }): ReactNode {
  const words = useProofWords();
  if (proof.children.length === 0) return null;
  return <Branch nodes={proof.children} depth={1} label={words.whyTree} />;
}

function Branch({
  nodes,
  depth,
  label,
}: {
  readonly nodes: readonly ProofNode[];
  readonly depth: number;
  readonly label?: string;
}): ReactNode {
  const words = useProofWords();
  const [whole, setWhole] = useState(false);
  const shown = whole ? nodes : nodes.slice(0, MOST_SIBLINGS);
  return (
    <ul className={styles.branch} aria-label={label}>
      {shown.map((node) => (
        <li key={node.key} className={styles.node}>
          <Subject node={node} />
          <Below node={node} depth={depth} />
        </li>
      ))}
      {shown.length < nodes.length && (
        <li>
          <Button size="small" onClick={() => setWhole(true)}>
            {words.showMore(nodes.length - shown.length)}
          </Button>
        </li>
      )}
    </ul>
  );
}

function Below({ node, depth }: { readonly node: ProofNode; readonly depth: number }): ReactNode {
  const words = useProofWords();
  const [open, setOpen] = useState(depth < OPEN_DEPTH);
  if (node.repeated === true) return <p className={styles.repeated}>{words.repeated}</p>;
  if (node.children.length === 0) return null;
  if (open) return <Branch nodes={node.children} depth={depth + 1} />;
  return (
    <Button size="small" className={styles.unfold} onClick={() => setOpen(true)}>
      {words.showReasons(node.children.length)}
    </Button>
  );
}

function Subject({ node }: { readonly node: ProofNode }): ReactNode {
  const words = useProofWords();
  const states = useStateWords();
  const { subject } = node;
  switch (subject.kind) {
    case 'condition':
      return <ConditionCard gate={subject.gate} result={subject.result} />;
    case 'item':
      return (
        <Line
          tone={itemTone[subject.state]}
          state={states.item[subject.state]}
          note={<ReasonText reason={node.reason} />}
        >
          <ItemLink item={subject.id} className={styles.link}>
            <CodeRef code={subject.id} id strong /> <SafeText text={subject.title} />
          </ItemLink>
        </Line>
      );
    case 'gate':
      return (
        <Line
          tone={gateTone[subject.verdict]}
          state={states.gate[subject.verdict]}
          note={<ReasonText reason={node.reason} />}
        >
          {words.gate}{' '}
          <GateLink gate={subject.id} className={styles.link}>
            <SafeText text={subject.title} className={styles.strong} />
          </GateLink>
        </Line>
      );
    case 'cause':
      return (
        <Line
          tone={causeTone[subject.cause.kind]}
          state={undefined}
          note={<ReasonText reason={node.reason} />}
        >
          <CauseText cause={subject.cause} />
        </Line>
      );
  }
}

const causeTone: Readonly<Record<CauseRef['kind'], StateTone>> = {
  condition: 'failed',
  item: 'in-progress',
  cycle: 'failed',
  dangling: 'unknown',
  stop: 'stopped',
  invariant: 'failed',
};

function CauseText({ cause }: { readonly cause: CauseRef }): ReactNode {
  const words = useProofWords();
  switch (cause.kind) {
    case 'condition':
      return (
        <GateLink gate={cause.gate} condition={cause.condition}>
          <CodeRef code={cause.condition} id />
        </GateLink>
      );
    case 'item':
      return (
        <>
          <ItemRef item={cause.item} />: {words.itself}
        </>
      );
    case 'cycle':
      return (
        <>
          {words.cycle}:{' '}
          {cause.members.map((member, index) => (
            <span key={member}>
              {index > 0 && ' → '}
              <ItemRef item={member} />
            </span>
          ))}
        </>
      );
    case 'dangling':
      return (
        <>
          <ItemRef item={cause.item} /> <SafeText text={words.dangling(cause.on)} />
        </>
      );
    case 'stop':
      return (
        <>
          {words.stop} <CodeRef code={cause.stop} id />
        </>
      );
    case 'invariant':
      return (
        <>
          {words.invariant} <CodeRef code={cause.invariant} id />
        </>
      );
  }
}

function ItemRef({ item }: { readonly item: string }): ReactNode {
  return (
    <ItemLink item={item} className={styles.link}>
      <CodeRef code={item} id strong />
    </ItemLink>
  );
}

function Line({
  tone,
  state,
  note,
  children,
}: {
  readonly tone: StateTone;
  readonly state: string | undefined;
  readonly note: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={styles.line}>
      <StateGlyph
        tone={tone}
        {...(state !== undefined && { label: state })}
        className={styles.glyph}
      />
      <div className={styles.words}>
        <div>{children}</div>
        <div className={styles.note}>{note}</div>
      </div>
    </div>
  );
}
