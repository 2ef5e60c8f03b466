import { useNavigate } from '@tanstack/react-router';
import { Clock } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { PlanSnapshot } from '../derive/types.ts';
import { formatExactTime } from '../lib/format/time.ts';
import { parseTimestamp } from '../lib/timestamp.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';
import styles from './as-of-control.module.css';
import { useShellWords } from './words.ts';

/** Shows at which instant everything is judged, and lets the viewer choose another one. */
export function AsOfControl({ snapshot }: { readonly snapshot: PlanSnapshot }): ReactNode {
  const words = useShellWords();
  const time = formatExactTime(snapshot.asOf) ?? snapshot.asOf;
  return (
    <Popover
      align="end"
      title={words.asOfTitle}
      trigger={
        <Button
          icon={<Icon of={Clock} className={styles.icon} />}
          aria-label={words.asOf(time)}
          className={styles.trigger}
        >
          <span className={styles.text}>{words.asOf(time)}</span>
        </Button>
      }
    >
      <AsOfForm key={snapshot.asOf} snapshot={snapshot} />
    </Popover>
  );
}

function AsOfForm({ snapshot }: { readonly snapshot: PlanSnapshot }): ReactNode {
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
