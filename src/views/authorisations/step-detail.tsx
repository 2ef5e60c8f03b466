import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import type { StepAuthorisation } from '../../derive/authorisation-step.ts';
import type { Role } from '../../model/plan.ts';
import { EvidenceLink, ItemLink } from '../../parts/links.tsx';
import { useOpenProject } from '../../parts/project-context.tsx';
import { itemTone } from '../../parts/tones.ts';
import { useValues } from '../../parts/use-values.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { stepAuthorisationQuery } from '../../queries/options.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/feedback.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ExactTime } from '../../ui/relative-time.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { StateBadge } from '../../ui/state-glyph.tsx';
import { useIntoView } from '../../ui/use-into-view.ts';
import { permissionTone, readinessTone } from './leave-matrix.tsx';
import styles from './step-detail.module.css';
import { StepEffects } from './step-effects.tsx';
import { StepLeave } from './step-leave.tsx';
import { StepProbes } from './step-probes.tsx';
import { StepRehearsal } from './step-rehearsal.tsx';
import { useAuthorisationsWords } from './words/use-authorisations-words.ts';

/** One step in full: who allows it, what it may do, what was seen, the way back, what stops it. */
export function StepDetail({
  step,
  roles,
  onClose,
}: {
  readonly step: string;
  readonly roles: readonly Role[];
  readonly onClose: () => void;
}): ReactNode {
  const words = useAuthorisationsWords();
  const { session, request } = useOpenProject();
  const { data, error } = useQuery(stepAuthorisationQuery(session, request, step));
  const place = useRef<HTMLDivElement>(null);
  useIntoView(place, true);
  if (error !== null) throw error;
  return (
    <div ref={place} className={styles.place}>
      {data === undefined ? (
        <SkeletonRows rows={8} rowHeight={48} />
      ) : data === null ? (
        <EmptyState title={words.unknownStep(step)}>{words.unknownHint}</EmptyState>
      ) : (
        <section aria-label={data.item.title} className={styles.detail}>
          <Head detail={data} onClose={onClose} />
          <div className={styles.panels}>
            <StepLeave detail={data} roles={roles} />
            <StepEffects effects={data.effects} />
            <StepProbes detail={data} />
            <StepRehearsal detail={data} />
            <Report detail={data} />
            <Stops detail={data} />
          </div>
        </section>
      )}
    </div>
  );
}

function Head({
  detail: { item, row, dependsOn },
  onClose,
}: {
  readonly detail: StepAuthorisation;
  readonly onClose: () => void;
}): ReactNode {
  const words = useAuthorisationsWords();
  const states = useStateWords();
  const { forbidden } = item;
  return (
    <header className={styles.head}>
      <div className={styles.marks}>
        <CodeRef code={item.id} id strong />
        <StateBadge tone={itemTone[row.state]} word={states.item[row.state]} />
        <StateBadge tone={readinessTone[row.readiness]} word={states.readiness[row.readiness]} />
        <StateBadge
          tone={permissionTone[row.permission]}
          word={states.permission[row.permission]}
        />
        <span className={styles.space} />
        <ItemLink item={item.id}>{words.onGraph}</ItemLink>
        <Button look="quiet" size="small" onClick={onClose}>
          {words.close}
        </Button>
      </div>
      <h2 className={styles.title}>
        <SafeText text={item.title} />
      </h2>
      {item.description !== undefined && (
        <p className={styles.quiet}>
          <SafeText text={item.description} multiline />
        </p>
      )}
      {forbidden !== undefined && (
        <p data-tone="stopped" className={styles.forbidden}>
          <SafeText
            text={
              forbidden.unless === undefined
                ? forbidden.reason
                : `${words.forbiddenUnless(forbidden.unless)}. ${forbidden.reason}`
            }
          />
        </p>
      )}
      {dependsOn.length > 0 && (
        <p className={styles.quiet}>
          {words.comesAfter}{' '}
          {dependsOn.map(({ on }) => (
            <ItemLink key={on} item={on} className={styles.link}>
              <CodeRef code={on} id />
            </ItemLink>
          ))}
        </p>
      )}
    </header>
  );
}

function Report({ detail: { report } }: { readonly detail: StepAuthorisation }): ReactNode {
  const words = useAuthorisationsWords();
  const values = useValues();
  if (report === undefined) return null;
  const given = report.fields.filter(({ value }) => value !== undefined).length;
  return (
    <Panel
      headingLevel={3}
      title={words.report(given, report.fields.length)}
      aside={
        report.evidence !== undefined && (
          <EvidenceLink evidence={report.evidence}>
            <CodeRef code={report.evidence} id />
          </EvidenceLink>
        )
      }
    >
      <ol className={styles.fields}>
        {report.fields.map(({ field, value }) => (
          <li key={field.id} className={styles.field}>
            <span>
              <SafeText text={field.title} />
              {field.note !== undefined && (
                <span className={styles.small}>
                  <SafeText text={field.note} />
                </span>
              )}
            </span>
            {value === undefined ? (
              <StateBadge tone="missing" word={words.absent} look="plain" />
            ) : (
              <span className={styles.value}>
                <SafeText text={values.scalar(value)} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Stops({
  detail: { stops, reverifications },
}: {
  readonly detail: StepAuthorisation;
}): ReactNode {
  const words = useAuthorisationsWords();
  if (stops.length === 0 && reverifications.length === 0) return null;
  return (
    <Panel headingLevel={3} title={words.stops}>
      <ul className={styles.list}>
        {stops.map((stop) => (
          <li key={stop.id}>
            <div className={styles.line}>
              <strong>
                <SafeText text={stop.title} />
              </strong>
              <StateBadge
                tone={stop.holds ? 'stopped' : 'not-reached'}
                word={stop.holds ? words.holds : words.clear}
                look="plain"
              />
            </div>
            {stop.statement !== undefined && (
              <p className={styles.small}>
                <SafeText text={stop.statement} multiline />
              </p>
            )}
            {stop.events.map((event) => (
              <p key={event.at} className={styles.small}>
                {words.raisedAt} <ExactTime at={event.at} />
                {event.reason !== undefined && (
                  <>
                    : <SafeText text={event.reason} />
                  </>
                )}
                {event.clearedAt !== undefined && (
                  <>
                    {' '}
                    {words.cleared} <ExactTime at={event.clearedAt} />
                  </>
                )}{' '}
                {(event.evidence ?? []).map((evidence) => (
                  <EvidenceLink key={evidence} evidence={evidence}>
                    <CodeRef code={evidence} id />
                  </EvidenceLink>
                ))}
              </p>
            ))}
          </li>
        ))}
        {reverifications.map((entry) => (
          <li key={`${entry.after} ${entry.at}`} className={styles.line}>
            <span>
              <SafeText text={words.reverification(entry.after, entry.before)} />,{' '}
              <ExactTime at={entry.at} />
            </span>
            <StateBadge tone={entry.result} word={words.reverified[entry.result]} look="plain" />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
