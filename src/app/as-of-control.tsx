import { Clock } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import type { PlanSnapshot } from '../derive/types.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { PopoverOnDemand } from '../ui/on-demand.tsx';
import { useFormat } from '../ui/wording/use-format.ts';
import styles from './as-of-control.module.css';
import { useShellWords } from './words/use-shell-words.ts';

const AsOfForm = lazy(() =>
  import('./as-of-form.tsx').then((module) => ({ default: module.AsOfForm })),
);

/** Shows at which instant everything is judged, and lets the viewer choose another one. */
export function AsOfControl({ snapshot }: { readonly snapshot: PlanSnapshot }): ReactNode {
  const words = useShellWords();
  const time = useFormat().exactTime(snapshot.asOf) ?? snapshot.asOf;
  return (
    <PopoverOnDemand
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
      <Suspense fallback={null}>
        <AsOfForm key={snapshot.asOf} snapshot={snapshot} />
      </Suspense>
    </PopoverOnDemand>
  );
}
