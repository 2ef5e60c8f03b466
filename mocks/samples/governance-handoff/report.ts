import { evidenceId } from '../../../src/model/ids.ts';
import type { ReportRequirement } from '../../../src/model/plan.ts';
import { at } from './names.ts';

/** The fourteen fields that every step owes, in the order of the handoff's part 89.8. */
export const REPORT_FIELDS: readonly { readonly id: string; readonly title: string }[] = [
  { id: 'step', title: 'Step' },
  { id: 'authorisations', title: 'Authorisation records relied on' },
  { id: 'preCounts', title: 'Counts before' },
  { id: 'corrections', title: 'Corrections applied' },
  { id: 'rehearsal', title: 'Rehearsal: entry equals exit' },
  { id: 'dump', title: 'Where the dump lies' },
  { id: 'committed', title: 'Committed or not' },
  { id: 'postCounts', title: 'Counts after, and the difference' },
  { id: 'rollback', title: 'Rollback script on file' },
  { id: 'noHardcode', title: 'Nothing hard-coded, attested' },
  { id: 'noIsland', title: 'No island built, attested' },
  { id: 'eventsEmitted', title: 'Events emitted' },
  { id: 'lawUnchanged', title: 'Law, version and status unchanged, attested' },
  { id: 'stops', title: 'Stop conditions met with' },
];

export function reportOwed(evidence: readonly string[] = []): ReportRequirement {
  return {
    fields: REPORT_FIELDS.map((field) =>
      field.id === 'eventsEmitted'
        ? { ...field, note: 'Zero, unless the step is authorised to emit.' }
        : field,
    ),
    ...(evidence.length === 0 ? {} : { evidence: evidence.map(evidenceId) }),
    source: at(117),
  };
}
