import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { RevisionDiff } from '../../derive/revision-diff-types.ts';
import { useOpenProject } from '../../parts/project-context.tsx';
import { compareRevisionsQuery } from '../../queries/revision-options.ts';
import type { RevisionEntry } from '../../queries/revision-types.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorState } from '../../ui/feedback.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useFormat } from '../../ui/wording/use-format.ts';
import {
  DemandList,
  DependencyList,
  EvidenceList,
  GateList,
  ItemList,
  MetricList,
  RevokedList,
  RuleList,
} from './diff-lists.tsx';
import styles from './revisions.module.css';
import type { RevisionsSearch } from './revisions-search.ts';
import { useRevisionsWords } from './words/use-revisions-words.ts';

/** What differs between two revisions, the worst first. */
export function DiffPanel({
  from,
  to,
  each,
  onEach,
}: {
  readonly from: RevisionEntry;
  readonly to: RevisionEntry;
  readonly each: RevisionsSearch['each'];
  readonly onEach: (each: RevisionsSearch['each']) => void;
}): ReactNode {
  const words = useRevisionsWords();
  const format = useFormat();
  const { session, request } = useOpenProject();
  const { data, error, refetch } = useQuery(
    compareRevisionsQuery(session, request, from.id, to.id, each ?? 'same'),
  );
  return (
    <Panel
      title={<SafeText text={words.diff(from.label ?? from.id, to.label ?? to.id)} />}
      aside={
        <SegmentedControl
          label={words.judgedLabel}
          value={each ?? 'same'}
          options={[
            { value: 'same', label: words.sameInstant },
            { value: 'own', label: words.ownInstant },
          ]}
          onChange={(value) => onEach(value === 'own' ? 'own' : undefined)}
        />
      }
    >
      {error !== null ? (
        <ErrorState
          what={words.failed}
          remedy={<SafeText text={error.message} />}
          action={<Button onClick={() => void refetch()}>{words.retry}</Button>}
        />
      ) : data === undefined ? (
        <SkeletonRows rows={5} />
      ) : (
        <div className={styles.diff}>
          <p className={styles.judged}>
            {words.judgedAt(
              format.exactTime(data.before.judgedAt) ?? data.before.judgedAt,
              format.exactTime(data.after.judgedAt) ?? data.after.judgedAt,
            )}
          </p>
          <Lists diff={data} />
        </div>
      )}
    </Panel>
  );
}

function Lists({ diff }: { readonly diff: RevisionDiff }): ReactNode {
  const words = useRevisionsWords();
  if (diff.same) return <EmptyState title={words.same} />;
  return (
    <>
      <RevokedList title={words.passesRevoked} rows={diff.revoked} />
      <GateList title={words.gates} rows={diff.gates} />
      <EvidenceList title={words.evidence} rows={diff.evidence} />
      <DemandList title={words.loosened} rows={diff.loosened} tone="stale" />
      <DemandList title={words.weakened} rows={diff.weakened} tone="stale" />
      <ItemList title={words.items} rows={diff.items} />
      <DependencyList title={words.dependencies} rows={diff.dependencies} />
      <RuleList title={words.rules} rules={diff.rules} invariants={diff.invariants} />
      <MetricList title={words.metrics} rows={diff.metrics} />
      <DemandList title={words.altered} rows={diff.altered} tone="unknown" />
      <DemandList title={words.tightened} rows={diff.tightened} tone="passed" />
    </>
  );
}
