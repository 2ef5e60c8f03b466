import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { PlanSnapshot } from '../derive/types.ts';
import { parseTimestamp } from '../lib/timestamp.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import styles from './as-of-control.module.css';
import { useShellWords } from './words/use-shell-words.ts';

/** Chooses the instant of judgement; the link carries it. */
export function AsOfForm({ snapshot }: { readonly snapshot: PlanSnapshot }): ReactNode {
  const words = useShellWords();
  const navigate = useNavigate();
  const [value, setValue] = useState(snapshot.asOf.slice(0, 16));
  const choose = (asOf: string | undefined): void => {
    void navigate({ to: '.', search: (before) => ({ ...before, asOf }) });
  };
  const valid = !Number.isNaN(parseTimestamp(`${value}:00Z`));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) choose(`${value}:00Z`);
      }}
    >
      <p className={styles.explained}>{words.asOfExplained[snapshot.asOfOrigin]}</p>
      <TextField label={words.asOfField} type="datetime-local" value={value} onChange={setValue} />
      <Button type="submit" look="primary" disabled={!valid}>
        {words.asOfApply}
      </Button>
      {snapshot.asOfOrigin === 'chosen' && (
        <Button onClick={() => choose(undefined)}>{words.asOfReset}</Button>
      )}
    </form>
  );
}
