import type { BuiltInRule } from '../../model/gate.ts';

export type RuleTitles = Readonly<Record<BuiltInRule, string>>;

/** The rules that the engine always checks; a plan that states one itself gives it its own title. */
export const en: RuleTitles = {
  'complete-needs-evidence': 'What is complete has evidence',
  'complete-after-dependencies': 'Nothing is complete before what it depends on',
  'earlier-phase-blocks-later': 'No later phase advances while an earlier one has an open blocker',
  'guarded-close-needs-gate': 'Guarded items close only with their gate passed',
  'step-needs-own-authorisation': 'No step is carried out without its own authorisation',
  'one-authorisation-one-step': 'One authorisation covers one step',
  're-verified-between-steps': 'Between two steps everything was verified again',
  'advisory-authorises-nothing': 'Advice authorises nothing',
  'attempts-within-limit': 'Attempts stay within their limit',
  'forbidden-effects-absent': 'Forbidden effects are absent',
  'recorded-equals-recomputed': 'Recorded verdicts equal recomputed ones',
  'one-name-one-thing': 'A name or number means one thing',
  'referenced-file-is-delivered': 'Files that are referred to are delivered',
  'stated-counts-agree': 'Stated counts agree with what is listed',
  'stated-numbers-agree': 'Numbers stated twice agree',
};
