import { z } from 'zod';
import { finite, id, ids, scalar, seconds, sourceRef, text, texts, timestamp } from './common.ts';
import { anyCondition } from './condition.ts';
import { harmless, may, must } from './describe.ts';

const source = may(sourceRef, 'Where it stands.', { path: 'docs/plan.md', line: 31 }, harmless);

export const declared = z
  .object({
    state: must(
      z.enum([
        'not-started',
        'in-progress',
        'complete',
        'blocked',
        'failed',
        'deferred',
        'reopened',
        'stopped',
        'unknown',
      ]),
      'What somebody wrote, brought to one vocabulary.',
      'in-progress',
      { fallback: 'unknown' },
    ),
    raw: may(text, 'The word as written.', 'WIP', harmless),
    at: may(timestamp, 'When it was written.', '2026-05-04T08:00:00Z'),
    by: may(text, 'Who wrote it.', 'ada', harmless),
    evidence: may(ids, 'Evidence that the statement links to.', ['closing-note']),
    source,
  })
  .meta({
    id: 'Declared',
    description: 'A state that somebody wrote; it is judged, not believed.',
  });

export const itemNumber = z
  .object({
    namespace: must(text, 'The numbering.', 'step'),
    value: must(text, 'The number or label in it.', '0'),
    source,
  })
  .meta({ id: 'ItemNumber', description: 'A number under which a document knows the item.' });

export const effect = z
  .object({
    id: must(id, 'Id of the effect.', 'no-ddl'),
    text: must(text, 'What it is.', 'Creates no table'),
    kind: must(z.enum(['allowed', 'forbidden']), 'May it happen, or must it never.', 'forbidden'),
    probe: may(text, 'The probe that would show it.', 'tables'),
    source,
  })
  .meta({ id: 'Effect', description: 'What an item may do to the world, or must never do.' });

export const rollback = z
  .object({
    text: must(text, 'What undoes the item.', 'Restore the dump of the seven tables'),
    state: may(text, 'How far it is prepared.', 'on-file'),
    evidence: may(ids, 'Evidence of it.', ['dump']),
  })
  .meta({ id: 'Rollback', description: 'How the item is undone.' });

export const reportRequirement = z
  .object({
    fields: must(
      z.array(
        z.object({
          id: must(id, 'Id of the field, as `report` facts use it.', 'rows-written'),
          title: must(text, 'What it says.', 'Rows written'),
          note: may(text, 'How to fill it.', 'Before and after', harmless),
        }),
      ),
      'The fields that must be filled.',
      [{ id: 'rows-written', title: 'Rows written' }],
    ),
    evidence: may(ids, 'Evidence with the `report` fact.', ['final-report']),
    source,
  })
  .meta({ id: 'ReportRequirement', description: 'The final report that a step owes.' });

export const deferral = z
  .object({
    reason: must(text, 'Why it is outside the present scope.', 'Needs the new region'),
    reactivation: may(
      text,
      'What would bring it back, in words.',
      'When the region opens',
      harmless,
    ),
    reactivatedWhen: may(anyCondition, 'The same as a rule.', {
      id: 'back',
      title: 'Region is open',
      kind: 'document',
      document: 'region',
    }),
  })
  .meta({ id: 'Deferral', description: 'The item is outside the present scope.' });

export const planItem = z
  .object({
    id: must(id, 'Id of the item.', 'W5A'),
    kind: must(text, 'Opaque word: `phase`, `wave`, `step`, `component`…', 'wave'),
    title: must(text, 'Its title.', 'Tenant isolation'),
    description: may(text, 'What it is about.', 'Rows of tenants are kept apart.', harmless),
    goal: may(text, 'What it is for.', 'No tenant sees another', harmless),
    output: may(text, 'What must come out of it.', 'Isolation report', harmless),
    parent: may(id, 'The item that it is part of.', 'P2'),
    order: may(finite, 'Position in the document; never a dependency.', 6, harmless),
    numbers: may(z.array(itemNumber), 'Numbers under which documents know it.', [
      { namespace: 'step', value: '5' },
    ]),
    class: may(text, 'Id of an item class.', 'blocking'),
    labels: may(texts, 'Words attached to it.', ['enterprise-ready']),
    owner: may(text, 'Who answers for it.', 'platform', harmless),
    declared: may(declared, 'The state that somebody wrote.', { state: 'in-progress', raw: 'WIP' }),
    estimate: may(
      z.object({
        value: must(finite.min(0), 'How much.', 3),
        unit: must(text, '`h`, `d`, `points`…', 'd'),
      }),
      'Effort.',
      { value: 3, unit: 'd' },
      harmless,
    ),
    period: may(text, 'When, in words of the plan.', '2026-Q2', harmless),
    deferred: may(deferral, 'Outside the present scope.', { reason: 'Needs the new region' }),
    recursPer: may(text, 'It recurs for each item of this kind, and so is no single step.', 'wave'),
    forbidden: may(
      z.object({
        reason: must(text, 'Why.', 'Applies changes to production'),
        unless: may(text, 'The authorisation rule that would allow it.', 'A-9'),
      }),
      'It must never be carried out.',
      { reason: 'Applies changes to production', unless: 'A-9' },
    ),
    effects: may(z.array(effect), 'What it may do and must never do.', [
      { id: 'no-ddl', text: 'Creates no table', kind: 'forbidden', probe: 'tables' },
    ]),
    rollback: may(z.array(rollback), 'How it is undone.', [
      { text: 'Restore the dump', state: 'on-file' },
    ]),
    report: may(reportRequirement, 'The report that it owes.', {
      fields: [{ id: 'rows-written', title: 'Rows written' }],
    }),
    evidence: may(ids, 'Evidence that the declared completion links to.', ['closing-note']),
    attributes: may(z.record(z.string(), scalar), 'Anything else that the plan says of it.', {
      risk: 'high',
    }),
    source,
  })
  .meta({
    id: 'PlanItem',
    description: 'A phase, wave, step, component: anything that gets done.',
  });

export const itemClass = z
  .object({
    id: must(id, 'Id of the class.', 'later'),
    title: must(text, 'Its title.', 'Later wave'),
    startsAfter: may(
      z.enum(['complete', 'proven']),
      'What a dependency must have reached before an item of this class may start. Default `complete`.',
      'proven',
    ),
    outOfProgress: may(z.boolean(), 'Left out of completion shares.', true, harmless),
    countedAs: may(text, 'Counted alone, under this name.', 'blocking waves', harmless),
  })
  .meta({ id: 'ItemClass', description: 'Priority or scope of items, never their progress.' });

export const dependency = z
  .object({
    item: must(id, 'The item that waits.', 'W5A'),
    on: must(id, 'The item that it waits for.', 'W4'),
    origin: may(
      z.enum(['explicit', 'implied', 'positional']),
      'How the plan says it.',
      'explicit',
      {
        harmless: true,
      },
    ),
    optional: may(z.boolean(), 'Drawn, and never blocks.', false),
    condition: may(text, 'Words beside it.', 'any shipped subset', harmless),
    reason: may(text, 'Why.', 'Foreign key', harmless),
    source,
  })
  .meta({ id: 'Dependency', description: 'An item waits for another.' });

export const relation = z
  .object({
    from: must(text, 'Id of one end.', 'W5A'),
    to: must(text, 'Id of the other end.', 'P2'),
    kind: must(
      z.enum(['same-as', 'belongs-to', 'applies-to', 'owns', 'covers', 'implements', 'see']),
      'How they are tied.',
      'belongs-to',
    ),
    stated: must(z.enum(['explicit', 'positional', 'assumed']), 'How sure it is.', 'positional'),
    note: may(text, 'A remark.', 'By order of the chapters', harmless),
    source,
  })
  .meta({ id: 'Relation', description: 'A tie between numberings; drawn, never a dependency.' });

const checkbox = z
  .object({
    id: must(id, 'Id of the box.', 'box-3'),
    text: must(text, 'What stands beside it.', 'Load test run'),
    checked: must(z.boolean(), 'Whether it is ticked.', true),
    evidence: may(ids, 'Evidence that it links to.', ['load-test']),
    links: may(
      z.array(
        z.object({
          href: must(text, 'The link as written.', 'evidence/load.json'),
          exists: may(z.boolean(), 'Whether it leads somewhere.', true),
        }),
      ),
      'Links beside the box.',
      [{ href: 'evidence/load.json', exists: true }],
    ),
    refs: may(texts, 'Ids that it speaks of.', ['A-1'], harmless),
    source,
  })
  .meta({ id: 'Checkbox', description: 'A box of a checklist.' });

export const checklist = z
  .object({
    id: must(id, 'Id of the list.', 'go-live'),
    title: must(text, 'Its title.', 'Go-live list'),
    item: may(id, 'The item that it belongs to.', 'W11'),
    groups: must(
      z.array(
        z.object({
          title: must(text, 'Heading of the group.', 'Before'),
          boxes: must(z.array(checkbox), 'The boxes.', [
            { id: 'box-3', text: 'Load test run', checked: true },
          ]),
        }),
      ),
      'The boxes in groups.',
      [{ title: 'Before', boxes: [{ id: 'box-3', text: 'Load test run', checked: true }] }],
    ),
  })
  .meta({ id: 'Checklist', description: 'Boxes to tick.' });

export const workflow = z
  .object({
    id: must(id, 'Id of the workflow.', 'review-loop'),
    title: must(text, 'Its title.', 'Review loop'),
    nodes: must(
      z.array(
        z.object({
          id: must(id, 'Id of the state.', 'draft'),
          title: must(text, 'Its title.', 'Draft'),
        }),
      ),
      'The states.',
      [{ id: 'draft', title: 'Draft' }],
    ),
    transitions: must(
      z.array(
        z.object({
          from: must(id, 'State before.', 'draft'),
          to: must(id, 'State after.', 'review'),
          when: may(text, 'What causes it.', 'submitted', harmless),
        }),
      ),
      'The transitions; loops are lawful.',
      [{ from: 'draft', to: 'review' }],
    ),
    source,
  })
  .meta({ id: 'Workflow', description: 'A state machine that the plan describes.' });

export const role = z
  .object({
    id: must(id, 'Id of the role.', 'council'),
    title: must(text, 'Its title.', 'Council'),
    level: may(finite, 'Higher stands above; a lower role cannot grant what a higher one must.', 2),
    advisory: may(z.boolean(), 'Its statements are kept and never authorise.', false),
    holders: may(texts, 'Ids of the people who hold it.', ['ada']),
    note: may(text, 'A remark.', 'Meets on Mondays', harmless),
  })
  .meta({ id: 'Role', description: 'Who may say what.' });

export const policy = z
  .object({
    maxEvidenceAge: may(
      seconds,
      'Age at which evidence is stale, for conditions without `maxAge`. Seconds.',
      2_592_000,
    ),
  })
  .meta({ id: 'Policy', description: 'Defaults for the whole plan.' });
