import { createContext, useContext } from 'react';
import { connectLayout, type LayoutEngine } from '../../queries/layout.ts';

const LayoutContext = createContext<LayoutEngine | undefined>(undefined);

/** Gives another engine to what is below; tests lay out without a worker. */
export const LayoutEngineProvider = LayoutContext.Provider;

let shared: LayoutEngine | undefined;

/** The engine that arranges graphs; its worker starts with the first graph. */
export function useLayoutEngine(): LayoutEngine {
  const given = useContext(LayoutContext);
  if (given !== undefined) return given;
  shared ??= connectLayout();
  return shared;
}
