import { createContext, useContext } from 'react';
import { connectLayout, type LayoutEngine } from '../../queries/layout.ts';
import { ownScriptUrl } from '../../queries/script-url.ts';
import layoutWorkerUrl from './layout-worker.ts?worker&url';

const LayoutContext = createContext<LayoutEngine | undefined>(undefined);

/** Gives another engine to what is below; tests lay out without a worker. */
export const LayoutEngineProvider = LayoutContext.Provider;

let shared: LayoutEngine | undefined;

/** The engine that arranges graphs; its worker starts with the first graph. */
export function layoutEngine(): LayoutEngine {
  shared ??= connectLayout(
    () => new Worker(ownScriptUrl(layoutWorkerUrl), { type: 'module', name: 'wavegate-layout' }),
  );
  return shared;
}

/** {@link layoutEngine}, unless another one is given. */
export function useLayoutEngine(): LayoutEngine {
  return useContext(LayoutContext) ?? layoutEngine();
}
