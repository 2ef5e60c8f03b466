import type { ReactNode } from 'react';

/** A wave that passes a gate. Ornament: the name stands beside it. */
export function Logo(): ReactNode {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" fill="none" aria-hidden="true">
      <path
        d="M1.5 11.5c2 0 2-5 4-5s2 7 4 7 2-9 4-9 2 7 5 7"
        stroke="var(--accent)"
        strokeWidth="1.75"
        strokeLinecap="round"
      />
      <path d="M10 2v16" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
    </svg>
  );
}
