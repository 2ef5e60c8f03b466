import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useOpenProject } from '../../parts/project-context.tsx';
import { snapshotQuery } from '../../queries/options.ts';
import styles from './inspector.module.css';
import { useInspectorWords } from './inspector-words.ts';
import { useChainLength } from './slack.ts';
import { useSnapshotRow } from './use-snapshot-row.ts';

/** By how much the item can slip; nothing where nothing is left to do. */
export function InspectorSlack({ item }: { readonly item: string }): ReactNode {
  const words = useInspectorWords();
  const { session, request } = useOpenProject();
  const { data: snapshot } = useQuery(snapshotQuery(session, request));
  const slack = useSnapshotRow(item)?.slack;
  const chainLength = useChainLength(snapshot?.info);
  if (snapshot === undefined || slack === undefined) return null;
  return (
    <p className={styles.needs}>
      {slack === 0
        ? words.onCriticalPath
        : words.slackIs(chainLength(slack, snapshot.answers.critical))}
    </p>
  );
}
