import { z } from 'zod';
import {
  definitionShape,
  id,
  ids,
  operator,
  scalars,
  seconds,
  sourceRef,
  text,
  texts,
  timestamp,
} from './common.ts';
import { harmless, may, must } from './describe.ts';

const source = may(sourceRef, 'Where it stands.', { path: 'docs/authority.md', line: 9 }, harmless);

const demand = z
  .object({
    role: must(id, 'Who must grant.', 'council'),
    forms: may(texts, 'Accepted forms of record.', ['approval-row']),
    quorum: may(z.int().min(1), 'How many grants. Default 1.', 2),
    distinctPersons: may(z.boolean(), 'One person counts once. Default `true`.', true, harmless),
    validity: may(seconds, 'A grant expires this long after it was given. Seconds.', 86_400),
  })
  .meta({ id: 'AuthorisationDemand', description: 'What one definition of a rule demands.' });

const definition = z
  .object({
    ...definitionShape,
    demands: must(z.array(demand), 'All must be met.', [{ role: 'council', quorum: 2 }]),
  })
  .meta({
    id: 'AuthorisationDefinition',
    description: 'One dated wording of an authorisation rule.',
  });

export const authorisationRule = z
  .object({
    id: must(id, 'Id of the rule.', 'C-7'),
    title: must(text, 'Its title.', 'Council record for the build'),
    statement: may(text, 'The rule as the plan words it.', 'Each step needs…', harmless),
    perStep: must(z.boolean(), '`true`: every step needs a grant of its own.', true),
    master: may(z.boolean(), 'Without it nothing may be carried out.', false),
    partOf: may(id, 'An umbrella whose parts are granted one by one.', 'C-7'),
    consequence: may(text, 'What follows without it.', 'No build', harmless),
    definitions: must(z.array(definition), 'Its wordings over time.', [
      {
        id: 'C-7 v1',
        title: 'First',
        from: '2026-01-01T00:00:00Z',
        demands: [{ role: 'council' }],
      },
    ]),
    source,
  })
  .meta({ id: 'AuthorisationRule', description: 'A named permission that steps need.' });

export const authorisationRecord = z
  .object({
    id: must(id, 'Id of the record.', 'record-4'),
    rule: must(id, 'The rule.', 'C-7'),
    role: must(id, 'As whom the person spoke.', 'council'),
    person: may(text, 'Who.', 'ada'),
    form: must(text, 'Form of the record.', 'approval-row'),
    steps: must(ids, 'The steps that it names; more than one authorises none.', ['STEP 3']),
    decision: must(z.enum(['granted', 'refused', 'withdrawn']), 'What was decided.', 'granted'),
    scope: must(z.enum(['commit', 'rehearsal']), '`rehearsal` never allows a commit.', 'commit'),
    at: must(timestamp, 'When.', '2026-05-01T09:00:00Z'),
    expires: may(timestamp, 'Until when.', '2026-05-02T09:00:00Z'),
    advisory: may(z.boolean(), 'Kept, and authorises nothing.', false),
    definition: may(id, 'The definition under which it was given.', 'C-7 v1'),
    evidence: may(ids, 'The record itself.', ['minutes']),
    note: may(text, 'A remark.', 'By circular', harmless),
  })
  .meta({ id: 'AuthorisationRecord', description: 'A grant, a refusal or a withdrawal.' });

const expectation = z
  .object({
    after: may(id, 'In force once this item is complete.', 'STEP 1'),
    before: may(id, 'In force until this item is complete.', 'STEP 6'),
    operator: must(z.enum([...operator.options, 'unchanged']), 'How it is compared.', 'equals'),
    value: may(scalars, 'What must be seen.', 10),
  })
  .meta({ id: 'ProbeExpectation', description: 'What a probe must show between two steps.' });

export const probe = z
  .object({
    id: must(id, 'Id of the probe.', 'outbox-rows'),
    title: must(text, 'Its title.', 'Rows in the outbox'),
    query: may(
      text,
      'What is asked of the live system; never run here.',
      'SELECT count(*) …',
      harmless,
    ),
    group: may(text, 'For grouping.', 'outbox', harmless),
    unit: may(text, 'Unit of the value.', 'count'),
    organicGrowth: may(z.boolean(), 'Unrelated traffic may change it.', false, harmless),
    maxAge: may(seconds, 'An observation is stale after this. Seconds.', 900),
    expectations: must(z.array(expectation), 'What it must show.', [
      { operator: 'equals', value: 0 },
    ]),
    source,
  })
  .meta({ id: 'Probe', description: 'Something that is observed in the live system.' });

export const reverification = z
  .object({
    after: must(id, 'The step after which it was done.', 'STEP 3'),
    before: may(id, 'The step that came next.', 'STEP 4'),
    at: must(timestamp, 'When.', '2026-05-02T12:00:00Z'),
    evidence: may(ids, 'What was seen.', ['probe-run-8']),
    result: must(z.enum(['passed', 'failed']), 'What came out.', 'passed'),
  })
  .meta({ id: 'Reverification', description: 'Between two steps the probes were run again.' });
