import { type ReactNode, useState } from 'react';
import type { LostField } from '../../routes/lost-fields.ts';
import { NoticeBar, Notices } from '../../ui/notice-bar.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import { useFormat } from '../../ui/wording/use-format.ts';
import { useNoticeWords } from './words/use-notice-words.ts';

/** More than these are counted, and longer values are cut. */
const MOST_FIELDS = 4;
const MOST_LETTERS = 40;

/** Says what of the link was not understood; the page shows the rest. */
export function LostNotice({ lost }: { readonly lost: readonly LostField[] }): ReactNode {
  const words = useNoticeWords();
  const format = useFormat();
  const [putAway, setPutAway] = useState<readonly LostField[] | undefined>(undefined);
  const fields = lost.slice(0, MOST_FIELDS).map(({ name, value }) => {
    const said = `${name}=${value}`;
    return said.length > MOST_LETTERS ? `${said.slice(0, MOST_LETTERS)}…` : said;
  });
  const more = lost.length - fields.length;
  return (
    <Notices label={words.linkRegion} isPrinted={false}>
      {putAway !== lost && (
        <NoticeBar
          tone="stale"
          actions={[{ label: words.putAway, onClick: () => setPutAway(lost), look: 'quiet' }]}
        >
          <SafeText
            text={words.lost(format.list(more > 0 ? [...fields, words.moreFields(more)] : fields))}
          />
        </NoticeBar>
      )}
    </Notices>
  );
}
