import type { ReactNode } from 'react';
import type { DemandChange } from '../../derive/diff-types.ts';
import type { ChangeKind, Direction, RevisionDiff } from '../../derive/revision-diff-types.ts';
import { EvidenceLink, GateLink, ItemLink, MetricLink } from '../../parts/links.tsx';
import { ReasonText } from '../../parts/reason-text.tsx';
import { conditionTone, gateTone, itemTone } from '../../parts/tones.ts';
import { useRuleTitle } from '../../parts/wording/rules.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { Badge } from '../../ui/badge.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import type { StateTone } from '../../ui/state.ts';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import { useFormat } from '../../ui/wording/use-format.ts';
import { BeforeAfter, DiffList, Side } from './diff-list.tsx';
import styles from './revisions.module.css';
import type { RevisionsWords } from './words/en.ts';
import { useRevisionsWords } from './words/use-revisions-words.ts';

const directionTone: Readonly<Record<Direction, StateTone>> = {
  better: 'passed',
  worse: 'failed',
  neither: 'unknown',
};

const ruleTone: Readonly<Record<InvariantVerdict, StateTone>> = {
  holds: 'passed',
  violated: 'failed',
  'not-evaluated': 'unknown',
};

/** A verdict on both sides. */
function Flip<T extends string>({
  before,
  after,
  tones,
  words,
}: {
  readonly before: T | undefined;
  readonly after: T | undefined;
  readonly tones: Readonly<Record<T, StateTone>>;
  readonly words: Readonly<Record<T, string>>;
}): ReactNode {
  const side = (verdict: T | undefined): ReactNode => (
    <Side tone={verdict && tones[verdict]} word={verdict && words[verdict]} />
  );
  return <BeforeAfter before={side(before)} after={side(after)} />;
}

type InvariantVerdict = NonNullable<RevisionDiff['invariants'][number]['after']>;

function kindWord(kind: ChangeKind, words: RevisionsWords): string {
  return { added: words.added, removed: words.removed, changed: words.changed }[kind];
}

function directionWord(direction: Direction, words: RevisionsWords): string {
  return { better: words.better, worse: words.worse, neither: words.other }[direction];
}

/** Passes that are none any longer, gates first. */
export function RevokedList({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: RevisionDiff['revoked'];
}): ReactNode {
  const states = useStateWords();
  return (
    <DiffList
      title={title}
      rows={rows}
      keyOf={({ gate, condition }) => JSON.stringify([gate, condition ?? null])}
    >
      {({ gate, gateTitle, condition, title: own, after, reason }) => (
        <>
          <GateLink gate={gate} condition={condition}>
            <SafeText text={condition === undefined ? gateTitle : `${gateTitle}: ${own}`} />
          </GateLink>
          <Side tone={after && conditionTone[after]} word={after && states.condition[after]} />
          {reason !== undefined && (
            <span className={styles.reason}>
              <ReasonText reason={reason} />
            </span>
          )}
        </>
      )}
    </DiffList>
  );
}

export function GateList({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: RevisionDiff['gates'];
}): ReactNode {
  const words = useRevisionsWords();
  const states = useStateWords();
  return (
    <DiffList title={title} rows={rows} keyOf={({ id }) => id}>
      {({ id, title: own, kind, direction, before, after, reasonAfter }) => (
        <>
          <GateLink gate={id}>
            <SafeText text={own} />
          </GateLink>
          <Flip before={before} after={after} tones={gateTone} words={states.gate} />
          <Badge look="outline" icon={<StateGlyph tone={directionTone[direction]} size={12} />}>
            {kind === 'changed' ? directionWord(direction, words) : kindWord(kind, words)}
          </Badge>
          {reasonAfter !== undefined && (
            <span className={styles.reason}>
              <ReasonText reason={reasonAfter} />
            </span>
          )}
        </>
      )}
    </DiffList>
  );
}

/** Replaced first: the same name with other bytes is what a reader would not see. */
export function EvidenceList({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: RevisionDiff['evidence'];
}): ReactNode {
  const words = useRevisionsWords();
  const format = useFormat();
  const kinds = { replaced: words.replaced, added: words.added, removed: words.removed };
  const sorted = [
    ...rows.filter(({ kind }) => kind === 'replaced'),
    ...rows.filter(({ kind }) => kind !== 'replaced'),
  ];
  return (
    <DiffList title={title} rows={sorted} keyOf={({ name }) => name}>
      {({ kind, name, after, gates, sha256Before, sha256After }) => (
        <>
          {after === undefined ? (
            <CodeRef code={name} />
          ) : (
            <EvidenceLink evidence={after}>
              <CodeRef code={name} />
            </EvidenceLink>
          )}
          <Badge
            look="outline"
            icon={<StateGlyph tone={kind === 'replaced' ? 'stale' : 'not-reached'} size={12} />}
          >
            {kinds[kind]}
          </Badge>
          <span className={styles.reason}>
            {words.reliedOn(gates.length, format)}
            {kind === 'replaced' && sha256Before !== undefined && sha256After !== undefined && (
              <>
                {' · '}
                <CodeRef code={`${sha256Before.slice(0, 12)} → ${sha256After.slice(0, 12)}`} />
              </>
            )}
          </span>
        </>
      )}
    </DiffList>
  );
}

export function DemandList({
  title,
  rows,
  tone,
}: {
  readonly title: string;
  readonly rows: readonly DemandChange[];
  readonly tone: StateTone;
}): ReactNode {
  const words = useRevisionsWords();
  return (
    <DiffList
      title={title}
      rows={rows}
      keyOf={({ of, within, id, field }) => JSON.stringify([of, within ?? null, id, field])}
    >
      {(demand) => (
        <>
          <StateGlyph tone={tone} size={14} />
          <span>{words.demand[demand.of]}</span>
          <DemandName demand={demand} />
          <CodeRef code={demand.field} />
          <BeforeAfter
            before={<Value value={demand.before} />}
            after={<Value value={demand.after} />}
          />
        </>
      )}
    </DiffList>
  );
}

function DemandName({ demand }: { readonly demand: DemandChange }): ReactNode {
  const { of, within, id, title } = demand;
  const name = <SafeText text={title} />;
  switch (of) {
    case 'gate':
      return <GateLink gate={id}>{name}</GateLink>;
    case 'condition':
      return (
        <GateLink gate={within ?? ''} condition={id}>
          {name}
        </GateLink>
      );
    case 'metric':
      return <MetricLink metric={id}>{name}</MetricLink>;
    default:
      return <span>{name}</span>;
  }
}

function Value({
  value,
}: {
  readonly value: string | number | boolean | null | undefined;
}): ReactNode {
  const words = useRevisionsWords();
  const format = useFormat();
  if (value === undefined || value === null) return <span>{words.absent}</span>;
  if (typeof value === 'number') return <span>{format.number(value) ?? String(value)}</span>;
  return (
    <bdi>
      <SafeText text={String(value)} />
    </bdi>
  );
}

export function ItemList({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: RevisionDiff['items'];
}): ReactNode {
  const words = useRevisionsWords();
  const states = useStateWords();
  return (
    <DiffList title={title} rows={rows} keyOf={({ id }) => id}>
      {({ id, title: own, kind, before, after, fields }) => (
        <>
          {kind === 'removed' ? (
            <SafeText text={own} />
          ) : (
            <ItemLink item={id}>
              <SafeText text={own} />
            </ItemLink>
          )}
          {before !== after && (
            <Flip before={before} after={after} tones={itemTone} words={states.item} />
          )}
          {kind !== 'changed' && <Badge look="outline">{kindWord(kind, words)}</Badge>}
          {fields.map(({ field, before: old, after: now }) => (
            <span key={field} className={styles.reason}>
              <CodeRef code={field} />{' '}
              <BeforeAfter before={<Value value={old} />} after={<Value value={now} />} />
            </span>
          ))}
        </>
      )}
    </DiffList>
  );
}

export function DependencyList({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: RevisionDiff['dependencies'];
}): ReactNode {
  const words = useRevisionsWords();
  return (
    <DiffList
      title={title}
      rows={rows}
      keyOf={({ kind, item, on }) => JSON.stringify([kind, item, on])}
    >
      {({ kind, item, on }) => (
        <>
          <SafeText text={words.waitsFor(item, on)} />
          <Badge look="outline">{kindWord(kind, words)}</Badge>
        </>
      )}
    </DiffList>
  );
}

export function RuleList({
  title,
  rules,
  invariants,
}: {
  readonly title: string;
  readonly rules: RevisionDiff['rules'];
  readonly invariants: RevisionDiff['invariants'];
}): ReactNode {
  const words = useRevisionsWords();
  const ruleTitle = useRuleTitle();
  const rows = [...invariants.map((flip) => ({ kind: 'flip', ...flip }) as const), ...rules];
  return (
    <DiffList
      title={title}
      rows={rows}
      keyOf={(row) => JSON.stringify([row.kind, 'of' in row ? row.of : '', row.id])}
    >
      {(row) =>
        row.kind === 'flip' ? (
          <>
            <SafeText text={ruleTitle(row)} />
            <Flip before={row.before} after={row.after} tones={ruleTone} words={words.verdict} />
          </>
        ) : (
          <>
            <span>{words.rule[row.of]}</span>
            <SafeText text={row.title} />
            <Badge look="outline">{kindWord(row.kind, words)}</Badge>
          </>
        )
      }
    </DiffList>
  );
}

export function MetricList({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: RevisionDiff['metrics'];
}): ReactNode {
  const words = useRevisionsWords();
  const format = useFormat();
  const text = (value: number | undefined, unit: string) =>
    value === undefined ? words.absent : (format.quantity(value, unit) ?? String(value));
  return (
    <DiffList title={title} rows={rows} keyOf={({ id }) => id}>
      {({ id, title: own, unit, better, before, after }) => {
        const isUp = before !== undefined && after !== undefined && after > before;
        const isKnown = before !== undefined && after !== undefined;
        const direction: Direction = !isKnown
          ? 'neither'
          : isUp === (better === 'higher')
            ? 'better'
            : 'worse';
        return (
          <>
            <MetricLink metric={id}>
              <SafeText text={own} />
            </MetricLink>
            <BeforeAfter before={text(before, unit)} after={text(after, unit)} />
            <Badge look="outline" icon={<StateGlyph tone={directionTone[direction]} size={12} />}>
              {directionWord(direction, words)}
            </Badge>
          </>
        );
      }}
    </DiffList>
  );
}
