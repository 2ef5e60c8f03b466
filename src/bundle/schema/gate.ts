import { z } from 'zod';
import { id, ids, sourceRef, text, timestamp } from './common.ts';
import { anyCondition } from './condition.ts';
import { harmless, may, must } from './describe.ts';

const source = may(sourceRef, 'Where it stands.', { path: 'docs/gates.md', line: 3 }, harmless);
const exampleCondition = {
  id: 'c1',
  title: 'Runbook is there',
  kind: 'document',
  document: 'runbook',
};

export const guard = z
  .object({
    item: must(id, 'The item.', 'W5A'),
    effect: must(
      z.enum(['start', 'complete', 'advance']),
      'What the gate guards: starting, completing, or advancing from this phase to later ones.',
      'complete',
    ),
  })
  .meta({ id: 'Guard', description: 'What a gate stands in front of.' });

export const recordedVerdict = z
  .object({
    verdict: must(z.enum(['passed', 'failed', 'unknown']), 'What was decided.', 'passed', {
      fallback: 'unknown',
    }),
    raw: may(text, 'The word as written.', 'GO', harmless),
    at: may(timestamp, 'When.', '2026-05-04T08:00:00Z', harmless),
    by: may(text, 'By whom.', 'council', harmless),
    evidence: may(ids, 'On which evidence.', ['gate-record'], harmless),
    source,
  })
  .meta({
    id: 'RecordedVerdict',
    description: 'A decision that somebody recorded; shown beside the recomputed verdict.',
  });

export const gate = z
  .object({
    id: must(id, 'Id of the gate.', 'G1'),
    title: must(text, 'Its title.', 'Isolation is proven'),
    statement: may(text, 'The rule as the plan words it.', 'No wave after W5A before…', harmless),
    guards: must(z.array(guard), 'What it stands in front of.', [
      { item: 'W5A', effect: 'complete' },
    ]),
    conditions: must(
      z.array(anyCondition),
      'What it asks for. Every blocking condition must pass, and there must be one.',
      [exampleCondition],
    ),
    nonBypassable: may(z.boolean(), 'Waivers are ignored.', true),
    owner: may(text, 'Who answers for it.', 'quality', harmless),
    declared: may(recordedVerdict, 'What somebody recorded.', { verdict: 'passed', raw: 'GO' }),
    source,
  })
  .meta({
    id: 'Gate',
    description: 'A set of conditions that must be met before something happens.',
  });

export const waiver = z
  .object({
    id: must(id, 'Id of the waiver.', 'waiver-1'),
    gate: must(id, 'The gate.', 'G1'),
    condition: must(id, 'Exactly this condition of it.', 'c1'),
    reason: must(text, 'Why.', 'Supplier delivers in June'),
    author: must(text, 'Who waived.', 'council'),
    at: must(timestamp, 'In force from.', '2026-05-01T00:00:00Z'),
    expires: must(timestamp, 'In force until.', '2026-06-01T00:00:00Z'),
    evidence: may(ids, 'Record of the decision.', ['minutes'], harmless),
  })
  .meta({ id: 'Waiver', description: 'Lifts one condition of one gate for a time.' });

export const invariant = z
  .object({
    id: must(id, 'Id of the invariant.', 'order'),
    title: must(text, 'Its title.', 'Nothing completes before what it waits for'),
    statement: may(text, 'The rule as the plan words it.', 'No wave closes before…', harmless),
    rule: may(
      z.enum([
        'complete-needs-evidence',
        'complete-after-dependencies',
        'earlier-phase-blocks-later',
        'guarded-close-needs-gate',
        'step-needs-own-authorisation',
        'one-authorisation-one-step',
        're-verified-between-steps',
        'advisory-authorises-nothing',
        'attempts-within-limit',
        'forbidden-effects-absent',
        'recorded-equals-recomputed',
        'one-name-one-thing',
        'referenced-file-is-delivered',
        'stated-counts-agree',
        'stated-numbers-agree',
      ]),
      'A rule by name; exactly one of `rule` and `condition` is given.',
      'complete-after-dependencies',
    ),
    condition: may(anyCondition, 'A rule of the plan’s own.', exampleCondition),
    items: may(ids, 'Only these items. Absent: all.', ['W5A']),
    source,
  })
  .meta({ id: 'Invariant', description: 'A rule over the whole plan.' });

export const stopEvent = z
  .object({
    item: must(id, 'The item that stopped.', 'STEP 3'),
    at: must(timestamp, 'When.', '2026-05-02T10:00:00Z'),
    reason: may(text, 'Why.', 'Drift in the outbox', harmless),
    evidence: may(ids, 'What showed it.', ['probe-run-7'], harmless),
    finding: may(
      id,
      'The finding that was written down; needed to lift the stop.',
      'finding-2',
      harmless,
    ),
    authorisation: may(id, 'The new authorisation; needed to lift the stop.', 'record-9', harmless),
    clearedAt: may(timestamp, 'When it was lifted.', '2026-05-03T10:00:00Z', harmless),
  })
  .meta({ id: 'StopEvent', description: 'A stop was raised, and perhaps lifted.' });

export const stopCondition = z
  .object({
    id: must(id, 'Id of the stop condition.', 'drift'),
    title: must(text, 'Its title.', 'A probe drifts'),
    statement: may(text, 'The rule as the plan words it.', 'On any drift: stop.', harmless),
    items: may(ids, 'The items that stop. Absent: every item of kind `step`.', ['STEP 3']),
    safeWhile: may(anyCondition, 'The state of safety; when it fails, the items stop.', {
      id: 'safe',
      title: 'No locks',
      kind: 'probe',
      probe: 'locks',
    }),
    events: may(z.array(stopEvent), 'Stops that were raised.', [
      { item: 'STEP 3', at: '2026-05-02T10:00:00Z' },
    ]),
    source,
  })
  .meta({ id: 'StopCondition', description: 'When work must stop. A stop is latched.' });
