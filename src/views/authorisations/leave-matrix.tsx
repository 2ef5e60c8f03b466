import type { ReactNode } from 'react';
import type {
  AuthorisationsAnswer,
  LeaveCell,
  RuleLeaves,
  StepLeaves,
} from '../../derive/authorisations.ts';
import type { Permission, Readiness } from '../../gates/types.ts';
import type { Role } from '../../model/plan.ts';
import { GateLink } from '../../parts/links.tsx';
import { conditionTone } from '../../parts/tones.ts';
import { useReasonText } from '../../parts/wording/reasons/reasons.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import type { StateTone } from '../../ui/state.ts';
import { StateBadge, StateGlyph } from '../../ui/state-glyph.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { HeadCell, WideTable } from '../../ui/wide-table.tsx';
import styles from './leave-matrix.module.css';
import { useAuthorisationsWords } from './words/use-authorisations-words.ts';

export const permissionTone: Readonly<Record<Permission, StateTone>> = {
  authorised: 'passed',
  'not-authorised': 'missing',
  expired: 'stale',
  forbidden: 'stopped',
  'not-required': 'not-reached',
};

export const readinessTone: Readonly<Record<Readiness, StateTone>> = {
  proven: 'passed',
  failing: 'failed',
  unproven: 'missing',
  'not-required': 'not-reached',
};

/** Steps × rules. A cell says how the leave stands and leads to the condition that asks for it. */
export function LeaveMatrix({
  answer,
  chosen,
  onChoose,
}: {
  readonly answer: AuthorisationsAnswer;
  readonly chosen: string | undefined;
  readonly onChoose: (step: string) => void;
}): ReactNode {
  const words = useAuthorisationsWords();
  const rules = answer.rules.filter(({ required }) => required > 0);
  return (
    <div className={styles.section}>
      <h2 className={styles.title}>{words.matrix}</h2>
      <p className={styles.hint}>{words.matrixHint}</p>
      <WideTable
        label={words.matrix}
        least={320 + 130 * (rules.length + 1)}
        framed
        pinned
        head={
          <>
            <HeadCell>{words.step}</HeadCell>
            <HeadCell>{words.ready}</HeadCell>
            <HeadCell>{words.allowed}</HeadCell>
            {rules.map((entry) => (
              <RuleHeader key={entry.rule.id} entry={entry} roles={answer.roles} />
            ))}
          </>
        }
      >
        {answer.steps.map((step) => (
          <StepRow
            key={step.item}
            step={step}
            rules={rules}
            chosen={step.item === chosen}
            onChoose={onChoose}
          />
        ))}
      </WideTable>
    </div>
  );
}

function RuleHeader({
  entry: { rule },
  roles,
}: {
  readonly entry: RuleLeaves;
  readonly roles: readonly Role[];
}): ReactNode {
  const words = useAuthorisationsWords();
  const wanted = new Set(
    rule.definitions.flatMap(({ demands }) => demands.map((demand) => demand.role)),
  );
  const titles = [...wanted].map((id) => roles.find((role) => role.id === id)?.title ?? id);
  return (
    <HeadCell title={rule.title}>
      <CodeRef code={rule.id} id strong />
      <span className={styles.role}>
        <SafeText text={words.by(titles.join(', '))} />
      </span>
    </HeadCell>
  );
}

function StepRow({
  step,
  rules,
  chosen,
  onChoose,
}: {
  readonly step: StepLeaves;
  readonly rules: readonly RuleLeaves[];
  readonly chosen: boolean;
  readonly onChoose: (step: string) => void;
}): ReactNode {
  const states = useStateWords();
  return (
    <tr className={styles.row} data-chosen={chosen}>
      <th scope="row" className={styles.name}>
        <button
          type="button"
          className={styles.step}
          aria-pressed={chosen}
          onClick={() => onChoose(step.item)}
        >
          <CodeRef code={step.item} id strong />
          <span className={styles.stepTitle}>
            <SafeText text={step.title} />
          </span>
        </button>
      </th>
      <td>
        <StateBadge
          tone={readinessTone[step.readiness]}
          word={states.readiness[step.readiness]}
          look="plain"
        />
      </td>
      <td>
        <StateBadge
          tone={permissionTone[step.permission]}
          word={states.permission[step.permission]}
          look="plain"
        />
      </td>
      {rules.map(({ rule }) => (
        <Cell key={rule.id} cell={step.cells.find((cell) => cell.rule === rule.id)} />
      ))}
    </tr>
  );
}

function Cell({ cell }: { readonly cell: LeaveCell | undefined }): ReactNode {
  const words = useAuthorisationsWords();
  const reasonText = useReasonText();
  if (cell === undefined) {
    return (
      <td className={styles.none}>
        <span aria-hidden>·</span>
        <VisuallyHidden>{words.notRequired}</VisuallyHidden>
      </td>
    );
  }
  return (
    <td title={reasonText(cell.reason)}>
      <GateLink gate={cell.gate} condition={cell.condition} className={styles.cell}>
        <StateGlyph tone={conditionTone[cell.verdict]} size={14} />
        {words.state[cell.state]}
      </GateLink>
    </td>
  );
}
