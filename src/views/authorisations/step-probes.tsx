import type { ReactNode } from 'react';
import type { ProbeDetail, Sighting, StepAuthorisation } from '../../derive/authorisation-step.ts';
import type { ProbeExpectation } from '../../model/governance.ts';
import { EvidenceLink } from '../../parts/links.tsx';
import { ReasonText } from '../../parts/reason-text.tsx';
import { conditionTone } from '../../parts/tones.ts';
import { useValues } from '../../parts/use-values.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { Panel } from '../../ui/panel.tsx';
import { ExactTime } from '../../ui/relative-time.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import { StateBadge } from '../../ui/state-glyph.tsx';
import { HeadCell, WideTable } from '../../ui/wide-table.tsx';
import styles from './step-detail.module.css';
import { useAuthorisationsWords } from './words/use-authorisations-words.ts';

/** What must be seen before and after the step, and what was. */
export function StepProbes({
  detail: { probes },
}: {
  readonly detail: StepAuthorisation;
}): ReactNode {
  const words = useAuthorisationsWords();
  if (probes.length === 0) return null;
  return (
    <Panel headingLevel={3} title={words.probes} padding="none" className={styles.wide}>
      <WideTable
        label={words.probes}
        least={760}
        head={[words.probe, words.before, words.after, words.seen, words.verdict].map((name) => (
          <HeadCell key={name}>{name}</HeadCell>
        ))}
      >
        {probes.map((entry) => (
          <ProbeRow key={entry.probe.id} entry={entry} />
        ))}
      </WideTable>
    </Panel>
  );
}

function ProbeRow({ entry }: { readonly entry: ProbeDetail }): ReactNode {
  const words = useAuthorisationsWords();
  const states = useStateWords();
  const { probe, before, after, seenBefore, seenAfter, latest, result } = entry;
  return (
    <tr>
      <th scope="row">
        <SafeText text={probe.title} />
        {probe.query !== undefined && (
          <code className={styles.query}>
            <SafeText text={probe.query} />
          </code>
        )}
      </th>
      <td>
        <Expected expectations={before} />
        {seenBefore !== undefined && <Seen sighting={seenBefore} unit={probe.unit} />}
      </td>
      <td>
        <Expected expectations={after} />
        {seenAfter !== undefined && <Seen sighting={seenAfter} unit={probe.unit} />}
      </td>
      <td>
        {latest === undefined ? (
          <span className={styles.quiet}>{words.never}</span>
        ) : (
          <Seen sighting={latest} unit={probe.unit} />
        )}
      </td>
      <td>
        <StateBadge
          tone={conditionTone[result.verdict]}
          word={states.condition[result.verdict]}
          look="plain"
        />
        <div className={styles.small}>
          <ReasonText reason={result.reason} />
        </div>
      </td>
    </tr>
  );
}

function Expected({
  expectations,
}: {
  readonly expectations: readonly ProbeExpectation[];
}): ReactNode {
  const words = useAuthorisationsWords();
  const values = useValues();
  if (expectations.length === 0) return words.unstated;
  const texts = expectations.map(({ operator, value }) =>
    operator === 'unchanged'
      ? words.unchanged
      : [values.operator(operator), value === undefined ? '' : values.scalar(value)]
          .join(' ')
          .trim(),
  );
  return <SafeText text={texts.join(', ')} />;
}

function Seen({
  sighting: { value, at, evidence, pointer },
  unit,
}: {
  readonly sighting: Sighting;
  readonly unit: string | undefined;
}): ReactNode {
  const values = useValues();
  return (
    <div>
      <EvidenceLink evidence={evidence} pointer={pointer}>
        <SafeText text={values.scalar(value, unit === 'count' ? undefined : unit)} />
      </EvidenceLink>
      <div className={styles.small}>
        <ExactTime at={at} />
      </div>
    </div>
  );
}
