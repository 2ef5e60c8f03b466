import type { DrawnRows } from '../../queries/session-types.ts';
import { sceneOf } from './canvas-scene.ts';
import { type DrawnPlan, judgedDrawing, lookSteps } from './judged-drawing.ts';
import { makePaths, type Scene } from './paint.ts';

/** The steps in which a painting is made ready for new verdicts, or for none; as {@link lookSteps}. */
export function* judgedSteps(
  plan: DrawnPlan,
  rows: DrawnRows | undefined,
  selected: string | undefined,
): Generator<() => void, void> {
  yield* lookSteps(plan, rows);
  const batches = () => plainScene(plan, rows, selected).edges;
  yield batches;
  yield () => makePaths(batches());
}

/** What the canvas paints of it, while nothing is filtered, lit or marked. */
export function plainScene(
  plan: DrawnPlan,
  rows: DrawnRows | undefined,
  selected: string | undefined,
): Scene {
  const { faces, edges } = judgedDrawing(plan, rows);
  return sceneOf(plan.layout, faces, edges, {
    selected,
    matching: undefined,
    focus: undefined,
    marks: undefined,
  });
}
