import { z } from 'zod';
import type { Condition } from '../../model/condition.ts';
import {
  aggregate,
  count,
  finite,
  id,
  ids,
  operator,
  pointer,
  scalar,
  scalars,
  seconds,
  sourceRef,
  text,
  texts,
} from './common.ts';
import { harmless, may, must } from './describe.ts';
import type { Unbrand } from './unbrand.ts';

/** Lazy, because conditions contain conditions. */
export const anyCondition: z.ZodType<Unbrand<Condition>> = z.lazy(() => condition);

export const evidenceSelector = z
  .object({
    ids: may(ids, 'Exactly these.', ['unit-tests']),
    kind: may(text, 'Evidence of this kind.', 'test-report'),
    covers: may(text, 'Evidence that says it covers this item, acceptance id or subject.', 'W5A'),
    path: may(text, 'Evidence with exactly this path.', 'evidence/unit.xml'),
  })
  .meta({
    id: 'EvidenceSelector',
    description:
      'Which evidence a condition looks at. All given members must hold; an empty selector selects nothing.',
  });

const base = {
  id: must(id, 'Unique inside its gate, invariant or stop condition.', 'c1'),
  title: must(text, 'What it asks for.', 'Unit tests are green'),
  statement: may(text, 'The rule as the plan words it.', 'All unit tests must pass.', harmless),
  blocking: may(
    z.boolean(),
    '`false`: shown, but the gate does not wait for it. Default: `true`.',
    true,
  ),
  owner: may(text, 'Who answers for it.', 'quality', harmless),
  appliesWhen: may(
    z.object({
      condition: must(anyCondition, 'The condition that decides whether the rule applies.', {
        id: 'c1-applies',
        title: 'There is a mobile app',
        kind: 'document',
        document: 'mobile-app',
      }),
      reason: must(text, 'Why it does not apply when that fails.', 'No mobile app in this release'),
    }),
    'When given and failing to hold, the condition is not applicable.',
    {
      condition: { id: 'a', title: 'There is an app', kind: 'document', document: 'app' },
      reason: 'No app',
    },
  ),
  notApplicable: may(
    z.object({
      reason: must(text, 'Why it does not apply.', 'The service has no database'),
      by: may(text, 'Who said so.', 'council', harmless),
    }),
    'Stated as not applying.',
    { reason: 'The service has no database' },
  ),
  source: may(sourceRef, 'Where the rule stands.', { path: 'docs/gates.md', line: 7 }, harmless),
};

const admission = {
  maxAge: may(
    seconds,
    'Evidence older than this at the time of judgement is stale. Seconds.',
    86_400,
  ),
  commit: may(
    text,
    'Evidence must refer to this commit; `revision` means the commit of the revision.',
    'revision',
  ),
  minStrength: may(text, 'Least strength, a level of one of the `strengthScales`.', 'browser-path'),
  producers: may(ids, 'Only evidence from these roles counts.', ['ci']),
};

const selector = must(evidenceSelector, 'Which evidence it looks at.', {
  kind: 'test-report',
  covers: 'W5A',
});

export const evidenceCondition = z
  .object({
    kind: must(z.literal('evidence'), 'Evidence is present.', 'evidence'),
    ...base,
    ...admission,
    evidence: selector,
    minCount: may(count, 'Least number of pieces. Default 1.', 2),
  })
  .meta({ id: 'EvidenceCondition', description: 'Evidence is present, fresh and admissible.' });

export const testsCondition = z
  .object({
    kind: must(z.literal('tests'), 'A test report is good.', 'tests'),
    ...base,
    ...admission,
    evidence: selector,
    tier: may(id, 'Only reports of this tier.', 'T1'),
    acceptance: may(texts, 'Only cases with one of these names or acceptance ids.', ['A-1']),
    suite: may(text, 'Only cases of suites with exactly this name.', 'checkout'),
    minCases: may(count, 'Least number of cases that ran. Default 1; zero tests never pass.', 20),
    maxFailed: may(count, 'Failures that are allowed. Default 0.', 0),
    maxSkipped: may(count, 'Skipped cases that are allowed. Default: no limit.', 0),
    maxFlaky: may(count, 'Flaky cases that are allowed.', 0),
  })
  .meta({ id: 'TestsCondition', description: 'Enough tests ran, and few enough failed.' });

export const metricCondition = z
  .object({
    kind: must(z.literal('metric'), 'A metric meets its target.', 'metric'),
    ...base,
    ...admission,
    metric: must(id, 'The metric.', 'latency'),
    aggregate: must(aggregate, 'How the points become one number.', 'p95'),
    operator: must(operator, 'How that number is compared.', 'at-most'),
    target: must(finite, 'The number to compare with, in `unit`.', 250),
    unit: must(text, 'Must be the unit of the metric.', 'ms'),
    window: may(
      seconds,
      'Only points at most this old at the time of judgement. Seconds.',
      604_800,
    ),
    minSamples: may(count, 'Least number of points. Default 1.', 100),
  })
  .meta({ id: 'MetricCondition', description: 'An aggregate of a metric meets a target.' });

export const budgetCondition = z
  .object({
    kind: must(z.literal('budget'), 'A budget is kept.', 'budget'),
    ...base,
    ...admission,
    budget: must(id, 'The budget.', 'cloud'),
    check: must(
      z.enum(['daily-cap', 'monthly-cap', 'caps', 'alert-lead', 'consistent']),
      'Which promise of the budget is judged.',
      'caps',
    ),
  })
  .meta({ id: 'BudgetCondition', description: 'Spend keeps a promise of a budget.' });

export const authorisationCondition = z
  .object({
    kind: must(z.literal('authorisation'), 'A permission was given.', 'authorisation'),
    ...base,
    rule: must(id, 'The authorisation rule.', 'council-build'),
    step: may(id, 'The step that must be authorised. Absent: a rule for the whole plan.', 'STEP 3'),
  })
  .meta({ id: 'AuthorisationCondition', description: 'A step is authorised under a rule.' });

export const probeCondition = z
  .object({
    kind: must(z.literal('probe'), 'A probe shows what it must.', 'probe'),
    ...base,
    ...admission,
    probe: must(id, 'The probe.', 'outbox-rows'),
    step: may(id, 'Judge the observation made for this item.', 'STEP 3'),
    moment: may(z.enum(['before', 'after', 'latest']), 'Which observation.', 'after'),
  })
  .meta({ id: 'ProbeCondition', description: 'What was observed is what was expected.' });

export const rehearsalCondition = z
  .object({
    kind: must(z.literal('rehearsal'), 'A rehearsal left nothing behind.', 'rehearsal'),
    ...base,
    ...admission,
    step: must(id, 'The step that was rehearsed.', 'STEP 3'),
  })
  .meta({ id: 'RehearsalCondition', description: 'Entry state equals exit state.' });

export const deliverableCondition = z
  .object({
    kind: must(z.literal('deliverable'), 'A file is as the contract asks.', 'deliverable'),
    ...base,
    deliverable: must(id, 'The deliverable.', 'd-1'),
    checks: may(
      z.array(z.enum(['exists', 'lines', 'required', 'forbidden', 'structure'])),
      'Which of its rules are judged. Default: all.',
      ['exists', 'lines'],
    ),
  })
  .meta({
    id: 'DeliverableCondition',
    description: 'A deliverable keeps the rules of its contract.',
  });

const statedOperand = z
  .object({
    value: must(scalar, 'The value as stated.', 22),
    source: may(sourceRef, 'Where it is stated.', { path: 'docs/contract.md', line: 4 }, harmless),
  })
  .meta({ id: 'StatedOperand', description: 'A value that a document states.' });
const pointedOperand = z
  .object({
    evidence: must(id, 'The piece of evidence.', 'summary'),
    pointer: must(pointer, 'The place in it.', { kind: 'json', pointer: '/total' }),
  })
  .meta({ id: 'PointedOperand', description: 'A value inside evidence.' });
export const operand = z
  .union([statedOperand, pointedOperand])
  .meta({ id: 'Operand', description: 'One side of a comparison.' });

export const crossCheckCondition = z
  .object({
    kind: must(z.literal('cross-check'), 'Two facts agree.', 'cross-check'),
    ...base,
    left: must(operand, 'One side.', { value: 22 }),
    right: must(operand, 'The other side.', {
      evidence: 'summary',
      pointer: { kind: 'json', pointer: '/total' },
    }),
    operator: may(operator, 'Default `equals`.', 'equals'),
  })
  .meta({ id: 'CrossCheckCondition', description: 'Two facts at two places agree.' });

export const valueCondition = z
  .object({
    kind: must(z.literal('value'), 'A value in evidence is right.', 'value'),
    ...base,
    ...admission,
    evidence: must(id, 'The piece of evidence.', 'summary'),
    pointer: must(pointer, 'The place in it.', { kind: 'json', pointer: '/errors' }),
    operator: must(operator, 'How it is compared.', 'equals'),
    target: may(scalars, 'What it is compared with.', 0),
    unit: may(text, 'The unit of the value.', 'count'),
  })
  .meta({ id: 'ValueCondition', description: 'A value inside evidence meets a target.' });

export const attestationCondition = z
  .object({
    kind: must(z.literal('attestation'), 'A signed statement is there.', 'attestation'),
    ...base,
    ...admission,
    predicateType: must(text, 'Type of the statement.', 'https://slsa.dev/verification_summary/v1'),
    signers: may(texts, 'Whose signature counts.', ['release-key']),
    subject: may(text, 'The file or item that it must be about.', 'dist/app.tar'),
    subjectDigest: may(text, 'SHA-256 of the subject.', 'ab'.repeat(32)),
  })
  .meta({ id: 'AttestationCondition', description: 'A verified statement by a trusted signer.' });

export const documentCondition = z
  .object({
    kind: must(z.literal('document'), 'A document exists.', 'document'),
    ...base,
    document: must(id, 'The document.', 'runbook'),
    status: may(texts, 'It must have one of these statuses. Absent: it must exist.', ['accepted']),
  })
  .meta({ id: 'DocumentCondition', description: 'A document exists, with a status.' });

export const reviewCondition = z
  .object({
    kind: must(z.literal('review'), 'A role has reviewed.', 'review'),
    ...base,
    ...admission,
    role: must(id, 'Who must have reviewed.', 'security'),
    subject: must(text, 'The item, gate, document or evidence reviewed.', 'W5A'),
  })
  .meta({ id: 'ReviewCondition', description: 'A named role has reviewed and accepted.' });

export const gateCondition = z
  .object({
    kind: must(z.literal('gate'), 'Another gate has passed.', 'gate'),
    ...base,
    gate: must(id, 'That gate.', 'G1'),
  })
  .meta({ id: 'GateCondition', description: 'Another gate has passed.' });

const parts = must(z.array(anyCondition), 'The parts.', [
  { id: 'p1', title: 'Runbook is there', kind: 'document', document: 'runbook' },
]);

export const allCondition = z
  .object({ kind: must(z.literal('all'), 'All parts pass.', 'all'), ...base, of: parts })
  .meta({ id: 'AllCondition', description: 'All parts pass.' });

export const anyOfCondition = z
  .object({ kind: must(z.literal('any'), 'One part passes.', 'any'), ...base, of: parts })
  .meta({ id: 'AnyCondition', description: 'At least one part passes.' });

export const notCondition = z
  .object({
    kind: must(z.literal('not'), 'The part fails.', 'not'),
    ...base,
    of: must(anyCondition, 'The part; only probes and forbidden patterns may be negated.', {
      id: 'p1',
      title: 'Locks are held',
      kind: 'probe',
      probe: 'locks',
    }),
  })
  .meta({ id: 'NotCondition', description: 'The part does not hold.' });

export const atLeastCondition = z
  .object({
    kind: must(z.literal('at-least'), 'Enough parts pass.', 'at-least'),
    ...base,
    count: must(count, 'How many parts must pass.', 2),
    of: parts,
  })
  .meta({ id: 'AtLeastCondition', description: 'A number of the parts pass.' });

export const unrecognisedCondition = z
  .object({
    kind: must(z.literal('unrecognised'), 'A condition that was not understood.', 'unrecognised'),
    ...base,
    originalKind: must(text, 'The kind as it was written.', 'quantum-proof'),
    original: must(z.unknown(), 'The whole condition as it was written.', {
      kind: 'quantum-proof',
    }),
  })
  .meta({
    id: 'UnrecognisedCondition',
    description:
      'What a reader makes of a condition that it cannot judge; its verdict is `unknown`.',
  });

export const condition = z
  .discriminatedUnion('kind', [
    evidenceCondition,
    testsCondition,
    metricCondition,
    budgetCondition,
    authorisationCondition,
    probeCondition,
    rehearsalCondition,
    deliverableCondition,
    crossCheckCondition,
    valueCondition,
    attestationCondition,
    documentCondition,
    reviewCondition,
    gateCondition,
    allCondition,
    anyOfCondition,
    notCondition,
    atLeastCondition,
    unrecognisedCondition,
  ])
  .meta({ id: 'Condition', description: 'A rule that a gate, an invariant or a stop asks for.' });
