import { FlaskConical, X } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { subjectKey } from '../../../derive/assumption-key.ts';
import type { AssumedRow, Scenario } from '../../../derive/scenario.ts';
import type { Assumption } from '../../../gates/assumptions.ts';
import type { PluralForms } from '../../../lib/format/list.ts';
import { useStateWords } from '../../../parts/wording/states.ts';
import type { StateWords } from '../../../parts/wording/states-en.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useAnnounce } from '../../../ui/live-region.tsx';
import { PopoverOnDemand } from '../../../ui/on-demand.tsx';
import { SafeText } from '../../../ui/safe-text.tsx';
import { useFormat } from '../../../ui/wording/use-format.ts';
import { type NodeMark, scenarioMarks } from '../node-mark.ts';
import { MarkGlyph } from '../node-mark-chip.tsx';
import { useGraphWords } from '../words.tsx';
import styles from './scenario.module.css';
import { useScenario } from './scenario-context.ts';
import type { ScenarioWords } from './words/en.ts';
import { useAssumptionText, useScenarioWords } from './words.ts';

/** More assumptions than these wait behind a button. */
const MOST_CHIPS = 4;
const MOST_NAMES = 5;

/**
 * Says that what is marked below is a scenario and no record, what would follow from it, and what it
 * assumes. Stands above the graph and its table twin alike; nothing without assumptions.
 */
export function ScenarioBar({
  forms,
  marks,
}: {
  readonly forms: PluralForms;
  /** What is marked below, for the legend. */
  readonly marks: ReadonlyMap<string, NodeMark> | undefined;
}): ReactNode {
  const words = useScenarioWords();
  const format = useFormat();
  const announce = useAnnounce();
  const { assumptions, scenario, error, retry, clear } = useScenario();
  const says =
    assumptions.length === 0
      ? undefined
      : error !== null
        ? words.failed
        : scenario === undefined
          ? words.thinking
          : consequence(scenario, (items) => format.count(items, forms), words);
  useEffect(() => {
    if (says !== undefined) announce(`${words.notRecorded} ${says}`);
  }, [says, announce, words]);
  if (says === undefined) return null;
  const rows: readonly AssumedRow[] =
    scenario?.assumptions ??
    assumptions.map((assumption) => ({ assumption, known: true, idle: false }));
  const rest = rows.slice(MOST_CHIPS);
  return (
    <section className={styles.bar} aria-label={words.scenario}>
      <p className={styles.says}>
        <Icon of={FlaskConical} />
        <span>
          <strong>{words.notRecorded}</strong> <SafeText text={says} />
        </span>
      </p>
      {marks !== undefined && marks.size > 0 && <Legend marks={marks} />}
      <div className={styles.line}>
        <ul className={styles.chips} aria-label={words.list}>
          {rows.slice(0, MOST_CHIPS).map((row) => (
            <Chip key={subjectKey(row.assumption)} row={row} />
          ))}
        </ul>
        {rest.length > 0 && (
          <PopoverOnDemand
            trigger={<Button size="small">{words.more(rest.length)}</Button>}
            title={words.list}
          >
            <ul className={styles.stack}>
              {rest.map((row) => (
                <Chip key={subjectKey(row.assumption)} row={row} />
              ))}
            </ul>
          </PopoverOnDemand>
        )}
        {error !== null && (
          <Button size="small" onClick={retry}>
            {words.retry}
          </Button>
        )}
        <Button size="small" onClick={clear}>
          {words.clear}
        </Button>
      </div>
    </section>
  );
}

function Legend({ marks }: { readonly marks: ReadonlyMap<string, NodeMark> }): ReactNode {
  const words = useScenarioWords();
  const { mark } = useGraphWords();
  const used = new Set([...marks.values()].map(({ kind }) => kind));
  return (
    <ul className={styles.legend} aria-label={words.legend}>
      {scenarioMarks
        .filter((kind) => used.has(kind))
        .map((kind) => (
          <li key={kind} className={styles.entry}>
            <MarkGlyph kind={kind} />
            {mark[kind]}
          </li>
        ))}
    </ul>
  );
}

function Chip({ row }: { readonly row: AssumedRow }): ReactNode {
  const words = useScenarioWords();
  const states = useStateWords();
  const textOf = useAssumptionText();
  const { drop } = useScenario();
  const { assumption, known, idle, real, title } = row;
  const text = textOf(assumption);
  const really = real === undefined ? undefined : realWord(assumption.kind, real, states);
  const note = !known
    ? words.unknown
    : idle
      ? words.idle
      : really === undefined
        ? undefined
        : words.really(really);
  return (
    <li className={styles.chip} data-known={known} title={title}>
      <SafeText text={text} />
      {note !== undefined && <span className={styles.note}>{note}</span>}
      <IconButton
        label={words.remove(text)}
        size="small"
        icon={<Icon of={X} size={14} />}
        onClick={() => drop(assumption)}
      />
    </li>
  );
}

/** Gates, conditions and items have words of their own for what they are called alike. */
function realWord(
  kind: Assumption['kind'],
  real: NonNullable<AssumedRow['real']>,
  states: StateWords,
): string | undefined {
  const all: Readonly<Record<string, string>> =
    kind === 'item' ? states.item : kind === 'gate' ? states.gate : states.condition;
  return all[real];
}

/** What would follow, most telling first. */
export function consequence(
  scenario: Scenario,
  count: (items: number) => string,
  words: ScenarioWords,
): string {
  const { released, caught, startable, items } = scenario;
  if (items.length === 0) return words.nothing;
  const parts: string[] = [];
  if (released.length > 0) parts.push(words.released(count(released.length)));
  if (startable.length > 0) {
    const names = startable.slice(0, MOST_NAMES);
    parts.push(words.startable(names, startable.length - names.length));
  }
  if (caught.length > 0) parts.push(words.caught(count(caught.length)));
  if (parts.length === 0) parts.push(words.turned(count(items.length)));
  return parts.join(' ');
}
