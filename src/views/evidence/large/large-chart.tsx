import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import type { Evidence } from '../../../model/evidence.ts';
import { useOpenProject } from '../../../parts/project-context.tsx';
import { columnQuery } from '../../../queries/evidence-options.ts';
import { Progress } from '../../../ui/progress.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useFormat } from '../../../ui/wording/use-format.ts';
import viewerStyles from '../viewers/viewer.module.css';
import type { ValueTarget } from '../viewers/viewer-props.ts';
import { askAgain, FileTrouble, troubleOf } from './file-trouble.tsx';
import { useLargeWords } from './words/use-large-words.ts';

const ColumnChart = lazy(async () => ({
  default: (await import('../viewers/csv-chart.tsx')).ColumnChart,
}));

/** A column of a table that stays with the engine, drawn as far as its rows were gone through. */
export function LargeChart({
  evidence,
  column,
  from,
  to,
  targets,
}: {
  readonly evidence: Evidence;
  readonly column: string;
  readonly from: number;
  readonly to: number;
  readonly targets: readonly ValueTarget[];
}): ReactNode {
  const words = useLargeWords();
  const format = useFormat();
  const { session, request } = useOpenProject();
  const answer = useQuery(columnQuery(session, request, evidence.id, column));
  const trouble = troubleOf([answer]);
  if (trouble !== undefined) {
    return <FileTrouble evidence={evidence} trouble={trouble} onRetry={() => askAgain([answer])} />;
  }
  if (answer.data?.ok !== true) return <Skeleton height={140} />;
  const { points, rows, count, low, high, share, isComplete } = answer.data.value;
  return (
    <>
      {low !== undefined && high !== undefined && count >= 2 ? (
        <Suspense fallback={<Skeleton height={140} />}>
          <ColumnChart
            column={column}
            points={points}
            rows={rows}
            count={count}
            low={low}
            high={high}
            from={from}
            to={to}
            targets={targets}
          />
        </Suspense>
      ) : (
        isComplete && <p className={viewerStyles.quiet}>{words.noNumbers}</p>
      )}
      {!isComplete && (
        <Progress
          label={words.drawing}
          value={share}
          detail={format.percent(Math.floor(share * 100) / 100) ?? ''}
        />
      )}
    </>
  );
}
