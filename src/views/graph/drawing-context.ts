import { createContext, useContext } from 'react';
import type { Focus } from './focus.ts';
import type { NodeFace } from './node-face.ts';
import type { NodeMark } from './node-mark.ts';

/** What the nodes of one drawing share; kept out of their data, so that a state is no relayout. */
export interface DrawingState {
  readonly faces: ReadonlyMap<string, NodeFace>;
  readonly selected: string | undefined;
  /** The match that the search shows. */
  readonly found: string | undefined;
  /** The one node that the Tab key reaches. */
  readonly active: string | undefined;
  /** Ids that a filter lets through; `undefined`: all. */
  readonly matching: ReadonlySet<string> | undefined;
  readonly focus: Focus | undefined;
  /** What a scenario or a comparison says of nodes; the state in the face stays as it is. */
  readonly marks: ReadonlyMap<string, NodeMark> | undefined;
  /** What the node waits for, for its accessible name. */
  readonly waitsFor: (id: string) => readonly string[];
  readonly onSelect: (id: string) => void;
  /** The keyboard came to stand on it. */
  readonly onActive: (id: string) => void;
  /** Opens or closes a group. */
  readonly onToggle: (id: string) => void;
  readonly register: (id: string, element: HTMLElement | null) => void;
}

const DrawingContext = createContext<DrawingState | undefined>(undefined);

export const DrawingProvider = DrawingContext.Provider;

/** @throws outside a drawing, which is a fault of the program. */
export function useDrawing(): DrawingState {
  const state = useContext(DrawingContext);
  if (state === undefined) throw new Error('A node stands outside a drawing.');
  return state;
}

/** Whether something else is in focus, or a filter leaves the node out. */
export function isFaded(state: Pick<DrawingState, 'matching' | 'focus'>, id: string): boolean {
  if (state.focus !== undefined && !state.focus.items.has(id)) return true;
  return state.matching !== undefined && !state.matching.has(id);
}
