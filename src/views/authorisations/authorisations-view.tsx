import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AuthorisationsAnswer, RuleLeaves } from '../../derive/authorisations.ts';
import type { Role } from '../../model/plan.ts';
import { useItemForms } from '../../parts/item-word.ts';
import { useOpenProject, useSnapshot } from '../../parts/project-context.tsx';
import type { SearchProps } from '../../parts/search-props.ts';
import { authorisationsQuery } from '../../queries/options.ts';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/feedback.tsx';
import { PageHeading, ToneText } from '../../ui/page-heading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ExactTime } from '../../ui/relative-time.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import styles from './authorisations.module.css';
import type { AuthorisationsSearch } from './authorisations-search.ts';
import { LeaveMatrix } from './leave-matrix.tsx';
import { RecordTable } from './record-table.tsx';
import { StepDetail } from './step-detail.tsx';
import { useAuthorisationsWords } from './words/use-authorisations-words.ts';

/** Who has allowed what? The master rule first, then steps × rules, one step in full, and records. */
export function AuthorisationsView({
  search,
  setSearch,
}: SearchProps<AuthorisationsSearch>): ReactNode {
  const words = useAuthorisationsWords();
  const { session, request } = useOpenProject();
  const forms = useItemForms(useSnapshot().info);
  const { data } = useSuspenseQuery(authorisationsQuery(session, request));
  if (data.rules.length === 0) {
    return (
      <div className={styles.page}>
        <PageHeading question={words.question} answer={words.none} />
        <EmptyState title={words.none}>{words.noneWhy}</EmptyState>
      </div>
    );
  }
  const counting = data.records.filter(({ standing }) => standing === 'granted').length;
  return (
    <div className={styles.page}>
      <PageHeading
        question={words.question}
        answer={
          data.required === 0 ? (
            words.noSteps
          ) : (
            <ToneText tone={data.authorised === data.required ? 'passed' : 'missing'}>
              {words.answer(data.authorised, data.required, forms)}
            </ToneText>
          )
        }
        {...masterNote(data, (rule) =>
          words.masterGranted(
            rule.rule.id,
            rule.obtained,
            `${rule.required} ${rule.required === 1 ? forms.one : forms.other}`,
          ),
        )}
      />
      {data.rules
        .filter(({ rule }) => rule.master === true)
        .map((entry) => (
          <MasterRule key={entry.rule.id} entry={entry} roles={data.roles} />
        ))}
      <LeaveMatrix
        answer={data}
        chosen={search.step}
        onChoose={(step) => setSearch({ step: step === search.step ? undefined : step })}
      />
      {search.step !== undefined && (
        <StepDetail
          key={search.step}
          step={search.step}
          roles={data.roles}
          onClose={() => setSearch({ step: undefined })}
        />
      )}
      {data.records.length > 0 && (
        <Panel
          title={words.records}
          aside={words.recordsAnswer(counting, data.records.length)}
          padding="none"
        >
          <RecordTable records={data.records} />
        </Panel>
      )}
      <Notes notes={data.notes} />
    </div>
  );
}

function masterNote(
  { rules }: AuthorisationsAnswer,
  sentence: (entry: RuleLeaves) => string,
): { readonly note?: ReactNode } {
  const master = rules.find(({ rule, required }) => rule.master === true && required > 0);
  return master === undefined ? {} : { note: <SafeText text={`${sentence(master)}.`} /> };
}

/** The rule without which nothing is carried out, with every definition that is in force. */
function MasterRule({
  entry: { rule, inForce, required, obtained },
  roles,
}: {
  readonly entry: RuleLeaves;
  readonly roles: readonly Role[];
}): ReactNode {
  const words = useAuthorisationsWords();
  const titles = new Map(roles.map(({ id, title }) => [id, title]));
  return (
    <Panel
      title={
        <span className={styles.masterTitle}>
          <StateGlyph tone={required > 0 && obtained === required ? 'passed' : 'missing'} />
          <SafeText text={words.master(rule.id)} />
        </span>
      }
      aside={<SafeText text={rule.title} />}
    >
      <div className={styles.master}>
        <div>
          {rule.statement !== undefined && (
            <p className={styles.statement}>
              <SafeText text={rule.statement} multiline />
            </p>
          )}
          {rule.consequence !== undefined && (
            <p>
              {words.withoutIt}: <CodeRef code={rule.consequence} strong />
            </p>
          )}
          <p className={styles.quiet}>{words.definitions(inForce.length)}</p>
        </div>
        <ul className={styles.definitions}>
          {rule.definitions.map((definition) => (
            <li key={definition.id} className={styles.definition}>
              <strong>
                <SafeText text={definition.title} />
              </strong>{' '}
              {inForce.includes(definition.id) ? (
                <span className={styles.quiet}>
                  {words.inForceSince} <ExactTime at={definition.from} />
                </span>
              ) : (
                <Badge>{words.notInForce}</Badge>
              )}
              <ul className={styles.demands}>
                {definition.demands.map((demand) => (
                  <li key={JSON.stringify(demand)}>
                    <SafeText
                      text={words.demand(
                        titles.get(demand.role) ?? demand.role,
                        demand.quorum ?? 1,
                        demand.forms ?? [],
                      )}
                    />
                    {(demand.quorum ?? 1) > 1 &&
                      demand.distinctPersons !== false &&
                      ` ${words.differentPersons}`}
                  </li>
                ))}
              </ul>
              {definition.note !== undefined && (
                <p className={styles.quiet}>
                  <SafeText text={definition.note} multiline />
                </p>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}

function Notes({ notes }: { readonly notes: AuthorisationsAnswer['notes'] }): ReactNode {
  const words = useAuthorisationsWords();
  if (notes.length === 0) return null;
  return (
    <Panel title={words.conflicts}>
      <ul className={styles.notes}>
        {notes.map(({ id, kind, title, text }) => (
          <li key={id}>
            <Badge>{words.noteKind[kind === 'conflict' ? 'conflict' : 'open-question']}</Badge>{' '}
            {title !== undefined && (
              <strong>
                <SafeText text={title} />{' '}
              </strong>
            )}
            <SafeText text={text} multiline />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
