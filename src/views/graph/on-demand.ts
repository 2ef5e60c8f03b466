import { lazy } from 'react';
import type { DrawnRows } from '../../queries/session-types.ts';
import { type DrawnPlan, lookSteps } from './judged-drawing.ts';

/*
 * What the first picture of the page does without. Each is fetched when it is wanted, or in a quiet
 * moment after that picture, whichever comes first.
 */

export const loadInspector = () =>
  import('./inspector.tsx').then((module) => ({ default: module.Inspector }));
export const Inspector = lazy(loadInspector);

const loadSheet = () => import('../../ui/dialog.tsx').then((module) => ({ default: module.Sheet }));
export const Sheet = lazy(loadSheet);

const loadItemTable = () =>
  import('./item-table.tsx').then((module) => ({ default: module.ItemTable }));
export const ItemTable = lazy(loadItemTable);

const loadFocusBar = () =>
  import('./focus-bar.tsx').then((module) => ({ default: module.FocusBar }));
export const FocusBar = lazy(loadFocusBar);

const loadScenarioBar = () =>
  import('./scenario/scenario-bar.tsx').then((module) => ({ default: module.ScenarioBar }));
export const ScenarioBar = lazy(loadScenarioBar);

const loadCompareBar = () =>
  import('./compare/compare-bar.tsx').then((module) => ({ default: module.CompareBar }));
export const CompareBar = lazy(loadCompareBar);

export const loadCompareMenu = () =>
  import('./compare/compare-menu.tsx').then((module) => ({ default: module.CompareMenu }));
export const CompareMenu = lazy(loadCompareMenu);

export const loadScenarioMenu = () =>
  import('./scenario/scenario-menu.tsx').then((module) => ({ default: module.ScenarioMenu }));
export const ScenarioMenu = lazy(loadScenarioMenu);

export const loadExportMenu = () =>
  import('./export/export-menu.tsx').then((module) => ({ default: module.ExportMenu }));
export const ExportMenu = lazy(loadExportMenu);

// Only a large plan is painted. Its steps are kept apart: they are wanted outside of any rendering.
let scenes: typeof import('./judged-scene.ts') | undefined;
const loadCanvasLayer = () =>
  import('./canvas-layer.tsx').then((module) => ({ default: module.CanvasLayer }));
export const CanvasLayer = lazy(loadCanvasLayer);

/** Fetches what paints a large plan, as soon as it is known to be one. Never rejects. */
export async function fetchCanvas(): Promise<void> {
  try {
    const [found] = await Promise.all([import('./judged-scene.ts'), loadCanvasLayer()]);
    scenes = found;
  } catch {
    // Asked for again when there is something to paint.
  }
}

/** The steps in which a large drawing is made ready; without its painting, while that has not come. */
export function canvasSteps(
  plan: DrawnPlan,
  rows: DrawnRows | undefined,
  selected: string | undefined,
): Iterable<() => void> {
  return scenes?.judgedSteps(plan, rows, selected) ?? lookSteps(plan, rows);
}

const loadOpenNodeMenu = () =>
  import('./open-node-menu.tsx').then((module) => ({ default: module.OpenNodeMenu }));
export const OpenNodeMenu = lazy(loadOpenNodeMenu);

const loadMinimap = () => import('./minimap.tsx').then((module) => ({ default: module.Minimap }));
export const Minimap = lazy(loadMinimap);

export const NothingToDraw = lazy(() =>
  import('./trouble.tsx').then((module) => ({ default: module.NothingToDraw })),
);
export const LayoutTrouble = lazy(() =>
  import('./trouble.tsx').then((module) => ({ default: module.LayoutTrouble })),
);

/** Fetches all of it, so that nobody who presses something waits for it. */
export function fetchTheRest(): void {
  const loads = [
    loadInspector,
    loadFocusBar,
    loadOpenNodeMenu,
    loadMinimap,
    loadScenarioMenu,
    loadCompareMenu,
    loadExportMenu,
    loadScenarioBar,
    loadCompareBar,
    loadItemTable,
    loadSheet,
  ];
  // What cannot be fetched now is asked for again when it is wanted.
  for (const load of loads) load().catch(() => undefined);
}
