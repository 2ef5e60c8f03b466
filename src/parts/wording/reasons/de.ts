import type { ReasonCode } from '../../../gates/reason-codes.ts';
import { evidenceReasons } from './de-evidence.ts';
import { governanceReasons } from './de-governance.ts';
import { measureReasons } from './de-measures.ts';
import { planReasons } from './de-plan.ts';
import type { Sentences } from './help.ts';

/** Every reason of the engine in German. */
export const de: Sentences<ReasonCode> = {
  ...evidenceReasons,
  ...measureReasons,
  ...governanceReasons,
  ...planReasons,
};
