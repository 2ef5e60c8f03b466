import { formatInstant, parseTimestamp } from '../lib/timestamp.ts';
import type { Evidence } from '../model/evidence.ts';
import type {
  AuthorisationDefinition,
  AuthorisationDemand,
  AuthorisationRecord,
  AuthorisationRule,
} from '../model/governance.ts';
import type { ItemId } from '../model/ids.ts';
import type { Role } from '../model/plan.ts';
import type { Project } from '../model/project-index.ts';
import { doubt, timeOf } from './admission.ts';
import { byCodeUnit, type JudgeContext } from './context.ts';
import { reason } from './reason-codes.ts';
import type { Reason } from './types.ts';

/** How a record stands before a demand. `against`: it, or what it once granted, was taken back. */
export type Standing = 'granted' | 'against' | 'unreadable' | 'expired' | 'rejected';

export interface Considered {
  readonly record: AuthorisationRecord;
  readonly standing: Standing;
  readonly why?: Reason;
}

export interface Question {
  readonly rule: AuthorisationRule;
  readonly definition: AuthorisationDefinition;
  readonly demand: AuthorisationDemand;
  readonly role: Role;
  readonly step: ItemId | undefined;
  /** When the grant must have been valid. Milliseconds. */
  readonly instant: number;
}

interface Dated {
  readonly record: AuthorisationRecord;
  readonly at: number;
}

/** Every record that could speak to the demand, in order of time, with how it stands. */
export function consider(context: JudgeContext, question: Question): readonly Considered[] {
  const { rule, demand, step } = question;
  const records: readonly AuthorisationRecord[] =
    rule.perStep && step !== undefined
      ? context.recordsFor(rule.id, step)
      : (context.project.index.records.get(rule.id) ?? []);
  const dated = records
    .map((record): Dated => ({ record, at: parseTimestamp(record.at) }))
    .filter(({ at }) => !(at > context.asOf))
    .sort((a, b) => a.at - b.at || byCodeUnit(a.record.id, b.record.id));
  const against = dated.filter(
    ({ record }) =>
      record.role === demand.role &&
      record.decision !== 'granted' &&
      // A decision about other steps says nothing of this one.
      (step === undefined || record.steps.length === 0 || record.steps.includes(step)),
  );
  const standing = new Map(
    dated
      .filter(({ record }) => record.decision === 'granted')
      .map((entry) => [entry, standingOf(context, question, entry, against)]),
  );
  return dated.flatMap((entry) => {
    const granted = standing.get(entry);
    if (granted !== undefined) return [granted];
    return against.includes(entry) && !isOvertaken(entry, standing)
      ? [{ record: entry.record, standing: 'against' as const, why: whyAgainst(entry.record) }]
      : [];
  });
}

function whyAgainst(record: AuthorisationRecord): Reason {
  return record.decision === 'refused'
    ? reason('authorisation-refused', { record: record.id })
    : reason('authorisation-withdrawn', { record: record.id });
}

/** The same person granted later what had been refused, in a way that can count at all. */
function isOvertaken({ record, at }: Dated, standing: ReadonlyMap<Dated, Considered>): boolean {
  for (const [later, { standing: found }] of standing) {
    const isBySame = later.record.role === record.role && later.record.person === record.person;
    if (isBySame && later.at > at && found !== 'rejected') return true;
  }
  return false;
}

function standingOf(
  context: JudgeContext,
  question: Question,
  { record, at }: Dated,
  against: readonly Dated[],
): Considered {
  const { instant } = question;
  const rejection = rejectionOf(context, question, record, at);
  if (rejection !== undefined) return { record, standing: 'rejected', why: rejection };
  const fault = faultOf(context, record, at);
  if (fault !== undefined) return { record, standing: 'unreadable', why: fault };
  const taken = against.find((entry) => !(entry.at < at) && concerns(entry.record, record));
  if (taken !== undefined) return { record, standing: 'against', why: whyAgainst(taken.record) };
  const support = supportOf(context, record);
  if (support !== undefined) return { record, standing: 'rejected', why: support };
  const end = endOf(record, question.demand, at);
  if (!(end > instant)) {
    const params = { record: record.id, at: formatInstant(end) };
    return { record, standing: 'expired', why: reason('authorisation-expired', params) };
  }
  return { record, standing: 'granted' };
}

/** A refusal without a name speaks for its role, and one with a name for that person. */
function concerns(against: AuthorisationRecord, grant: AuthorisationRecord): boolean {
  return (
    against.person === undefined || grant.person === undefined || against.person === grant.person
  );
}

function endOf(record: AuthorisationRecord, { validity }: AuthorisationDemand, at: number): number {
  const expires = record.expires === undefined ? MAX_TIME : parseTimestamp(record.expires);
  return Math.min(expires, validity === undefined ? MAX_TIME : at + validity * 1000, MAX_TIME);
}

/** The last instant that a date can name. */
const MAX_TIME = 8.64e15;

/** Why the record does not speak to the demand at all. */
function rejectionOf(
  context: JudgeContext,
  { rule, definition, demand, role, step, instant }: Question,
  record: AuthorisationRecord,
  at: number,
): Reason | undefined {
  const params = { record: record.id };
  if (isAdvisory(context.project, record)) {
    return reason('authorisation-advisory-only', { ...params, role: demand.role });
  }
  if (record.role !== demand.role) {
    const given = { ...params, role: demand.role, given: record.role };
    return reason('authorisation-other-role', given);
  }
  if (record.scope !== 'commit') return reason('authorisation-rehearsal-only', params);
  const steps = new Set(record.steps);
  if (steps.size > 1) {
    return reason('authorisation-covers-several', { ...params, steps: steps.size });
  }
  const named = [...steps][0];
  if ((named !== undefined || rule.perStep) && named !== step) {
    return reason('authorisation-other-step', params);
  }
  if (demand.forms !== undefined && !demand.forms.includes(record.form)) {
    return reason('authorisation-form', { ...params, form: record.form });
  }
  const { holders } = role;
  if (holders !== undefined && (record.person === undefined || !holders.includes(record.person))) {
    return reason('authorisation-not-holder', { ...params, person: record.person ?? null });
  }
  const isOfOther =
    record.definition === undefined
      ? at < parseTimestamp(definition.from)
      : record.definition !== definition.id;
  if (isOfOther || at > instant) {
    return reason('authorisation-superseded', { ...params, definition: definition.id });
  }
  return undefined;
}

/** Said by an adviser, or in an advisory role. */
export function isAdvisory({ index }: Project, record: AuthorisationRecord): boolean {
  return record.advisory === true || index.roles.get(record.role)?.advisory === true;
}

function faultOf(
  context: JudgeContext,
  record: AuthorisationRecord,
  at: number,
): Reason | undefined {
  if (context.distrusted.has(record.id)) return reason('reading-problem', { id: record.id });
  const isUnreadable =
    Number.isNaN(at) ||
    (record.expires !== undefined && Number.isNaN(parseTimestamp(record.expires)));
  if (isUnreadable) return reason('authorisation-record-unreadable', { record: record.id });
  for (const id of record.evidence ?? []) {
    const evidence = context.project.index.evidence.get(id);
    const objection = evidence === undefined ? undefined : doubt(context, evidence);
    if (objection !== undefined) return objection.reason;
  }
  return undefined;
}

/** What a record refers to must be there, and one piece of it must come from no adviser. */
function supportOf(context: JudgeContext, record: AuthorisationRecord): Reason | undefined {
  const ids = record.evidence ?? [];
  if (ids.length === 0) return undefined;
  const found: Evidence[] = [];
  for (const id of ids) {
    const evidence = context.project.index.evidence.get(id);
    if (evidence === undefined) return reason('evidence-not-found', { evidence: id });
    const time = timeOf(evidence);
    const isLater = time !== undefined && !(parseTimestamp(time) <= context.asOf);
    if (evidence.inadmissible !== undefined || isLater) {
      return reason('authorisation-unsupported', { record: record.id });
    }
    found.push(evidence);
  }
  const hasWitness = found.some(({ producer }) => {
    const role =
      producer?.role === undefined ? undefined : context.project.index.roles.get(producer.role);
    return producer?.advisory !== true && role?.advisory !== true;
  });
  return hasWitness
    ? undefined
    : reason('authorisation-advisory-only', { record: record.id, role: record.role });
}
