import type { ReactNode } from 'react';
import type { Reason } from '../gates/types.ts';
import { SafeText } from '../ui/safe-text.tsx';
import { useReasonText } from './wording/reasons/reasons.ts';

/** The reason of a verdict as a sentence. */
export function ReasonText({ reason }: { readonly reason: Reason }): ReactNode {
  return <SafeText text={useReasonText()(reason)} />;
}
