import type { Assumption } from '../gates/assumptions.ts';
import type { ConditionVerdict, GateVerdict, ItemState } from '../gates/types.ts';
import type { ItemId } from '../model/ids.ts';
import { subjectKey } from './assumption-key.ts';
import { findCondition } from './cause-book.ts';
import type { DeriveContext } from './context.ts';
import type { EvaluationDiff } from './diff-types.ts';
import { edgeRows } from './rows.ts';
import type { EdgeRow } from './types.ts';
import { whatIf } from './what-if.ts';

/** An assumption beside what is really so. */
export interface AssumedRow {
  readonly assumption: Assumption;
  /** The plan has what it names; without, it changes nothing. */
  readonly known: boolean;
  readonly title?: string;
  /** What was computed without it; absent for a stop, and where nothing is known. */
  readonly real?: ConditionVerdict | GateVerdict | ItemState;
  /** It says what is so already. */
  readonly idle: boolean;
}

/** A plan under assumptions, as differences from what was computed. Nothing of it is recorded. */
export interface Scenario {
  /** In the order in which they were asked, one for each subject. */
  readonly assumptions: readonly AssumedRow[];
  /** Items that would wait no longer, and those that would begin to wait, in plan order. */
  readonly released: readonly ItemId[];
  readonly caught: readonly ItemId[];
  /** Items that could then start, or be under way, and cannot now. */
  readonly startable: readonly ItemId[];
  readonly items: EvaluationDiff['items'];
  readonly gates: EvaluationDiff['gates'];
  /** Dependencies that would stand otherwise. */
  readonly edges: readonly Pick<EdgeRow, 'item' | 'on' | 'status'>[];
}

/**
 * Judges the plan under assumptions. Of two for one subject the later counts; what names nothing in
 * this plan is said to be unknown and changes nothing.
 */
export function scenarioOf(context: DeriveContext, assumptions: readonly Assumption[]): Scenario {
  const rows = [
    ...new Map(
      assumptions.map((assumption) => [subjectKey(assumption), assumedRow(context, assumption)]),
    ).values(),
  ];
  const answer = whatIf(
    context,
    rows.filter(({ known }) => known).map(({ assumption }) => assumption),
  );
  const before = edgeRows(context);
  return {
    assumptions: rows,
    released: answer.released,
    caught: answer.caught,
    startable: answer.diff.items.filter(({ after }) => after === 'ready').map(({ id }) => id),
    items: answer.diff.items,
    gates: answer.diff.gates,
    edges: edgeRows(answer.context).flatMap(({ item, on, status }, at) =>
      before[at]?.status === status ? [] : { item, on, status },
    ),
  };
}

function assumedRow(context: DeriveContext, assumption: Assumption): AssumedRow {
  const found = subjectOf(context, assumption);
  const assumed = assumption.kind === 'item' ? 'complete' : verdictOf(assumption);
  return {
    assumption,
    known: found !== undefined,
    ...found,
    idle: found?.real !== undefined && found.real === assumed,
  };
}

function verdictOf(assumption: Assumption): ConditionVerdict | GateVerdict | undefined {
  return 'verdict' in assumption ? assumption.verdict : undefined;
}

function subjectOf(
  { project, verdicts }: DeriveContext,
  assumption: Assumption,
): Pick<AssumedRow, 'title' | 'real'> | undefined {
  switch (assumption.kind) {
    case 'condition': {
      const found = findCondition({ project, verdicts }, assumption.gate, assumption.condition);
      return found && { title: found.title, real: found.verdict };
    }
    case 'gate': {
      const gate = project.index.gates.get(assumption.gate);
      const result = verdicts.gates.get(assumption.gate);
      return gate && { title: gate.title, ...(result && { real: result.verdict }) };
    }
    case 'item': {
      const item = project.index.items.get(assumption.item);
      const result = verdicts.items.get(assumption.item);
      return item && { title: item.title, ...(result && { real: result.state }) };
    }
    case 'stop': {
      const stop = project.stopConditions?.find(({ id }) => id === assumption.stop);
      return stop && { title: stop.title };
    }
  }
}
