import type { SourceRef } from '../../../src/model/common.ts';
import {
  type AuthorisationRuleId,
  authorisationRuleId,
  type ItemId,
  itemId,
  roleId,
} from '../../../src/model/ids.ts';

/** The folder of the handoff and the handoff itself, by the path that its last line states. */
export const HANDOFF_FOLDER =
  'knowledge/dev/reports/architecture/one-roof-governance-technical-addendum-and-implementation-index-2026-06-01';
export const HANDOFF = `${HANDOFF_FOLDER}/89-final-build-handoff-and-stop-conditions.md`;

/** A place in the handoff's text; `raw` keeps a token as written when it was interpreted. */
export function at(line: number, raw?: string): SourceRef {
  return { path: HANDOFF, line, ...(raw === undefined ? {} : { raw }) };
}

/** The ten numbered steps of the handoff. */
export const STEP_NUMBERS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type StepNumber = (typeof STEP_NUMBERS)[number];

export function step(number: StepNumber): ItemId {
  return itemId(`step-${number}`);
}

/** The step that the addendum puts in front, also under the number STEP 0. */
export const BOOTSTRAP = itemId('sb-0');
export const DRY_RUN = itemId('step-8-dry-run');
export const BACKFILL_COMMIT = itemId('step-8-commit');
export const ACTIVATION = itemId('ruleset-activation');
export const INPUT_TRUST = itemId('input-trust');

export const SOVEREIGN = roleId('sovereign');
export const COUNCIL = roleId('council');
export const ADVISER = roleId('gpt');
export const BUILDER = roleId('build-agent');

export const RATIFICATION: AuthorisationRuleId = authorisationRuleId('SB-0-RATIFICATION');

export function rule(id: string): AuthorisationRuleId {
  return authorisationRuleId(id);
}

/** The steps that a commit carries out, so that a rehearsal and a rollback are owed for each. */
export const COMMITTED: readonly ItemId[] = [
  BOOTSTRAP,
  step(1),
  step(2),
  step(3),
  step(4),
  step(5),
  step(6),
  step(7),
];
