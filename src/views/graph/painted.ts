import { createContext, useContext } from 'react';

const PaintedContext = createContext<() => void>(() => undefined);

/** Who is told that the canvas of the drawing has its first picture. */
export const PaintedProvider = PaintedContext.Provider;

/** To be called after a painting that shows the drawing in its place; again does no harm. */
export function usePainted(): () => void {
  return useContext(PaintedContext);
}
