import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PlanSnapshot } from '../../derive/types.ts';
import { digestTone } from '../../parts/evidence-uses.tsx';
import { ProblemList } from '../../parts/problem-list.tsx';
import { useOpenProject, useSnapshot } from '../../parts/project-context.tsx';
import type { SearchProps } from '../../parts/search-props.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { problemsQuery } from '../../queries/options.ts';
import { RatioBar, type StateCount } from '../../ui/bars.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { KeyValueList } from '../../ui/key-values.tsx';
import { PageHeading, ToneText } from '../../ui/page-heading.tsx';
import { Panel, PanelGrid } from '../../ui/panel.tsx';
import { ExactTime } from '../../ui/relative-time.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { type Formats, useFormat } from '../../ui/wording/use-format.ts';
import styles from './bundle.module.css';
import { type BundleSearch, severities } from './bundle-search.ts';
import { IntegrityPanel } from './integrity/integrity-panel.tsx';
import { useBundleWords } from './words/use-bundle-words.ts';

/** More than any reading reports one by one. */
const MOST_READ = 2000;
const MOST_PROBLEMS = 500;

const digestStates = ['match', 'mismatch', 'unreadable', 'absent', 'unchecked'] as const;

type DigestPart = Required<StateCount>;

/** What am I looking at? Source, identity, contents, and what was wrong while reading. */
export function BundleView({ search, setSearch }: SearchProps<BundleSearch>): ReactNode {
  const words = useBundleWords();
  const snapshot = useSnapshot();
  const { info, revision, bundle } = snapshot;
  const problems = bundle.problems.fatal + bundle.problems.error + bundle.problems.warning;
  return (
    <div className={styles.page}>
      <PageHeading
        question={words.question}
        answer={
          <>
            <SafeText text={words.answer(info.title, revision.label ?? revision.id)} />{' '}
            {problems === 0
              ? words.sound
              : words.withProblems(problems, (text) => (
                  <ToneText tone={bundle.problems.error > 0 ? 'failed' : 'missing'}>
                    {text}
                  </ToneText>
                ))}
          </>
        }
        note={info.description !== undefined && <SafeText text={info.description} />}
        actions={<Reload />}
      />
      <PanelGrid>
        <Identity snapshot={snapshot} />
        <Contents snapshot={snapshot} />
      </PanelGrid>
      <IntegrityPanel />
      <Problems search={search} setSearch={setSearch} />
    </div>
  );
}

/** Forgets everything that was read and reads it again. */
function Reload(): ReactNode {
  const words = useBundleWords();
  const client = useQueryClient();
  const router = useRouter();
  const { session } = useOpenProject();
  return (
    <Button
      icon={<Icon of={RotateCw} />}
      onClick={() => {
        void session.forget().then(() => {
          client.clear();
          return router.invalidate();
        });
      }}
    >
      {words.reload}
    </Button>
  );
}

function Identity({ snapshot }: { readonly snapshot: PlanSnapshot }): ReactNode {
  const words = useBundleWords();
  const format = useFormat();
  const { info, revision, bundle } = snapshot;
  return (
    <Panel title={words.what}>
      <KeyValueList
        items={[
          { id: 'origin', name: words.origin, value: <CodeRef code={bundle.origin} most={64} /> },
          { id: 'project', name: words.project, value: <CodeRef code={info.id} id /> },
          { id: 'revision', name: words.revision, value: <CodeRef code={revision.id} id /> },
          { id: 'created', name: words.created, value: <ExactTime at={revision.createdAt} /> },
          ...(revision.commit === undefined
            ? []
            : [
                {
                  id: 'commit',
                  name: words.commit,
                  value: <CodeRef code={revision.commit} most={16} />,
                },
              ]),
          {
            id: 'kind',
            name: words.evidenceKind,
            value: snapshot.sample ? (
              <>
                {words.sample}
                {snapshot.sampleNote !== undefined && (
                  <>
                    . <SafeText text={snapshot.sampleNote} />
                  </>
                )}
              </>
            ) : (
              words.real
            ),
          },
          { id: 'format', name: words.format, value: bundle.formatVersion },
          { id: 'size', name: words.size, value: format.bytes(bundle.bytes) },
          { id: 'asOf', name: words.judgedAsOf, value: <ExactTime at={snapshot.asOf} /> },
          {
            id: 'id',
            name: words.bundleId,
            value: (
              <span className={styles.id}>
                <CodeRef code={bundle.bundleId} most={24} />
                <CopyButton label={words.copy} text={bundle.bundleId} />
              </span>
            ),
          },
        ]}
      />
      {(info.sources ?? []).length > 0 && (
        <>
          <h3 className={styles.subheading}>{words.sources}</h3>
          <ul className={styles.sources}>
            {(info.sources ?? []).map((source) => (
              <li key={JSON.stringify(source)}>
                <CodeRef code={source.path} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function Contents({ snapshot }: { readonly snapshot: PlanSnapshot }): ReactNode {
  const words = useBundleWords();
  const format = useFormat();
  const states = useStateWords();
  const { counts, digests } = snapshot.bundle;
  const kinds = [
    'items',
    'dependencies',
    'gates',
    'conditions',
    'evidence',
    'metrics',
    'points',
    'documents',
    'deliverables',
  ] as const;
  return (
    <Panel title={words.contents}>
      <KeyValueList
        items={kinds.map((kind) => ({
          id: kind,
          name: words.counts[kind],
          value: format.number(counts[kind]),
        }))}
      />
      <h3 className={styles.subheading}>{words.files}</h3>
      <RatioBar
        label={words.files}
        legend
        parts={mergeTones(
          digestStates.map((state) => ({
            tone: digestTone[state],
            count: digests[state],
            word: states.digest[state],
          })),
          format,
        )}
      />
      <p className={styles.note}>{words.filesNote}</p>
      <h3 className={styles.subheading}>{words.check}</h3>
      <p className={styles.note}>{words.checkText}</p>
    </Panel>
  );
}

/** Two states of digests may share a face; the bar wants each face once, with the words of both. */
function mergeTones(parts: readonly DigestPart[], format: Formats): readonly DigestPart[] {
  const byTone = Map.groupBy(
    parts.filter((part) => part.count > 0),
    (part) => part.tone,
  );
  return [...byTone].map(([tone, members]) => ({
    tone,
    count: members.reduce((sum, part) => sum + part.count, 0),
    word: format.list(
      members.map((part) => part.word),
      'disjunction',
    ),
  }));
}

function Problems({ search, setSearch }: SearchProps<BundleSearch>): ReactNode {
  const words = useBundleWords();
  const { session, request } = useOpenProject();
  const { data, error } = useQuery(problemsQuery(session, request, 0, MOST_READ));
  if (error !== null) throw error;
  if (data === undefined) return <SkeletonRows rows={3} />;
  const wanted = data.rows
    .filter((problem) => search.severity === undefined || problem.severity === search.severity)
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const more =
    Math.max(0, wanted.length - MOST_PROBLEMS) +
    (search.severity === undefined ? data.total - data.rows.length : 0);
  // The severity that a link asks for is offered even where no problem has it, as the way out of it.
  const offered = severities.filter(
    (severity) =>
      severity === search.severity || data.rows.some((problem) => problem.severity === severity),
  );
  return (
    <Panel
      title={words.problems}
      padding="none"
      aside={
        (offered.length > 1 || search.severity !== undefined) && (
          <SegmentedControl
            label={words.severity}
            value={search.severity ?? 'all'}
            options={[
              { value: 'all', label: words.all },
              ...offered.map((severity) => ({
                value: severity,
                label: words.severities[severity],
              })),
            ]}
            onChange={(value) =>
              setSearch(
                { severity: severities.find((severity) => severity === value) },
                { replace: true },
              )
            }
          />
        )
      }
    >
      {wanted.length === 0 ? (
        <p className={styles.nothing}>
          {data.total === 0 ? words.noProblems : words.noneOfSeverity}
        </p>
      ) : (
        <ProblemList problems={wanted.slice(0, MOST_PROBLEMS)} />
      )}
      {more > 0 && <p className={styles.nothing}>{words.moreProblems(more)}</p>}
    </Panel>
  );
}
