import { GitCompareArrows } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatExactTime } from '../../../lib/format/time.ts';
import { Icon } from '../../../ui/icon.tsx';
import { MenuOnDemand } from '../../../ui/on-demand.tsx';
import { SafeText } from '../../../ui/safe-text.tsx';
import { useLanguage } from '../../../ui/wording/language.tsx';
import { ToolButton } from '../tool-button.tsx';
import styles from './compare.module.css';
import { useRevisions } from './use-compare.ts';
import { revisionName, useCompareWords } from './words.ts';

const NOTHING = '';
/** More revisions than these are chosen on the page of the history. */
const MOST_REVISIONS = 40;

/** Chooses the revision to compare with; nothing where there is none before. */
export function CompareMenu({
  against,
  onChange,
}: {
  readonly against: string | undefined;
  readonly onChange: (revision: string | undefined) => void;
}): ReactNode {
  const words = useCompareWords();
  const locale = useLanguage();
  const { earlier } = useRevisions();
  if (earlier.length === 0 && against === undefined) return null;
  return (
    <MenuOnDemand
      trigger={
        <ToolButton
          icon={<Icon of={GitCompareArrows} />}
          word={words.compare}
          aria-pressed={against !== undefined}
        />
      }
      entries={[
        {
          kind: 'choice',
          id: 'against',
          heading: words.heading,
          options: [
            { value: NOTHING, label: words.none },
            ...earlier.slice(0, MOST_REVISIONS).map((entry) => ({
              value: entry.id,
              label: (
                <span className={styles.revision}>
                  <SafeText text={revisionName(entry, entry.id)} />
                  {entry.createdAt !== undefined && (
                    <span className={styles.note}>
                      {formatExactTime(entry.createdAt, { locale })}
                    </span>
                  )}
                </span>
              ),
            })),
          ],
          value: against ?? NOTHING,
          onChange: (value) => onChange(value === NOTHING ? undefined : value),
        },
      ]}
    />
  );
}
