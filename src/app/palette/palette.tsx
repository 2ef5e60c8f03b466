import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { type ReactNode, useDeferredValue, useState } from 'react';
import type { PlanSnapshot } from '../../derive/types.ts';
import { useItemForms } from '../../parts/item-word.ts';
import type { OpenProject } from '../../parts/project-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import { type Entry, type EntryGroup, type EntrySource, groupsFor } from './entries.ts';
import styles from './palette.module.css';
import {
  type ActionHandlers,
  useActionEntries,
  usePageEntries,
  useProjectEntries,
} from './use-action-entries.tsx';
import { useDocumentEntries, useEvidenceEntries, usePlanEntries } from './use-plan-entries.tsx';
import { usePaletteWords } from './words/use-palette-words.ts';

export interface PaletteProps extends ActionHandlers {
  /** Absent where no project is open. */
  readonly project: OpenProject | undefined;
  readonly snapshot: PlanSnapshot | undefined;
  readonly onClose: () => void;
}

/** Finds anything in the plan and does anything the frame can do, from the keyboard. */
export function Palette(props: PaletteProps): ReactNode {
  const words = usePaletteWords();
  const [open, setOpen] = useState(true);
  return (
    <Dialog.Root
      open={open}
      onOpenChange={setOpen}
      onOpenChangeComplete={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} aria-label={words.title}>
          {props.project === undefined ? (
            <OutsideProject {...props} close={() => setOpen(false)} />
          ) : (
            <InProject {...props} project={props.project} close={() => setOpen(false)} />
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type ContentProps = PaletteProps & { readonly close: () => void };

function OutsideProject({ close, ...handlers }: ContentProps): ReactNode {
  const [typed, setTyped] = useState('');
  const projects = useProjectEntries(undefined);
  const actions = useActionEntries(handlers);
  return <Finder sources={[projects, actions]} typed={typed} onType={setTyped} close={close} />;
}

function InProject({
  project,
  snapshot,
  close,
  ...handlers
}: ContentProps & { readonly project: OpenProject }): ReactNode {
  const words = usePaletteWords();
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed);
  const pages = usePageEntries(project, snapshot);
  const plan = usePlanEntries(project, snapshot);
  const documents = useDocumentEntries(project, snapshot);
  const evidence = useEvidenceEntries(project, asked);
  const projects = useProjectEntries(project);
  const actions = useActionEntries(handlers);
  const forms = useItemForms(snapshot?.info);
  const remark = evidence.failed
    ? words.evidenceFailed
    : evidence.isPending
      ? words.searching
      : undefined;
  return (
    <Finder
      sources={[pages, ...plan, evidence.source, documents, projects, actions]}
      typed={typed}
      onType={setTyped}
      close={close}
      remark={remark}
      itemsTitle={snapshot === undefined ? '' : words.items(forms)}
    />
  );
}

function Finder({
  sources,
  typed,
  onType,
  close,
  remark,
  itemsTitle = '',
}: {
  readonly sources: readonly EntrySource[];
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly close: () => void;
  readonly remark?: string | undefined;
  readonly itemsTitle?: string;
}): ReactNode {
  const words = usePaletteWords();
  // At once, not deferred: whoever types and presses Enter means what was typed.
  const groups = groupsFor(sources, typed);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <Autocomplete.Root
      open
      inline
      mode="none"
      items={groups}
      value={typed}
      onValueChange={(value, { reason }) => {
        // Choosing an entry would write its name into the field.
        if (reason !== 'item-press') onType(value);
      }}
      itemToStringValue={(entry: Entry) => entry.label}
      autoHighlight="always"
      keepHighlight
    >
      <div className={styles.field}>
        <Icon of={Search} />
        <Autocomplete.Input
          className={styles.input}
          aria-label={words.field}
          placeholder={words.field}
          spellCheck={false}
        />
      </div>
      <Autocomplete.Status className={styles.status}>
        {remark ?? (typed === '' ? '' : words.found(count))}
      </Autocomplete.Status>
      {count === 0 && (
        <p className={styles.empty}>
          <strong>
            <SafeText text={words.nothing(typed)} />
          </strong>
          {words.nothingHint}
        </p>
      )}
      <Autocomplete.List className={styles.list} aria-label={words.title}>
        {(group: EntryGroup) => (
          <Autocomplete.Group key={group.group} items={group.items} className={styles.group}>
            <Autocomplete.GroupLabel className={styles.heading}>
              {group.group === 'items' ? itemsTitle : words.groups[group.group]}
              {group.more > 0 && <span className={styles.more}>{words.more(group.more)}</span>}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(entry: Entry) => (
                <Autocomplete.Item
                  key={entry.id}
                  value={entry}
                  className={styles.item}
                  onClick={() => {
                    close();
                    entry.open();
                  }}
                >
                  <Line entry={entry} />
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
      <Legend />
    </Autocomplete.Root>
  );
}

function Line({ entry }: { readonly entry: Entry }): ReactNode {
  return (
    <>
      <span className={styles.glyph}>{entry.glyph}</span>
      {entry.code !== undefined && (
        <span className={styles.code}>
          <SafeText text={entry.code} />
        </span>
      )}
      <span className={styles.label}>
        <SafeText text={entry.label} />
      </span>
      {entry.note !== undefined && (
        <span className={styles.note}>
          <SafeText text={entry.note} />
        </span>
      )}
      {entry.keys !== undefined && (
        <span className={styles.keys} aria-hidden>
          {entry.keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      )}
    </>
  );
}

function Legend(): ReactNode {
  const words = usePaletteWords();
  return (
    <p className={styles.legend} aria-hidden>
      <span>
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> {words.toMove}
      </span>
      <span>
        <Kbd>↵</Kbd> {words.toOpen}
      </span>
      <span>
        <Kbd>Esc</Kbd> {words.toClose}
      </span>
    </p>
  );
}
