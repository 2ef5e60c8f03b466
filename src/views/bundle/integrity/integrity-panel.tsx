import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useOpenProject, useSnapshot } from '../../../parts/project-context.tsx';
import { integrityProgressQuery, integrityQuery } from '../../../queries/integrity-options.ts';
import { useTrustedKeys } from '../../../state/trusted-keys.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/feedback.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { ClaimList } from './claim-list.tsx';
import styles from './integrity.module.css';
import { KeyList } from './key-list.tsx';
import { useIntegrityWords } from './words/use-integrity-words.ts';

/**
 * Is this bundle what was recorded? Four claims, each with its own mark and what was compared. A small
 * bundle, whose files were all read already, is checked at once; a large one when somebody asks.
 */
export function IntegrityPanel(): ReactNode {
  const words = useIntegrityWords();
  const { session, request } = useOpenProject();
  const { bundle } = useSnapshot();
  const keys = useTrustedKeys((trusted) => trusted.keys);
  const [isAsked, setIsAsked] = useState(bundle.digests.unchecked === 0);
  const { data, error, isFetching, refetch } = useQuery({
    ...integrityQuery(session, request, keys),
    enabled: isAsked,
    placeholderData: (before) => before,
  });
  return (
    <Panel
      title={words.title}
      aside={
        <Button
          onClick={() => {
            if (isAsked) void refetch();
            setIsAsked(true);
          }}
          disabled={isFetching}
        >
          {data === undefined ? words.check : words.again}
        </Button>
      }
    >
      <div className={styles.panel}>
        <p className={styles.quiet}>{words.lead}</p>
        {isFetching && <Hashing />}
        {error !== null && (
          <ErrorState
            what={words.failed}
            remedy={words.failedRemedy}
            details={error.message}
            action={<Button onClick={() => void refetch()}>{words.again}</Button>}
          />
        )}
        {data !== undefined && <ClaimList report={data} />}
        <KeyList />
      </div>
    </Panel>
  );
}

function Hashing(): ReactNode {
  const words = useIntegrityWords();
  const { session, request } = useOpenProject();
  const { data } = useQuery(integrityProgressQuery(session, request));
  const share =
    data === undefined || data === null
      ? null
      : data.bytes === undefined || data.bytes === 0
        ? data.files === 0
          ? null
          : data.filesDone / data.files
        : data.bytesDone / data.bytes;
  return (
    <Progress
      label={words.working}
      value={share}
      detail={
        data === undefined || data === null ? undefined : words.files(data.filesDone, data.files)
      }
    />
  );
}
