import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export interface IconProps {
  /** An icon of lucide-react. */
  readonly of: LucideIcon;
  /** Side in CSS pixels; 16 unless told. */
  readonly size?: number;
  readonly className?: string | undefined;
}

/** An ornamental icon at the one size and stroke of the app. The words beside it say the meaning. */
export function Icon({ of: Drawing, size = 16, className }: IconProps): ReactNode {
  return <Drawing size={size} strokeWidth={1.75} aria-hidden className={className} />;
}
