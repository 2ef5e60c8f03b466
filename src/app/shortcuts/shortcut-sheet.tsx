import type { ReactNode } from 'react';
import type { PlanSnapshot } from '../../derive/types.ts';
import { useShortcutSettings } from '../../state/shortcuts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { hasContent, pages } from '../page-list.ts';
import { commandKey } from '../platform.ts';
import { useShellWords } from '../words/use-shell-words.ts';
import styles from './shortcut-sheet.module.css';
import { useShortcutWords } from './words/use-shortcut-words.ts';

interface Line {
  readonly id: string;
  readonly text: string;
  /** Keys, with a word between them where they are not pressed together. */
  readonly keys: readonly (string | { readonly word: string })[];
}

/** Every key that does something, and the switch for those that are single letters. */
export function ShortcutSheet({
  inProject,
  snapshot,
  onClose,
}: {
  readonly inProject: boolean;
  readonly snapshot: PlanSnapshot | undefined;
  readonly onClose: () => void;
}): ReactNode {
  const words = useShortcutWords();
  const shell = useShellWords();
  const plainKeys = useShortcutSettings((state) => state.plainKeys);
  const setPlainKeys = useShortcutSettings((state) => state.setPlainKeys);
  const then = { word: words.followedBy };
  const or = { word: words.or };
  const goTo = inProject
    ? pages
        .filter(({ page }) => hasContent(page, snapshot))
        .map(({ page, key }): Line => ({ id: page, text: shell[page], keys: ['g', then, key] }))
    : [];
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={words.title}
      size="large"
    >
      <div className={styles.columns}>
        <div>
          <Group
            title={words.anywhere}
            lines={[
              { id: 'palette', text: words.palette, keys: [commandKey(), 'K', or, '/'] },
              { id: 'sheet', text: words.sheet, keys: ['?'] },
              { id: 'tab', text: words.skip, keys: ['Tab'] },
              { id: 'close', text: words.close, keys: ['Esc'] },
            ]}
          />
          <Group
            title={words.within}
            lines={[
              { id: 'rows', text: words.rows, keys: ['←', '↑', '↓', '→'] },
              { id: 'ends', text: words.graphWalk, keys: ['Home', or, 'End'] },
              { id: 'open', text: words.rowOpen, keys: ['Enter'] },
              { id: 'fold', text: words.graphFold, keys: ['Space'] },
              { id: 'type', text: words.graphType, keys: [{ word: words.letters }] },
              { id: 'all', text: words.graphAll, keys: ['0'] },
            ]}
          />
        </div>
        <Group
          title={words.goTo}
          lines={[...goTo, { id: 'projects', text: words.projects, keys: ['g', then, 'p'] }]}
        />
      </div>
      <div className={styles.setting}>
        <Checkbox label={words.plainKeys} checked={plainKeys} onChange={setPlainKeys} />
        <p>{words.plainKeysWhy}</p>
      </div>
    </Dialog>
  );
}

function Group({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly Line[];
}): ReactNode {
  return (
    <section className={styles.group} aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      <dl className={styles.lines}>
        {lines.map(({ id, text, keys }) => (
          <div key={id} className={styles.line}>
            <dt>{text}</dt>
            <dd className={styles.keys}>
              {keys.map((key) =>
                typeof key === 'string' ? (
                  <Kbd key={key}>{key}</Kbd>
                ) : (
                  <span key={key.word}>{key.word}</span>
                ),
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
