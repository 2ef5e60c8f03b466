import type { Scenario } from '../../../derive/scenario.ts';
import type { EdgeStatus, GateRow } from '../../../derive/types.ts';
import type { NodeMark } from '../node-mark.ts';
import { edgeKey } from '../plan-graph.ts';

/**
 * What a scenario says of nodes: what was assumed of them or of a gate of theirs, whether they would be
 * released or begin to wait, and every other state that would turn. The first of these counts.
 */
export function scenarioMarks(
  scenario: Scenario,
  gates: readonly Pick<GateRow, 'id' | 'guards'>[],
): ReadonlyMap<string, NodeMark> {
  const states = new Map<string, NodeMark['state']>(
    scenario.items.map(({ id, after }) => [id, after]),
  );
  const marks = new Map<string, NodeMark>();
  const mark = (id: string, kind: NodeMark['kind']): void => {
    if (!marks.has(id)) marks.set(id, { kind, state: states.get(id) });
  };
  const guarded = new Map<string, GateRow['guards']>(gates.map(({ id, guards }) => [id, guards]));
  for (const { assumption, known } of scenario.assumptions) {
    if (!known) continue;
    if (assumption.kind === 'item') mark(assumption.item, 'assumed');
    else if (assumption.kind !== 'stop') {
      for (const { item } of guarded.get(assumption.gate) ?? []) mark(item, 'assumed');
    }
  }
  for (const id of scenario.released) mark(id, 'released');
  for (const id of scenario.caught) mark(id, 'caught');
  for (const id of states.keys()) mark(id, 'turned');
  return marks;
}

/** How the dependencies that would turn would stand, by the key of their edge. */
export function supposedEdges(scenario: Scenario): ReadonlyMap<string, EdgeStatus> {
  return new Map(scenario.edges.map(({ item, on, status }) => [edgeKey(item, on), status]));
}
