import { FlaskConical } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Assumption } from '../../../gates/assumptions.ts';
import type { GateId } from '../../../model/ids.ts';
import { conditionId } from '../../../model/ids.ts';
import { conditionTone, gateTone } from '../../../parts/tones.ts';
import { useStateWords } from '../../../parts/wording/states.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { MenuOnDemand } from '../../../ui/on-demand.tsx';
import type { StateTone } from '../../../ui/state.ts';
import { StateBadge } from '../../../ui/state-glyph.tsx';
import { conditionVerdicts, gateVerdicts } from './assumption-link.ts';
import styles from './scenario.module.css';
import { assumedOf, useScenario } from './scenario-context.ts';
import { useAssumptionText, useScenarioWords } from './words.ts';

const COMPUTED = 'computed';

interface Choice {
  readonly verdict: string;
  readonly tone: StateTone;
  readonly word: string;
  readonly assumption: Assumption;
}

/** Assumes a verdict of a gate, or takes that back. */
export function AssumeGate({ gate }: { readonly gate: GateId }): ReactNode {
  const states = useStateWords();
  return (
    <AssumeMenu
      what={gate}
      choices={gateVerdicts.map((verdict) => ({
        verdict,
        tone: gateTone[verdict],
        word: states.gate[verdict],
        assumption: { kind: 'gate', gate, verdict },
      }))}
    />
  );
}

/** Assumes a verdict of a condition, or takes that back. */
export function AssumeCondition({
  gate,
  condition,
  title,
}: {
  readonly gate: GateId;
  readonly condition: string;
  readonly title: string;
}): ReactNode {
  const states = useStateWords();
  return (
    <AssumeMenu
      what={title}
      choices={conditionVerdicts.map((verdict) => ({
        verdict,
        tone: conditionTone[verdict],
        word: states.condition[verdict],
        assumption: { kind: 'condition', gate, condition: conditionId(condition), verdict },
      }))}
    />
  );
}

function AssumeMenu({
  what,
  choices,
}: {
  readonly what: string;
  readonly choices: readonly Choice[];
}): ReactNode {
  const words = useScenarioWords();
  const { assumptions, assume, drop } = useScenario();
  const first = choices[0]?.assumption;
  const assumed = first && assumedOf(assumptions, first);
  const chosen = choices.find(({ assumption }) => isSame(assumption, assumed));
  const seen = chosen === undefined ? words.assume : words.assumed(chosen.word);
  return (
    <MenuOnDemand
      align="end"
      trigger={
        <Button
          size="small"
          className={styles.assume}
          icon={<Icon of={FlaskConical} size={14} />}
          aria-label={words.assumeOf(seen, what)}
          aria-pressed={chosen !== undefined}
        >
          {seen}
        </Button>
      }
      entries={[
        {
          kind: 'choice',
          id: 'verdict',
          options: [
            { value: COMPUTED, label: words.takeBack },
            ...choices.map(({ verdict, tone, word }) => ({
              value: verdict,
              label: <StateBadge tone={tone} word={word} look="plain" />,
            })),
          ],
          value: chosen?.verdict ?? COMPUTED,
          onChange: (value) => {
            const next = choices.find(({ verdict }) => verdict === value);
            if (next !== undefined) assume([next.assumption]);
            else if (assumed !== undefined) drop(assumed);
          },
        },
      ]}
    />
  );
}

function isSame(one: Assumption, other: Assumption | undefined): boolean {
  return (
    other !== undefined &&
    'verdict' in one &&
    'verdict' in other &&
    one.kind === other.kind &&
    one.verdict === other.verdict
  );
}

/** Assumes that an item is complete, and that again as a toggle; says which. */
export function AssumeComplete({
  item,
}: {
  readonly item: Assumption & { kind: 'item' };
}): ReactNode {
  const words = useScenarioWords();
  const textOf = useAssumptionText();
  const { assumptions, assume, drop } = useScenario();
  const isAssumed = assumedOf(assumptions, item) !== undefined;
  return (
    <Button
      size="small"
      icon={<Icon of={FlaskConical} size={14} />}
      aria-pressed={isAssumed}
      onClick={() => (isAssumed ? drop(item) : assume([item]))}
    >
      {isAssumed ? words.remove(textOf(item)) : words.assumeComplete(item.item)}
    </Button>
  );
}
