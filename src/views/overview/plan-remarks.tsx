import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PlanSnapshot } from '../../derive/types.ts';
import { useItemForms } from '../../parts/item-word.ts';
import { ItemLink } from '../../parts/links.tsx';
import { useOpenProject } from '../../parts/project-context.tsx';
import { ReasonText } from '../../parts/reason-text.tsx';
import { useRuleTitle } from '../../parts/wording/rules.ts';
import { Meter } from '../../ui/bars.tsx';
import { Panel, PanelGrid, PanelRow, PanelRows } from '../../ui/panel.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import styles from './overview.module.css';
import { useOverviewWords } from './words/use-overview-words.ts';

const MOST_FINDINGS = 8;
const MOST_ITEMS = 8;

/** What the evaluation noticed about the plan itself, how far it is, and how sure all this is. */
export function PlanRemarks({ snapshot }: { readonly snapshot: PlanSnapshot }): ReactNode {
  const words = useOverviewWords();
  const titleOf = useRuleTitle();
  const { request } = useOpenProject();
  const { answers, findings, invariants, info } = snapshot;
  const forms = useItemForms(info);
  const { passes, verified, independent } = answers.confidence;
  // A rule of which the plan has no case says nothing about it.
  const spoken = invariants.filter(({ reason }) => reason.code !== 'invariant-nothing-to-judge');
  const broken = spoken.filter((invariant) => invariant.verdict !== 'holds');
  const holding = spoken.length - broken.length;
  const more = findings.length - MOST_FINDINGS;
  return (
    <PanelGrid>
      {spoken.length > 0 && (
        <Panel
          title={words.invariants}
          aside={words.invariantsHold(holding, spoken.length)}
          padding="none"
        >
          <PanelRows>
            {broken.map((invariant) => (
              <PanelRow
                key={invariant.id}
                lead={<StateGlyph tone={invariant.verdict === 'violated' ? 'failed' : 'unknown'} />}
                title={
                  <Link
                    to="/p/$project/invariants"
                    params={{ project: request.project }}
                    search={{ rule: invariant.id }}
                    className={styles.link}
                  >
                    <SafeText text={titleOf(invariant)} />
                  </Link>
                }
                note={<ReasonText reason={invariant.reason} />}
                end={
                  invariant.counterexamples.length > 0 &&
                  words.counterexamples(invariant.counterexamples.length)
                }
              />
            ))}
          </PanelRows>
          {broken.length === 0 && <p className={styles.nothing}>{words.allHold}</p>}
        </Panel>
      )}
      {findings.length > 0 && (
        <Panel title={words.findings} padding="none">
          <PanelRows>
            {findings.slice(0, MOST_FINDINGS).map((finding, index) => (
              <PanelRow
                // Findings have no ids of their own and are listed in one fixed order.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                key={index}
                lead={<StateGlyph tone="contradicted" />}
                title={<ReasonText reason={finding.reason} />}
                note={
                  finding.items.length > 0 && (
                    <>
                      {words.sayAbout}{' '}
                      {finding.items.slice(0, MOST_ITEMS).map((item) => (
                        <ItemLink key={item} item={item} className={styles.inline}>
                          <CodeRef code={item} />
                        </ItemLink>
                      ))}
                      {finding.items.length > MOST_ITEMS &&
                        words.moreItems(finding.items.length - MOST_ITEMS, forms)}
                    </>
                  )
                }
              />
            ))}
          </PanelRows>
          {more > 0 && <p className={styles.nothing}>{words.moreFindings(more)}</p>}
        </Panel>
      )}
      <Panel title={words.confidence}>
        <p className={styles.sure}>
          {passes === 0
            ? words.confidenceNone
            : words.confidenceText(passes, verified, independent)}
        </p>
        {answers.progress.map(({ label, done, of }) => (
          <Meter
            key={label}
            label={label}
            value={done}
            max={of}
            valueText={words.progressText(done, of)}
          />
        ))}
      </Panel>
    </PanelGrid>
  );
}
