import { z } from 'zod';
import {
  count,
  definition,
  finite,
  id,
  ids,
  note,
  person,
  sha256,
  sourceRef,
  text,
  texts,
  timestamp,
} from './common.ts';
import { harmless, may, must } from './describe.ts';
import { evidence } from './evidence.ts';
import { gate, invariant, stopCondition, waiver } from './gate.ts';
import { authorisationRecord, authorisationRule, probe, reverification } from './governance.ts';
import { budget, contract, metric } from './measure.ts';
import {
  checklist,
  dependency,
  itemClass,
  planItem,
  policy,
  relation,
  role,
  workflow,
} from './plan.ts';

const source = may(sourceRef, 'Where it stands.', { path: 'docs/plan.md', line: 2 }, harmless);

export const projectInfo = z
  .object({
    id: must(id, 'Id of the project.', 'shop'),
    title: must(text, 'Its title.', 'Shop on the new platform'),
    description: may(text, 'What it is about.', 'Moves the shop.', harmless),
    itemWord: may(
      z.object({
        one: must(text, 'One of them.', 'wave'),
        other: must(text, 'Several of them.', 'waves'),
      }),
      'The word for a plan item in this project.',
      { one: 'wave', other: 'waves' },
      harmless,
    ),
    sources: may(
      z.array(sourceRef),
      'The documents that the plan was read from.',
      [{ path: 'docs/plan.md' }],
      harmless,
    ),
  })
  .meta({ id: 'ProjectInfo', description: 'Which project it is.' });

export const revision = z
  .object({
    id: must(id, 'Id of the revision.', '2026-05-04'),
    createdAt: must(timestamp, 'When the bundle was made.', '2026-05-04T09:00:00Z'),
    commit: may(text, 'The commit under judgement.', '4b825dc642cb6eb9a060e54bf8d69288fbee4904'),
    previous: may(id, 'The revision before it.', '2026-04-27', harmless),
    label: may(text, 'A name for it.', 'after the audit', harmless),
  })
  .meta({ id: 'Revision', description: 'Which state of the project the bundle shows.' });

export const tier = z
  .object({
    id: must(id, 'Id of the tier.', 'T1'),
    title: must(text, 'Its title.', 'Integration'),
    order: may(finite, 'Position among the tiers.', 1, harmless),
  })
  .meta({ id: 'Tier', description: 'A test tier.' });

export const acceptanceCategory = z
  .object({
    id: must(id, 'Id of the category.', 'communication'),
    title: must(text, 'Its title.', 'Communication'),
    ids: may(texts, 'Its acceptance ids. Absent: the plan does not list them.', ['A-1', 'A-2']),
    tiers: must(ids, 'Tiers in which they must be green.', ['T0', 'T1']),
    source,
  })
  .meta({ id: 'AcceptanceCategory', description: 'Acceptance ids, and where they must be green.' });

export const strengthScale = z
  .object({
    id: must(id, 'Id of the scale.', 'browser'),
    levels: must(texts, 'Weakest first.', ['isolated-component', 'integration', 'browser-path']),
  })
  .meta({ id: 'StrengthScale', description: 'How strong evidence is, weakest first.' });

export const planDocument = z
  .object({
    id: must(id, 'Id of the document.', 'runbook'),
    path: must(text, 'Its path.', 'docs/runbook.md'),
    title: must(text, 'Its title.', 'Runbook'),
    description: may(text, 'What it says.', 'How to go live', harmless),
    register: may(text, 'The register that lists it.', 'specs'),
    phase: may(id, 'The phase that it belongs to.', 'P3'),
    steps: may(ids, 'The steps that it serves.', ['S03']),
    number: may(text, 'The number that its path claims.', '07'),
    status: may(text, 'Its status.', 'accepted'),
    maturity: may(texts, 'How settled it is.', ['proposed'], harmless),
    owners: may(ids, 'Roles that own it.', ['council'], harmless),
    exists: may(z.boolean(), 'Whether it is there.', true),
    lock: may(
      z.object({
        at: must(timestamp, 'When it was locked.', '2026-04-01T00:00:00Z'),
        sha256: may(text, 'Its SHA-256 at that time.', 'ab'.repeat(32)),
      }),
      'It must not change any more.',
      { at: '2026-04-01T00:00:00Z' },
    ),
    sha256: may(text, 'SHA-256 of its bytes now.', 'ab'.repeat(32)),
    changedAt: may(timestamp, 'When it was last changed.', '2026-03-30T00:00:00Z'),
    amends: may(ids, 'Documents that it amends.', ['plan']),
    supersedes: may(ids, 'Documents that it replaces.', ['plan-2025']),
    audits: may(ids, 'Documents that it audits.', ['plan']),
    evidence: may(ids, 'Evidence of it.', ['runbook-review']),
    source,
  })
  .meta({ id: 'PlanDocument', description: 'A document that the plan knows.' });

export const register = z
  .object({
    id: must(id, 'Id of the register.', 'specs'),
    title: must(text, 'Its title.', 'Specifications'),
    directory: may(text, 'The folder that it lists.', 'docs/specs', harmless),
    path: may(text, 'The file that is the register.', 'docs/specs/README.md', harmless),
    owners: may(ids, 'Roles that own it.', ['council'], harmless),
    unlisted: may(texts, 'Files in the folder that it does not list.', ['docs/specs/x.md']),
    source,
  })
  .meta({ id: 'Register', description: 'A list of documents.' });

const evidenceCollection = z
  .object({
    path: must(z.string().min(1), 'Path of the file in the bundle.', 'collections/evidence.ndjson'),
    count: may(count, 'Number of records.', 1200),
    sha256: may(sha256, 'SHA-256 of the file.', 'ab'.repeat(32)),
  })
  .meta({ id: 'EvidenceCollection', description: 'A file with an evidence record on each line.' });

export const collections = z
  .object({
    evidence: may(z.array(evidenceCollection), 'Files of evidence records.', [
      { path: 'collections/evidence.ndjson', count: 1200 },
    ]),
  })
  .meta({ id: 'Collections', description: 'Large things that lie in files of their own.' });

/** The members that hold what a bundle says about its plan. */
export const contentShape = {
  project: must(projectInfo, 'The project that the bundle speaks of.', {
    id: 'shop',
    title: 'Shop',
  }),
  revision: must(revision, 'Which state of it.', { id: 'r1', createdAt: '2026-05-04T09:00:00Z' }),
  sample: may(z.boolean(), 'The evidence is made up; every page says so.', true),
  sampleNote: may(text, 'What is made up.', 'Plan real, evidence invented', harmless),
  policy: may(policy, 'What holds where nothing else is said.', { maxEvidenceAge: 2_592_000 }),
  definitions: may(z.array(definition), 'Dated wordings of the plan.', [
    { id: 'plan-1', title: 'First plan', from: '2026-01-01T00:00:00Z' },
  ]),
  classes: may(z.array(itemClass), 'Classes of items.', [{ id: 'later', title: 'Later wave' }]),
  items: must(z.array(planItem), 'What gets done.', [{ id: 'W0', kind: 'wave', title: 'Start' }]),
  dependencies: must(z.array(dependency), 'What waits for what.', [{ item: 'W1', on: 'W0' }]),
  relations: may(z.array(relation), 'Ties between numberings.', [
    { from: 'W1', to: 'P1', kind: 'belongs-to', stated: 'positional' },
  ]),
  gates: may(z.array(gate), 'Gates.', [{ id: 'G1', title: 'Go', guards: [], conditions: [] }]),
  waivers: may(z.array(waiver), 'Conditions that were waived.', [
    {
      id: 'waiver-1',
      gate: 'G1',
      condition: 'c1',
      reason: 'Supplier delivers in June',
      author: 'council',
      at: '2026-05-01T00:00:00Z',
      expires: '2026-06-01T00:00:00Z',
    },
  ]),
  invariants: may(z.array(invariant), 'Rules over the whole plan.', [
    { id: 'order', title: 'In order', rule: 'complete-after-dependencies' },
  ]),
  stopConditions: may(z.array(stopCondition), 'When work must stop.', [
    { id: 'drift', title: 'A probe drifts' },
  ]),
  roles: may(z.array(role), 'Who may say what.', [{ id: 'council', title: 'Council', level: 2 }]),
  people: may(z.array(person), 'Who is who.', [{ id: 'ada', name: 'Ada L.' }]),
  authorisationRules: may(z.array(authorisationRule), 'Permissions that steps need.', [
    { id: 'C-7', title: 'Council record', perStep: true, definitions: [] },
  ]),
  authorisations: may(z.array(authorisationRecord), 'Grants, refusals, withdrawals.', [
    {
      id: 'record-4',
      rule: 'C-7',
      role: 'council',
      form: 'approval-row',
      steps: ['STEP 3'],
      decision: 'granted',
      scope: 'commit',
      at: '2026-05-01T09:00:00Z',
    },
  ]),
  probes: may(z.array(probe), 'What is observed in the live system.', [
    { id: 'outbox-rows', title: 'Rows in the outbox', expectations: [] },
  ]),
  reverifications: may(z.array(reverification), 'Probes run again between steps.', [
    { after: 'STEP 3', at: '2026-05-02T12:00:00Z', result: 'passed' },
  ]),
  tiers: may(z.array(tier), 'Test tiers.', [{ id: 'T0', title: 'Unit' }]),
  acceptance: may(z.array(acceptanceCategory), 'Acceptance ids by category.', [
    { id: 'communication', title: 'Communication', ids: ['A-1'], tiers: ['T0'] },
  ]),
  strengthScales: may(z.array(strengthScale), 'How strong evidence is.', [
    { id: 'browser', levels: ['isolated-component', 'browser-path'] },
  ]),
  documents: may(z.array(planDocument), 'Documents that the plan knows.', [
    { id: 'runbook', path: 'docs/runbook.md', title: 'Runbook' },
  ]),
  registers: may(z.array(register), 'Lists of documents.', [
    { id: 'specs', title: 'Specifications' },
  ]),
  contracts: may(z.array(contract), 'What must be delivered, file by file.', [
    { id: 'phase-4', title: 'Phase 4', categories: [], deliverables: [] },
  ]),
  metrics: may(z.array(metric), 'Measured quantities.', [
    { id: 'latency', title: 'Latency', unit: 'ms', better: 'lower' },
  ]),
  budgets: may(z.array(budget), 'Caps on spend.', [
    { id: 'cloud', title: 'Cloud', currency: 'EUR' },
  ]),
  checklists: may(z.array(checklist), 'Boxes to tick.', [
    { id: 'go', title: 'Go-live', groups: [] },
  ]),
  workflows: may(z.array(workflow), 'State machines that the plan describes.', [
    { id: 'loop', title: 'Review loop', nodes: [], transitions: [] },
  ]),
  notes: may(z.array(note), 'Texts that carry no rule.', [
    { id: 'objective', kind: 'objective', text: 'Move the shop.' },
  ]),
  evidence: may(z.array(evidence), 'Evidence, while there is little of it.', [
    { id: 'unit-tests', kind: 'test-report', name: 'Unit tests' },
  ]),
};

export const content = z.object(contentShape);

export const bundle = z
  .object({
    $schema: may(
      text,
      'Address of the JSON Schema, for editors.',
      'bundle-1.0.schema.json',
      harmless,
    ),
    wavegate: must(
      z.string().regex(/^\d+\.\d+\.\d+$/),
      'Version of the format, semantic.',
      '1.0.0',
    ),
    critical: may(
      z.array(z.string().min(1)),
      'Names of extensions, condition kinds and operators without which the bundle must not be judged.',
      ['org.example.drift'],
    ),
    extensions: may(
      z.record(z.string(), z.unknown()),
      'What others add, under names that contain a dot.',
      { 'org.example.drift': { seed: 7 } },
    ),
    ...contentShape,
    collections: may(collections, 'Files that hold more of the bundle.', {
      evidence: [{ path: 'collections/evidence.ndjson', count: 1200 }],
    }),
  })
  .meta({ id: 'Bundle', description: 'The file `bundle.json`.' });

const indexRevision = z
  .object({
    id: must(id, 'Id of the revision.', '2026-05-04'),
    createdAt: may(timestamp, 'When it was made.', '2026-05-04T09:00:00Z', harmless),
    label: may(text, 'A name for it.', 'after the audit', harmless),
    path: must(
      z.string().min(1),
      'Folder or file, relative to the index.',
      'projects/shop/2026-05-04/',
    ),
  })
  .meta({ id: 'IndexRevision', description: 'A revision that can be opened.' });

export const indexProject = z
  .object({
    id: must(id, 'Id of the project.', 'shop'),
    title: must(text, 'Its title.', 'Shop on the new platform'),
    description: may(text, 'What it is about.', 'Moves the shop.', harmless),
    sample: may(z.boolean(), 'Its evidence is made up.', true),
    revisions: must(z.array(indexRevision), 'Newest first.', [
      { id: '2026-05-04', path: 'projects/shop/2026-05-04/' },
    ]),
  })
  .meta({ id: 'IndexProject', description: 'A project in `index.json`.' });

export const index = z
  .object({
    $schema: may(
      text,
      'Address of the JSON Schema, for editors.',
      'bundle-1.0.schema.json',
      harmless,
    ),
    wavegate: must(
      z.string().regex(/^\d+\.\d+\.\d+$/),
      'Version of the format, semantic.',
      '1.0.0',
    ),
    projects: must(z.array(indexProject), 'The projects.', [
      { id: 'shop', title: 'Shop', revisions: [{ id: 'r1', path: 'projects/shop/r1/' }] },
    ]),
  })
  .meta({ id: 'Index', description: 'The file `index.json` of a static host.' });
