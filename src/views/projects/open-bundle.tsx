import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { FileUp, FolderUp, Trash2 } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useOpenDropped } from '../../parts/open-dropped.ts';
import { forgetLocalBundle, localBundlesQuery } from '../../queries/local-bundles.ts';
import type { BundleSession, OpenRequest } from '../../queries/session-types.ts';
import { formatSource, parseSource } from '../../queries/source-text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import { useFormat } from '../../ui/wording/use-format.ts';
import styles from './projects.module.css';
import { useProjectsWords } from './words/use-projects-words.ts';

type SourceRef = OpenRequest['source'];

/** The ways to open something that the source does not list: file, folder, address, kept bundles. */
export function OpenBundle({ session }: { readonly session: BundleSession }): ReactNode {
  const words = useProjectsWords();
  return (
    <div className={styles.open}>
      <p className={styles.hint}>{words.openHint}</p>
      <div className={styles.ways}>
        <Picker label={words.chooseFile} icon={<Icon of={FileUp} />} folder={false} />
        <Picker label={words.chooseFolder} icon={<Icon of={FolderUp} />} folder />
      </div>
      <AddressForm session={session} />
      <Kept />
    </div>
  );
}

function Picker({
  label,
  icon,
  folder,
}: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly folder: boolean;
}): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const openDropped = useOpenDropped();
  return (
    <>
      <input
        ref={(element) => {
          input.current = element;
          // React has no property for it, and without it the picker offers files only.
          if (folder) element?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        hidden
        aria-label={label}
        accept={folder ? undefined : '.json,.zip,application/json,application/zip'}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) void openDropped(files);
        }}
      />
      <Button icon={icon} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}

function AddressForm({ session }: { readonly session: BundleSession }): ReactNode {
  const words = useProjectsWords();
  const navigate = useNavigate();
  const [address, setAddress] = useState('');
  const [isServer, setServer] = useState(false);
  const [token, setToken] = useState('');
  const open = async (): Promise<void> => {
    const named = address.trim();
    if (named === '') return;
    const ref: SourceRef = isServer ? { kind: 'api', url: named } : parseSource(named);
    // The token goes to the engine's memory; the link names the address alone.
    if (ref.kind === 'api' && token.trim() !== '') await session.signIn(ref, token.trim());
    setToken('');
    const source = formatSource(ref);
    await navigate({ to: '/', search: { source, rev: undefined, asOf: undefined } });
  };
  return (
    <form
      className={styles.address}
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <TextField
        label={words.address}
        hint={words.addressHint}
        value={address}
        onChange={setAddress}
        placeholder="https://"
      />
      <Checkbox label={words.server} checked={isServer} onChange={setServer} />
      {isServer && (
        <TextField
          label={words.token}
          hint={words.tokenHint}
          type="password"
          value={token}
          onChange={setToken}
        />
      )}
      <Button type="submit" disabled={address.trim() === ''}>
        {words.openAddress}
      </Button>
    </form>
  );
}

function Kept(): ReactNode {
  const words = useProjectsWords();
  const format = useFormat();
  const client = useQueryClient();
  const { data: bundles = [] } = useQuery(localBundlesQuery());
  if (bundles.length === 0) return null;
  return (
    <section aria-label={words.kept}>
      <h3 className={styles.keptTitle}>{words.kept}</h3>
      <p className={styles.hint}>{words.keptHint}</p>
      <ul className={styles.kept}>
        {bundles.map((bundle) => (
          <li key={bundle.id} className={styles.keptRow}>
            <Link
              to="/"
              search={{
                source: formatSource({ kind: 'local', id: bundle.id }),
                rev: undefined,
                asOf: undefined,
              }}
            >
              <SafeText text={bundle.name} />
            </Link>
            <span className={styles.hint}>{format.bytes(bundle.size)}</span>
            <IconButton
              label={words.forget(bundle.name)}
              icon={<Icon of={Trash2} />}
              size="small"
              onClick={() => {
                void forgetLocalBundle(bundle.id).then(() =>
                  client.invalidateQueries({ queryKey: localBundlesQuery().queryKey }),
                );
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
