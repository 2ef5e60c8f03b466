import type { JudgedDemand } from '../gates/authorisation.ts';
import type { Standing } from '../gates/records.ts';
import type { CauseRef, ConditionResult, ConditionVerdict, Reason } from '../gates/types.ts';
import { parseTimestamp } from '../lib/timestamp.ts';
import type { Pointer, Scalar, Timestamp } from '../model/common.ts';
import type { RehearsalFact } from '../model/evidence.ts';
import type { StopEvent } from '../model/gate.ts';
import type {
  AuthorisationDefinition,
  AuthorisationDemand,
  AuthorisationRecord,
  Probe,
  ProbeExpectation,
  Reverification,
} from '../model/governance.ts';
import {
  type AuthorisationRuleId,
  conditionId,
  type EvidenceId,
  type GateId,
  type ItemId,
  itemId,
  type ProbeId,
  probeId,
  type StopConditionId,
} from '../model/ids.ts';
import type { Effect, PlanItem, ReportRequirement } from '../model/plan.ts';
import { isOnePersonTwice, type LeaveCell, leavesOf, withParts } from './authorisations.ts';
import { type DeriveContext, evaluationOf, remembered } from './context.ts';
import { judgedConditions } from './judged-conditions.ts';
import { itemResult } from './results.ts';
import { edgeRows, itemRows } from './rows.ts';
import type { EdgeRow, ItemRow } from './types.ts';

export interface DemandDetail {
  readonly rule: AuthorisationRuleId;
  readonly definition: AuthorisationDefinition;
  readonly demand: AuthorisationDemand;
  readonly verdict: ConditionVerdict;
  readonly reason: Reason;
  /** Persons, or grants where the same person may count twice. */
  readonly granted: number;
  readonly needed: number;
  readonly samePerson: boolean;
  readonly records: readonly {
    readonly record: AuthorisationRecord;
    readonly standing: Standing;
    readonly why?: Reason;
  }[];
}

/** A value that was seen, and where. */
export interface Sighting {
  readonly value: Scalar | readonly Scalar[];
  readonly at: Timestamp;
  readonly evidence: EvidenceId;
  readonly pointer?: Pointer;
}

export interface ProbeDetail {
  readonly probe: Probe;
  /** What must be seen before and after this very step; what holds at all times is in both. */
  readonly before: readonly ProbeExpectation[];
  readonly after: readonly ProbeExpectation[];
  /** The newest that was seen before the step, after it, and at all. */
  readonly seenBefore?: Sighting;
  readonly seenAfter?: Sighting;
  readonly latest?: Sighting;
  readonly gate?: GateId;
  readonly result: ConditionResult;
}

export interface EffectDetail {
  readonly effect: Effect;
  /** The probe that would show a forbidden effect, judged now. */
  readonly result?: ConditionResult;
}

export interface StopDetail {
  readonly id: StopConditionId;
  readonly title: string;
  readonly statement?: string;
  /** The step is stopped by it. */
  readonly holds: boolean;
  readonly safe?: ConditionResult;
  readonly events: readonly StopEvent[];
}

export interface ReportDetail {
  readonly evidence?: EvidenceId;
  readonly fields: readonly {
    readonly field: ReportRequirement['fields'][number];
    readonly value?: Scalar | readonly Scalar[];
  }[];
}

export interface StepAuthorisation {
  readonly item: PlanItem;
  readonly row: ItemRow;
  readonly leaves: readonly LeaveCell[];
  readonly demands: readonly DemandDetail[];
  readonly effects: readonly EffectDetail[];
  readonly probes: readonly ProbeDetail[];
  readonly rehearsal?: {
    readonly result: ConditionResult;
    readonly gate: GateId;
    readonly fact?: RehearsalFact;
    readonly evidence?: EvidenceId;
  };
  readonly report?: ReportDetail;
  readonly stops: readonly StopDetail[];
  readonly reverifications: readonly Reverification[];
  /** What must come before it. */
  readonly dependsOn: readonly EdgeRow[];
}

/** Everything that allows, forbids and holds back one step; `undefined` when there is none. */
export function stepAuthorisation(
  context: DeriveContext,
  id: string,
): StepAuthorisation | undefined {
  const step = itemId(id);
  const item = context.project.index.items.get(step);
  const row = itemRows(context).get(step);
  if (item === undefined || row === undefined) return undefined;
  const leaves = leavesOf(context, step);
  const rehearsal = rehearsalOf(context, step);
  const report = reportOf(context, item);
  return {
    item,
    row,
    leaves,
    demands: leaves.flatMap(({ rule }) => demandsOf(context, rule, step)),
    effects: (item.effects ?? []).map((effect) => effectOf(context, effect)),
    probes: probesOf(context, step),
    ...(rehearsal === undefined ? {} : { rehearsal }),
    ...(report === undefined ? {} : { report }),
    stops: stopsOf(context, item),
    reverifications: (context.project.reverifications ?? []).filter(
      ({ after, before }) => after === step || before === step,
    ),
    dependsOn: edgeRows(context).filter((edge) => edge.item === step),
  };
}

function demandsOf(
  context: DeriveContext,
  rule: AuthorisationRuleId,
  step: ItemId,
): readonly DemandDetail[] {
  return withParts(context, rule).flatMap((id) => {
    const perStep = context.project.index.rules.get(id)?.perStep === true;
    return evaluationOf(context)
      .demands(id, perStep ? step : undefined)
      .map((judged) => demandOf(id, judged));
  });
}

function demandOf(rule: AuthorisationRuleId, judged: JudgedDemand): DemandDetail {
  const { definition, demand, judgement, considered } = judged;
  const granted = judgement.actual?.value;
  return {
    rule,
    definition,
    demand,
    verdict: judgement.verdict,
    reason: judgement.reason,
    granted: typeof granted === 'number' ? granted : 0,
    needed: demand.quorum ?? 1,
    samePerson: isOnePersonTwice(judged),
    records: considered.map(({ record, standing, why }) => ({
      record,
      standing,
      ...(why === undefined ? {} : { why }),
    })),
  };
}

function effectOf(context: DeriveContext, effect: Effect): EffectDetail {
  if (effect.probe === undefined) return { effect };
  const probe = probeId(effect.probe);
  return { effect, result: judgeProbe(context, probe, effect.text) };
}

function judgeProbe(context: DeriveContext, probe: ProbeId, title: string): ConditionResult {
  const id = conditionId(probe);
  return evaluationOf(context).judge({ kind: 'probe', id, title, probe, moment: 'latest' });
}

/** Probes that a gate of the step asks for, or that expect something else before or after it. */
function probesOf(context: DeriveContext, step: ItemId): readonly ProbeDetail[] {
  const asked = new Map<ProbeId, { readonly gate: GateId; readonly result: ConditionResult }>();
  for (const { gate, condition, result } of judgedConditions(context)) {
    if (condition.kind !== 'probe' || asked.has(condition.probe)) continue;
    const isAbout =
      condition.step === undefined
        ? gate.guards.some((guard) => guard.item === step)
        : condition.step === step;
    if (isAbout) asked.set(condition.probe, { gate: gate.id, result });
  }
  return (context.project.probes ?? [])
    .filter(
      ({ id, expectations }) =>
        asked.has(id) ||
        expectations.some(({ after, before }) => after === step || before === step),
    )
    .map((probe) => probeOf(context, probe, step, asked.get(probe.id)));
}

function probeOf(
  context: DeriveContext,
  probe: Probe,
  step: ItemId,
  asked: { readonly gate: GateId; readonly result: ConditionResult } | undefined,
): ProbeDetail {
  const always = ({ after, before }: ProbeExpectation): boolean =>
    after === undefined && before === undefined;
  const seen = sightings(context).get(probe.id) ?? [];
  const newest = (moment: 'before' | 'after') =>
    seen.find((entry) => entry.step === step && entry.moment === moment)?.sighting;
  const seenBefore = newest('before');
  const seenAfter = newest('after');
  const latest = seen[0]?.sighting;
  return {
    probe,
    before: probe.expectations.filter((entry) => always(entry) || entry.before === step),
    after: probe.expectations.filter((entry) => always(entry) || entry.after === step),
    ...(seenBefore === undefined ? {} : { seenBefore }),
    ...(seenAfter === undefined ? {} : { seenAfter }),
    ...(latest === undefined ? {} : { latest }),
    ...(asked ?? { result: judgeProbe(context, probe.id, probe.title) }),
  };
}

interface Seen {
  readonly sighting: Sighting;
  readonly step?: ItemId;
  readonly moment?: 'before' | 'after';
}

/** Observations up to the instant of judgement, newest first. */
const sightings = remembered(({ project, verdicts }) => {
  const asOf = parseTimestamp(verdicts.asOf);
  const byProbe = new Map<ProbeId, Seen[]>();
  for (const evidence of project.index.evidence.values()) {
    for (const fact of evidence.facts ?? []) {
      if (fact.type !== 'observation' || !(parseTimestamp(fact.at) <= asOf)) continue;
      const { probe, value, at, step, moment, pointer } = fact;
      const seen: Seen = {
        sighting: {
          value,
          at,
          evidence: evidence.id,
          ...(pointer === undefined ? {} : { pointer }),
        },
        ...(step === undefined ? {} : { step }),
        ...(moment === undefined ? {} : { moment }),
      };
      const list = byProbe.get(probe);
      if (list === undefined) byProbe.set(probe, [seen]);
      else list.push(seen);
    }
  }
  for (const list of byProbe.values()) {
    list.sort((a, b) => parseTimestamp(b.sighting.at) - parseTimestamp(a.sighting.at));
  }
  return byProbe;
});

function rehearsalOf(context: DeriveContext, step: ItemId): StepAuthorisation['rehearsal'] {
  const asked = judgedConditions(context).find(
    ({ condition }) => condition.kind === 'rehearsal' && condition.step === step,
  );
  if (asked === undefined) return undefined;
  const used = asked.result.uses.map(({ evidence }) =>
    context.project.index.evidence.get(evidence),
  );
  const [found] = used.flatMap((evidence) =>
    (evidence?.facts ?? []).flatMap((fact) =>
      evidence !== undefined && fact.type === 'rehearsal' && fact.step === step
        ? [{ fact, evidence: evidence.id }]
        : [],
    ),
  );
  return { result: asked.result, gate: asked.gate.id, ...found };
}

function reportOf(context: DeriveContext, { id, report }: PlanItem): ReportDetail | undefined {
  if (report === undefined) return undefined;
  const named = report.evidence?.flatMap((one) => context.project.index.evidence.get(one) ?? []);
  const given = new Map<string, Scalar | readonly Scalar[]>();
  let source: EvidenceId | undefined;
  for (const evidence of named ?? context.project.index.evidence.values()) {
    for (const fact of evidence.facts ?? []) {
      if (fact.type !== 'report' || fact.step !== id) continue;
      source ??= evidence.id;
      for (const [name, value] of Object.entries(fact.fields)) given.set(name, value);
    }
  }
  return {
    ...(source === undefined ? {} : { evidence: source }),
    fields: report.fields.map((field) => {
      const value = given.get(field.id);
      return { field, ...(value === undefined ? {} : { value }) };
    }),
  };
}

function stopsOf(context: DeriveContext, item: PlanItem): readonly StopDetail[] {
  const held = new Set(
    itemResult(context, item).ownCauses.flatMap((cause: CauseRef) =>
      cause.kind === 'stop' ? [cause.stop] : [],
    ),
  );
  return (context.project.index.stops.get(item.id) ?? []).map((stop) => ({
    id: stop.id,
    title: stop.title,
    ...(stop.statement === undefined ? {} : { statement: stop.statement }),
    holds: held.has(stop.id),
    ...(stop.safeWhile === undefined ? {} : { safe: evaluationOf(context).judge(stop.safeWhile) }),
    events: (stop.events ?? []).filter((event) => event.item === item.id),
  }));
}
