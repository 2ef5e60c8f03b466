import type { ReactElement, ReactNode } from 'react';
import { formatExactTime } from '../../../lib/format/time.ts';
import { Menu } from '../../../ui/menu.tsx';
import { SafeText } from '../../../ui/safe-text.tsx';
import { useLanguage } from '../../../ui/wording/language.tsx';
import styles from './compare.module.css';
import { revisionName, useRevisions } from './use-compare.ts';
import { useCompareWords } from './words.ts';

const NOTHING = '';
/** More revisions than these are chosen on the page of the history. */
const MOST_REVISIONS = 40;

/** Chooses the revision to compare with. Opens at once. */
export function CompareMenu({
  trigger,
  against,
  onChange,
}: {
  readonly trigger: ReactElement;
  readonly against: string | undefined;
  readonly onChange: (revision: string | undefined) => void;
}): ReactNode {
  const words = useCompareWords();
  const locale = useLanguage();
  const { earlier } = useRevisions();
  return (
    <Menu
      trigger={trigger}
      defaultOpen
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
