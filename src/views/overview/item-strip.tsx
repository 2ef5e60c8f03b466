import type { ReactNode } from 'react';
import type { ItemRow, PlanSnapshot } from '../../derive/types.ts';
import { ItemLink } from '../../parts/links.tsx';
import { itemTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { RatioBar } from '../../ui/bars.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import type { StateTone } from '../../ui/state.ts';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import styles from './item-strip.module.css';
import { useOverviewWords } from './words/use-overview-words.ts';

/** More cells than this say less than a bar does. */
const MOST_CELLS = 40;

/** Every item in plan order; a large plan shows its top level, a very large one a bar of states. */
export function ItemStrip({ snapshot }: { readonly snapshot: PlanSnapshot }): ReactNode {
  const words = useOverviewWords();
  const states = useStateWords();
  const { items } = snapshot;
  if (items.length === 0) return null;
  const shown = cells(items);
  if (shown === undefined) {
    return <RatioBar label={words.strip} parts={countTones(items)} legend />;
  }
  return (
    <div>
      <ol className={styles.strip} aria-label={words.strip}>
        {shown.map((item) => (
          <li key={item.id} data-tone={itemTone[item.state]}>
            <ItemLink item={item.id} className={styles.cell}>
              <span className={styles.head}>
                <StateGlyph tone={itemTone[item.state]} size={14} label={states.item[item.state]} />
                <span className={styles.id}>
                  <SafeText text={item.id} />
                </span>
              </span>
              <span className={styles.title}>
                <SafeText text={item.title} />
              </span>
            </ItemLink>
          </li>
        ))}
      </ol>
      {shown.length < items.length && (
        <p className={styles.more}>{words.stripSummary(shown.length, items.length)}</p>
      )}
    </div>
  );
}

function cells(items: readonly ItemRow[]): readonly ItemRow[] | undefined {
  const ordered = [...items].sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || 0);
  const flat = ordered.every((item) => item.parent === undefined);
  if (flat) return ordered.length <= MOST_CELLS ? ordered : undefined;
  const top = ordered.filter((item) => item.parent === undefined);
  if (ordered.length <= MOST_CELLS) return items;
  return top.length <= MOST_CELLS ? top : undefined;
}

function countTones(items: readonly ItemRow[]): { tone: StateTone; count: number }[] {
  const counts = new Map<StateTone, number>();
  for (const { state } of items) {
    const tone = itemTone[state];
    counts.set(tone, (counts.get(tone) ?? 0) + 1);
  }
  return [...counts].map(([tone, count]) => ({ tone, count }));
}
