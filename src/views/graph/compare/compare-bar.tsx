import { GitCompareArrows, X } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import type { RevisionDiff } from '../../../derive/revision-diff-types.ts';
import { ItemLink } from '../../../parts/links.tsx';
import { useStateWords } from '../../../parts/wording/states.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useAnnounce } from '../../../ui/live-region.tsx';
import { PopoverOnDemand } from '../../../ui/on-demand.tsx';
import { CodeRef, SafeText } from '../../../ui/safe-text.tsx';
import { useFormat } from '../../../ui/wording/use-format.ts';
import { type CompareMark, compareMarks } from '../node-mark.ts';
import { MarkGlyph } from '../node-mark-chip.tsx';
import styles from './compare.module.css';
import { type ComparedItem, countMarks } from './compare-marks.ts';
import { type Comparison, revisionName } from './use-compare.ts';
import type { CompareWords } from './words/en.ts';
import { useCompareWords } from './words.ts';

/** Lines of the list beyond these are counted; the table twin has them all. */
const MOST_LINES = 200;

/** What differs from the other revision: counted, which is the legend too, and as a list. */
export function CompareBar({
  comparison,
  onLeave,
}: {
  readonly comparison: Comparison;
  readonly onLeave: () => void;
}): ReactNode {
  const words = useCompareWords();
  const format = useFormat();
  const announce = useAnnounce();
  const { against, entry, diff, rows, error, isPending, retry } = comparison;
  const name = revisionName(entry, against);
  const says =
    error !== null
      ? words.failed(name)
      : isPending || diff === undefined
        ? words.comparing
        : `${words.comparedWith(name)} ${summary(diff, rows, words)}`;
  useEffect(() => announce(says), [says, announce]);
  const changes = rows.length + (diff?.dependencies.length ?? 0);
  const counts = countMarks(rows);
  return (
    <section className={styles.bar} aria-label={words.compare}>
      <p className={styles.says}>
        <Icon of={GitCompareArrows} />
        {diff === undefined || error !== null ? (
          <SafeText text={says} />
        ) : (
          <>
            <strong>
              <SafeText text={words.comparedWith(name)} />
            </strong>
            {diff.same ? words.same : null}
            {diff.before.judgedAt === diff.after.judgedAt && (
              <span className={styles.note}>
                {words.judgedAt(format.exactTime(diff.after.judgedAt) ?? diff.after.judgedAt)}
              </span>
            )}
          </>
        )}
      </p>
      {rows.length > 0 && (
        <ul className={styles.legend} aria-label={words.listTitle}>
          {compareMarks.flatMap((mark) => {
            const count = counts.get(mark);
            if (count === undefined) return [];
            return (
              <li key={mark} className={styles.counted}>
                <MarkGlyph kind={mark} size={13} />
                {words.counted[mark](count)}
              </li>
            );
          })}
          {diff !== undefined && diff.dependencies.length > 0 && <li>{edgeCount(diff, words)}</li>}
        </ul>
      )}
      {diff !== undefined && changes > 0 && (
        <PopoverOnDemand
          trigger={<Button size="small">{words.list(changes)}</Button>}
          title={words.listTitle}
        >
          <ChangeList diff={diff} rows={rows} />
        </PopoverOnDemand>
      )}
      {error !== null && (
        <Button size="small" onClick={retry}>
          {words.retry}
        </Button>
      )}
      <IconButton
        label={words.leave}
        size="small"
        icon={<Icon of={X} />}
        className={styles.leave}
        onClick={onLeave}
      />
    </section>
  );
}

/** The counts in words, for announcements and exports. */
export function summary(
  diff: RevisionDiff,
  rows: readonly ComparedItem[],
  words: CompareWords,
): string {
  const counts = countMarks(rows);
  const parts = compareMarks.flatMap((mark) => {
    const count = counts.get(mark);
    return count === undefined ? [] : [words.counted[mark](count)];
  });
  if (diff.dependencies.length > 0) parts.push(edgeCount(diff, words));
  return parts.length === 0 ? words.same : parts.join(', ');
}

function edgeCount({ dependencies }: RevisionDiff, words: CompareWords): string {
  const added = dependencies.filter(({ kind }) => kind === 'added').length;
  return words.edges(added, dependencies.length - added);
}

function ChangeList({
  diff,
  rows,
}: {
  readonly diff: RevisionDiff;
  readonly rows: readonly ComparedItem[];
}): ReactNode {
  const words = useCompareWords();
  let room = MOST_LINES;
  const take = <T,>(list: readonly T[]): readonly T[] => {
    const taken = list.slice(0, room);
    room -= taken.length;
    return taken;
  };
  const groups = compareMarks.map((mark) => ({
    mark,
    rows: take(rows.filter((row) => row.mark === mark)),
  }));
  const edges = take(diff.dependencies);
  const left = rows.length + diff.dependencies.length - (MOST_LINES - room);
  return (
    <div className={styles.list}>
      {groups.map(
        ({ mark, rows: own }) => own.length > 0 && <Group key={mark} mark={mark} rows={own} />,
      )}
      {edges.length > 0 && (
        <section>
          <h3 className={styles.heading}>{words.edgeGroup}</h3>
          <ul>
            {edges.map(({ kind, item, on }) => (
              <li key={JSON.stringify([item, on])} className={styles.row}>
                <MarkGlyph kind={kind} />
                <SafeText
                  text={kind === 'added' ? words.edgeAdded(item, on) : words.edgeRemoved(item, on)}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {left > 0 && <p className={styles.note}>{words.more(left)}</p>}
    </div>
  );
}

function Group({
  mark,
  rows,
}: {
  readonly mark: CompareMark;
  readonly rows: readonly ComparedItem[];
}): ReactNode {
  const words = useCompareWords();
  return (
    <section>
      <h3 className={styles.heading}>
        <MarkGlyph kind={mark} /> {words.group[mark]}
      </h3>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className={styles.row}>
            <ItemLink item={row.id} className={styles.link}>
              <CodeRef code={row.id} id strong /> <SafeText text={row.title} />
            </ItemLink>
            <Detail row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Detail({ row }: { readonly row: ComparedItem }): ReactNode {
  const words = useCompareWords();
  const states = useStateWords();
  const was = row.before && states.inside(states.item[row.before]);
  const is = row.after && states.inside(states.item[row.after]);
  const parts: string[] = [];
  if (row.mark === 'flipped' && was !== undefined && is !== undefined) {
    parts.push(words.wasIs(was, is));
  }
  if (row.mark === 'removed' && was !== undefined) parts.push(words.was(was));
  if (row.gates.length > 0) parts.push(words.gatesFlipped(row.gates));
  if (row.fields.length > 0 && row.mark !== 'added' && row.mark !== 'removed') {
    parts.push(words.fields(row.fields));
  }
  if (parts.length === 0) return null;
  return (
    <span className={styles.note}>
      <SafeText text={parts.join('; ')} />
    </span>
  );
}
