import { z } from 'zod';
import {
  count,
  finite,
  id,
  ids,
  pointer,
  scalar,
  scalars,
  seconds,
  sha256,
  sourceRef,
  text,
  texts,
  timestamp,
} from './common.ts';
import { harmless, may, must } from './describe.ts';

const at = must(timestamp, 'When it was observed.', '2026-05-02T12:00:00Z');
const place = may(
  pointer,
  'Where it stands in the file.',
  { kind: 'lines', from: 3, to: 9 },
  harmless,
);

const testCase = z
  .object({
    name: must(text, 'Name of the case.', 'pays by card'),
    suite: may(text, 'Name of its suite.', 'checkout'),
    outcome: must(
      z.enum(['passed', 'failed', 'error', 'skipped', 'flaky', 'unknown']),
      'What came out.',
      'passed',
      { fallback: 'unknown' },
    ),
    acceptance: may(texts, 'Acceptance ids that it proves.', ['A-1']),
    duration: may(finite, 'Seconds.', 0.42, harmless),
    message: may(text, 'What it said when it failed.', 'expected 200', harmless),
    pointer: place,
  })
  .meta({ id: 'TestCase', description: 'A case of a test report.' });

const testsFact = z
  .object({
    type: must(z.literal('tests'), 'Counts and cases of a test run.', 'tests'),
    tier: may(id, 'The tier.', 'T1'),
    total: must(count, 'All cases.', 120),
    passed: must(count, 'Cases that passed.', 118),
    failed: must(count, 'Cases that failed or broke.', 1),
    skipped: may(count, 'Cases that did not run.', 1),
    flaky: may(count, 'Cases that passed only when repeated.', 0),
    cases: may(z.array(testCase), 'The cases.', [{ name: 'pays by card', outcome: 'passed' }]),
    pointer: place,
  })
  .meta({ id: 'TestsFact', description: 'What a test report says.' });

const valueFact = z
  .object({
    type: must(z.literal('value'), 'A value at a place.', 'value'),
    pointer: must(pointer, 'The place.', { kind: 'json', pointer: '/total' }),
    value: must(scalars, 'The value.', 22),
    unit: may(text, 'Its unit.', 'count'),
  })
  .meta({ id: 'ValueFact', description: 'A value inside the file.' });

const fileFact = z
  .object({
    type: must(z.literal('file'), 'A measured file.', 'file'),
    path: must(text, 'Path of the file that was measured.', 'src/gate.ts'),
    exists: must(z.boolean(), 'Whether it is there.', true),
    lines: may(count, 'Physical lines; a last line without a newline counts.', 212),
    rows: may(count, 'Data rows of a table, without the header.', 200),
    columns: may(texts, 'Columns of a table.', ['time', 'p95_ms']),
    patterns: may(
      z.array(
        z.object({
          rule: must(id, 'Id of the pattern rule.', 'no-todo'),
          count: must(count, 'How often it was found.', 0),
          lines: may(z.array(z.int().min(1)), 'Lines of the first hits.', [12], harmless),
        }),
      ),
      'What was found of each pattern.',
      [{ rule: 'no-todo', count: 0 }],
    ),
    counts: may(z.record(z.string(), finite), 'Named structural counts.', { methods: 5 }),
    digest: may(text, 'SHA-256 of the file.', 'ab'.repeat(32)),
  })
  .meta({ id: 'FileFact', description: 'A file as measured: what contract rules are judged by.' });

const observationFact = z
  .object({
    type: must(z.literal('observation'), 'What a probe showed.', 'observation'),
    probe: must(id, 'The probe.', 'outbox-rows'),
    value: must(scalars, 'What was seen.', 0),
    at,
    step: may(id, 'For which item.', 'STEP 3'),
    moment: may(z.enum(['before', 'after']), 'Before or after it.', 'after'),
    pointer: place,
  })
  .meta({ id: 'ObservationFact', description: 'What a probe showed.' });

const rehearsalFact = z
  .object({
    type: must(z.literal('rehearsal'), 'A rehearsal.', 'rehearsal'),
    step: must(id, 'The step that was rehearsed.', 'STEP 3'),
    at,
    entry: must(z.record(z.string(), scalar), 'State before.', { rows: 10 }),
    exit: must(z.record(z.string(), scalar), 'State after.', { rows: 10 }),
    exempt: may(texts, 'Names that may differ by unrelated traffic.', ['sessions'], harmless),
    pointer: place,
  })
  .meta({ id: 'RehearsalFact', description: 'State before and after a rehearsal.' });

const attestationFact = z
  .object({
    type: must(z.literal('attestation'), 'A signed statement.', 'attestation'),
    predicateType: must(text, 'Type of the statement.', 'https://slsa.dev/verification_summary/v1'),
    signer: may(text, 'Who signed.', 'release-key'),
    subjects: must(
      z.array(
        z.object({
          name: must(text, 'Name of the subject.', 'dist/app.tar'),
          sha256: may(text, 'Its SHA-256.', 'ab'.repeat(32)),
        }),
      ),
      'What it is about.',
      [{ name: 'dist/app.tar' }],
    ),
    result: may(z.enum(['passed', 'failed']), 'What it concludes.', 'passed'),
    verified: may(z.boolean(), 'Set by a reader, never believed from a bundle.', false),
  })
  .meta({ id: 'AttestationFact', description: 'A signed statement.' });

const reviewFact = z
  .object({
    type: must(z.literal('review'), 'A review.', 'review'),
    role: must(id, 'As whom.', 'security'),
    person: may(text, 'Who.', 'ada'),
    subject: must(text, 'What was reviewed.', 'W5A'),
    decision: must(z.enum(['accepted', 'questioned', 'rejected']), 'What came out.', 'accepted'),
    at,
  })
  .meta({ id: 'ReviewFact', description: 'A review by a role.' });

const reportFact = z
  .object({
    type: must(z.literal('report'), 'A final report.', 'report'),
    step: must(id, 'The step.', 'STEP 3'),
    fields: must(z.record(z.string(), scalars), 'Its fields.', { 'rows-written': 4 }),
  })
  .meta({ id: 'ReportFact', description: 'The final report of a step.' });

const seriesFact = z
  .object({
    type: must(z.literal('series'), 'Points of a metric.', 'series'),
    metric: must(id, 'The metric.', 'latency'),
    pointer: place,
  })
  .meta({ id: 'SeriesFact', description: 'Points of a metric stand in this file.' });

export const fact = z
  .discriminatedUnion('type', [
    testsFact,
    valueFact,
    fileFact,
    observationFact,
    rehearsalFact,
    attestationFact,
    reviewFact,
    reportFact,
    seriesFact,
  ])
  .meta({ id: 'Fact', description: 'What a reader derived from the bytes.' });

export const evidence = z
  .object({
    id: must(id, 'Id of the evidence.', 'unit-tests'),
    kind: must(text, 'What sort it is.', 'test-report'),
    name: must(text, 'Name as shown.', 'Unit tests of main'),
    path: may(text, 'Relative path inside the bundle.', 'evidence/unit.xml'),
    uri: may(text, 'Address of the original.', 'https://ci.example/runs/7/unit.xml', harmless),
    digest: may(
      z.object({
        sha256: must(sha256, 'SHA-256 of the raw bytes, lower-case hex.', 'ab'.repeat(32)),
      }),
      'Digest of the raw bytes.',
      { sha256: 'ab'.repeat(32) },
    ),
    size: may(count, 'Bytes.', 18_231, harmless),
    mediaType: may(text, 'Media type.', 'application/xml', harmless),
    collectedAt: may(timestamp, 'When it was put into the bundle.', '2026-05-02T12:00:00Z'),
    observedAt: may(timestamp, 'When it came to be.', '2026-05-02T11:58:00Z'),
    collector: may(
      z.object({
        name: must(text, 'Name of the program.', 'wavegate'),
        version: may(text, 'Its version.', '0.1.0', harmless),
      }),
      'What collected it.',
      { name: 'wavegate', version: '0.1.0' },
      harmless,
    ),
    runUrl: may(text, 'The run that made it.', 'https://ci.example/runs/7', harmless),
    commit: may(text, 'The commit that it speaks of.', '4b825dc642cb6eb9a060e54bf8d69288fbee4904'),
    producer: may(
      z.object({
        id: must(id, 'Who made it.', 'ci'),
        role: may(id, 'As whom.', 'ci'),
        advisory: may(z.boolean(), 'An agent or a message: shown, never an authorisation.', false),
      }),
      'Who made it.',
      { id: 'ci', role: 'ci' },
    ),
    strength: may(text, 'A level of one of the `strengthScales`.', 'browser-path'),
    rawStatus: may(text, 'Status as the source words it.', 'SUCCESS', harmless),
    covers: may(texts, 'Items, acceptance ids or subjects that it speaks about.', ['W5A', 'A-1']),
    inadmissible: may(
      z.object({ reason: must(text, 'Why.', 'asserts only that a value is truthy') }),
      'Rejected by a rule of quality: kept, never counted.',
      { reason: 'asserts only that a value is truthy' },
    ),
    validFor: may(seconds, 'Stale this long after it was observed. Seconds.', 604_800),
    supersedes: may(ids, 'Evidence that it replaces.', ['unit-tests-old']),
    warnings: may(
      texts,
      'What the collecting reader warned of.',
      ['2 cases without a name'],
      harmless,
    ),
    facts: may(z.array(fact), 'What was derived from the bytes.', [
      { type: 'tests', total: 120, passed: 120, failed: 0 },
    ]),
    annotations: may(z.record(z.string(), scalar), 'Anything else.', { branch: 'main' }, harmless),
    source: may(sourceRef, 'Where the plan speaks of it.', { path: 'docs/gates.md' }, harmless),
  })
  .meta({
    id: 'Evidence',
    description: 'A piece of evidence, after the in-toto ResourceDescriptor.',
  });
