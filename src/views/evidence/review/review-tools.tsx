import { Ellipsis } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import {
  largestReviewFile,
  readReviewFile,
  writeReviewFile,
  writeReviewStatement,
} from '../../../derive/review/review-file.ts';
import { visibleText } from '../../../lib/text/visible.ts';
import { useSnapshot } from '../../../parts/project-context.tsx';
import { useReviewer } from '../../../state/reviewer.ts';
import { useShortcutSettings } from '../../../state/shortcuts.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { useToasts } from '../../../ui/toasts.tsx';
import { saveFile } from '../download.ts';
import styles from './review.module.css';
import type { Review } from './use-review.ts';
import { useReviewWords } from './words/use-review-words.ts';

/** Files of the review, who reviews, and the keys. */
export function ReviewTools({ review }: { readonly review: Review }): ReactNode {
  const words = useReviewWords();
  const { bundle } = useSnapshot();
  const toasts = useToasts();
  const input = useRef<HTMLInputElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const { notebook } = review;
  const save = (name: string, text: string): void => saveFile(name, new TextEncoder().encode(text));
  const take = async (file: File): Promise<void> => {
    const refuse = (why: string): void =>
      toasts.add({ tone: 'failed', title: words.importFailed, description: why });
    if (file.size > largestReviewFile) return refuse(words.importFaults['too-large']);
    const read = readReviewFile(await file.text());
    if (!read.ok) return refuse(words.importFaults[read.code]);
    if (read.notebook.project !== notebook.project) {
      return refuse(words.otherProject(visibleText(read.notebook.project)));
    }
    review.merge(read.notebook.entries);
    toasts.add({
      tone: 'passed',
      title: words.importedTitle,
      description: words.imported(read.notebook.entries.length, read.skipped),
    });
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={words.importFile}
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) void take(file);
        }}
      />
      <Menu
        align="end"
        trigger={
          <Button size="small" icon={<Icon of={Ellipsis} />}>
            {words.more}
          </Button>
        }
        entries={[
          {
            kind: 'action',
            id: 'file',
            label: words.exportFile,
            onSelect: () => save('review.json', writeReviewFile(notebook)),
          },
          {
            kind: 'action',
            id: 'statement',
            label: words.exportStatement,
            onSelect: () =>
              save('review.intoto.json', writeReviewStatement(notebook, bundle.bundleId)),
          },
          {
            kind: 'action',
            id: 'import',
            label: words.importFile,
            onSelect: () => input.current?.click(),
          },
          { kind: 'action', id: 'keys', label: words.keys, onSelect: () => setIsOpen(true) },
        ]}
      />
      <Dialog title={words.keys} open={isOpen} onOpenChange={setIsOpen}>
        <KeyHelp />
      </Dialog>
    </>
  );
}

function KeyHelp(): ReactNode {
  const words = useReviewWords();
  const { name, setName } = useReviewer();
  const { plainKeys, setPlainKeys } = useShortcutSettings();
  return (
    <div className={styles.help}>
      <TextField label={words.name} hint={words.nameHint} value={name} onChange={setName} />
      <Switch label={words.keysOn} checked={plainKeys} onChange={setPlainKeys} />
      <dl className={styles.keys}>
        {words.keyHelp.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
