import { useNavigate, useSearch } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { visibleText } from '../../../lib/text/visible.ts';
import { useOpenProject } from '../../../parts/project-context.tsx';
import type { KeyError } from '../../../queries/integrity-types.ts';
import { keysText, useTrustedKeys } from '../../../state/trusted-keys.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { CodeRef, SafeText } from '../../../ui/safe-text.tsx';
import { Switch } from '../../../ui/switch.tsx';
import styles from './integrity.module.css';
import { useIntegrityWords } from './words/use-integrity-words.ts';

/** No key is longer. Bytes. */
const longestKey = 16 * 1024;

const longestName = 100;

/** The keys that the viewer trusts, and the way to add one. They never come from the bundle. */
export function KeyList(): ReactNode {
  const words = useIntegrityWords().keys;
  const id = useId();
  const { session } = useOpenProject();
  const { keys, trust, distrust, isKept, keep } = useTrustedKeys();
  const [text, setText] = useState('');
  const [owner, setOwner] = useState('');
  const [error, setError] = useState<KeyError | undefined>(undefined);
  const navigate = useNavigate();
  const isJudging = useSearch({ from: '__root__' }).keys !== undefined;
  /** The link says which keys count, so that nobody's private choice turns anything silently. */
  const judgeWith = (chosen: readonly { readonly id: string }[]): void => {
    void navigate({
      to: '.',
      search: (before) => ({ ...before, keys: keysText(chosen) }),
      replace: true,
    });
  };
  const input = useRef<HTMLInputElement>(null);
  const take = async (written: string): Promise<void> => {
    const read = await session.readTrustedKey(written.slice(0, longestKey));
    if (!read.ok) return setError(read.error);
    const name = owner.trim() === '' ? read.value.name : owner.trim();
    const key = { ...read.value, ...(name === undefined ? {} : { name }) };
    trust(key);
    if (isJudging) judgeWith([...keys, key]);
    setText('');
    setOwner('');
    setError(undefined);
  };
  return (
    <section aria-labelledby={id} className={styles.keys}>
      <h3 id={id} className={styles.subheading}>
        {words.title}
      </h3>
      <p className={styles.quiet}>{isKept ? words.noteKept : words.note}</p>
      {keys.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul className={styles.list}>
          {keys.map((key) => (
            <li key={key.id} className={styles.key}>
              <span>
                {key.name !== undefined && <SafeText text={key.name} />}{' '}
                <CodeRef code={`${key.algorithm}:${key.id}`} most={40} />
              </span>
              <IconButton
                label={words.distrust(visibleText(key.name ?? key.id.slice(0, 12)))}
                icon={<Icon of={X} />}
                size="small"
                onClick={() => {
                  distrust(key.id);
                  if (isJudging) judgeWith(keys.filter(({ id: other }) => other !== key.id));
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {(keys.length > 0 || isKept) && (
        <Switch label={words.keep} checked={isKept} onChange={keep} />
      )}
      {(keys.length > 0 || isJudging) && (
        <div className={styles.judging}>
          <Switch
            label={words.judge}
            checked={isJudging}
            onChange={(checked) => judgeWith(checked ? keys : [])}
          />
          <p className={styles.quiet}>{words.judgeNote}</p>
        </div>
      )}
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void take(text);
        }}
      >
        <TextField
          label={words.paste}
          hint={words.hint}
          value={text}
          onChange={(next) => {
            setText(next);
            setError(undefined);
          }}
          lines={4}
          mono
          {...(error !== undefined && { error: words.errors[error] })}
        />
        <TextField
          label={words.owner}
          hint={words.ownerHint}
          value={owner}
          onChange={(next) => setOwner(next.slice(0, longestName))}
        />
        <div className={styles.actions}>
          <Button type="submit">{words.trust}</Button>
          <Button look="quiet" onClick={() => input.current?.click()}>
            {words.file}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            aria-label={words.file}
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              event.currentTarget.value = '';
              if (file === undefined) return;
              if (file.size > longestKey) setError('not-a-key');
              else void file.text().then(take);
            }}
          />
        </div>
      </form>
    </section>
  );
}
