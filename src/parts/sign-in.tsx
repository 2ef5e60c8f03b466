import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import type { OpenProject } from './project-context.tsx';
import styles from './sign-in.module.css';
import { useSignInWords } from './wording/sign-in.ts';

/**
 * Says who asks: a token that goes to the engine's thread and stays in its memory. It is in no link and
 * in no storage, so a reload asks again.
 */
export function SignIn({
  project: { session, request },
  onSignedIn,
}: {
  readonly project: {
    readonly session: OpenProject['session'];
    readonly request: Pick<OpenProject['request'], 'source'>;
  };
  readonly onSignedIn: () => void;
}): ReactNode {
  const words = useSignInWords();
  const client = useQueryClient();
  const [token, setToken] = useState('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const given = token.trim();
        if (given === '') return;
        setToken('');
        void session.signIn(request.source, given).then(async () => {
          await client.invalidateQueries({ queryKey: ['projects', request.source] });
          onSignedIn();
        });
      }}
    >
      <TextField
        label={words.token}
        hint={words.hint}
        type="password"
        value={token}
        onChange={setToken}
      />
      <Button type="submit" disabled={token.trim() === ''}>
        {words.signIn}
      </Button>
    </form>
  );
}
