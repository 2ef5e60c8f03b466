import type { Person } from '../../../src/model/common.ts';
import type {
  AuthorisationDefinition,
  AuthorisationRecord,
  AuthorisationRule,
} from '../../../src/model/governance.ts';
import {
  authorisationRecordId,
  definitionId,
  evidenceId,
  type ItemId,
} from '../../../src/model/ids.ts';
import type { Role } from '../../../src/model/plan.ts';
import {
  ACTIVATION,
  ADVISER,
  at,
  BUILDER,
  COUNCIL,
  INPUT_TRUST,
  RATIFICATION,
  rule,
  SOVEREIGN,
  step,
} from './names.ts';

export const ROLES: readonly Role[] = [
  {
    id: SOVEREIGN,
    title: 'President (sovereign)',
    level: 4,
    holders: ['sovereign-1'],
    note: 'Only this role makes a commit lawful.',
  },
  {
    id: COUNCIL,
    title: 'Council',
    level: 2,
    holders: ['council-1', 'council-2', 'council-3'],
  },
  {
    id: ADVISER,
    title: 'GPT and agents',
    advisory: true,
    note: 'May put steps in order and allow rehearsals, never a commit.',
  },
  { id: BUILDER, title: 'Build agent', level: 0, note: 'Carries the steps out and reports.' },
];

export const PEOPLE: readonly Person[] = [
  { id: 'sovereign-1', name: 'Sovereign (sample)' },
  { id: 'council-1', name: 'Council member 1 (sample)' },
  { id: 'council-2', name: 'Council member 2 (sample)' },
  { id: 'council-3', name: 'Council member 3 (sample)' },
];

export const MASTER_OLD = definitionId('M-1@2026-06-01');
export const MASTER_NEW = definitionId('M-1@2026-06-02');

function councilRecord(id: string, form: string, line: number): readonly AuthorisationDefinition[] {
  return [
    {
      id: definitionId(`${id}@2026-06-01`),
      title: 'A record of the council',
      from: '2026-06-01T00:00:00Z',
      demands: [{ role: COUNCIL, forms: [form] }],
      source: at(line),
    },
  ];
}

export const RULES: readonly AuthorisationRule[] = [
  {
    id: rule('M-1'),
    title: 'Leave of the sovereign for this very step',
    statement: 'Without it nothing is committed.',
    perStep: true,
    master: true,
    consequence: 'COMMIT_FORBIDDEN',
    definitions: [
      {
        id: MASTER_OLD,
        title: 'A row in os_proposal_approvals for the step',
        from: '2026-06-01T00:00:00Z',
        demands: [{ role: SOVEREIGN, forms: ['approval-row'] }],
        source: at(96),
      },
      {
        id: MASTER_NEW,
        title: 'A grant for the step in governance_build_authorization',
        from: '2026-06-02T00:00:00Z',
        redefines: ['M-1'],
        keeps: ['os_proposal_approvals = 0'],
        note: 'Recomputed from the votes behind it and, where demanded, an electronic signature of level 4. The text does not state how many votes; this sample takes two.',
        demands: [
          { role: COUNCIL, forms: ['quorum-vote'], quorum: 2, distinctPersons: true },
          { role: SOVEREIGN, forms: ['e-signature'] },
        ],
        source: at(12),
      },
    ],
    source: at(96),
  },
  {
    id: rule('A-9'),
    title: 'Sign-off of the sovereign for the apply path',
    statement: 'Covers H-1, H-2 and SB-6.',
    perStep: true,
    consequence: 'Never built.',
    definitions: [
      {
        id: definitionId('A-9@2026-06-01'),
        title: 'Sign-off of the sovereign',
        from: '2026-06-01T00:00:00Z',
        demands: [{ role: SOVEREIGN, forms: ['sign-off'] }],
        source: at(100, 'H-1/H-2/SB-6'),
      },
    ],
    source: at(46),
  },
  {
    id: rule('C-1'),
    title: 'Build record of the council for SB-2',
    perStep: true,
    definitions: councilRecord('C-1', 'build-record', 98),
    source: at(98),
  },
  {
    id: rule('C-2'),
    title: 'Build record of the council for SB-1',
    statement: 'A recorded decision; a ruling on a rehearsal is none.',
    perStep: true,
    definitions: councilRecord('C-2', 'build-record', 97),
    source: at(97),
  },
  {
    id: rule('C-7'),
    title: 'Decisions of the council on what comes after the tables',
    statement: 'Umbrella over C-7.1, C-7.2 and C-7.3.',
    perStep: true,
    definitions: councilRecord('C-7', 'recorded-decision', 43),
    source: at(43),
  },
  {
    id: rule('C-7.1'),
    title: 'Trust in inputs',
    perStep: true,
    partOf: rule('C-7'),
    definitions: councilRecord('C-7.1', 'recorded-decision', 99),
    source: at(99, 'C-7.2 / C-7.3 / C-7.1'),
  },
  {
    id: rule('C-7.2'),
    title: 'Activation of the ruleset',
    perStep: true,
    partOf: rule('C-7'),
    definitions: councilRecord('C-7.2', 'recorded-decision', 99),
    source: at(99, 'C-7.2 / C-7.3 / C-7.1'),
  },
  {
    id: rule('C-7.3'),
    title: 'Backfill',
    perStep: true,
    partOf: rule('C-7'),
    definitions: councilRecord('C-7.3', 'recorded-decision', 99),
    source: at(99, 'C-7.2 / C-7.3 / C-7.1'),
  },
  {
    id: RATIFICATION,
    title: 'Ratification of the authorisation model',
    statement: 'Once, by the council and by the sovereign.',
    perStep: false,
    definitions: [
      {
        id: definitionId('SB-0-RATIFICATION@2026-06-02'),
        title: 'Council and sovereign, once',
        from: '2026-06-02T00:00:00Z',
        demands: [
          { role: COUNCIL, forms: ['ratification'] },
          { role: SOVEREIGN, forms: ['ratification'] },
        ],
        source: at(12),
      },
    ],
    source: at(12),
  },
];

export const REGISTER = evidenceId('authorisation-register');
export const DIRECTION = evidenceId('gpt-direction');

type RecordText = Omit<AuthorisationRecord, 'id' | 'decision' | 'scope' | 'evidence'> & {
  readonly decision?: AuthorisationRecord['decision'];
  readonly scope?: AuthorisationRecord['scope'];
};

function record(id: string, text: RecordText): AuthorisationRecord {
  return {
    decision: 'granted',
    scope: 'commit',
    ...text,
    id: authorisationRecordId(id),
    evidence: [text.advisory === true ? DIRECTION : REGISTER],
  };
}

function vote(id: string, person: string, forStep: ItemId, at: string): AuthorisationRecord {
  return record(id, {
    rule: rule('M-1'),
    role: COUNCIL,
    person,
    form: 'quorum-vote',
    steps: [forStep],
    at,
    definition: MASTER_NEW,
  });
}

/**
 * Made-up records, each of which falls short in its own way. None is an approval row, so that the
 * count of os_proposal_approvals stays zero as the handoff found it.
 */
export const RECORDS: readonly AuthorisationRecord[] = [
  record('rec-gpt-rehearsal', {
    rule: rule('C-2'),
    role: ADVISER,
    person: 'gpt',
    form: 'rehearsal-ruling',
    steps: [step(1)],
    scope: 'rehearsal',
    at: '2026-10-12T08:00:00Z',
    advisory: true,
    note: 'Allows the rehearsal of STEP 1 and nothing else.',
  }),
  record('rec-gpt-go', {
    rule: rule('M-1'),
    role: ADVISER,
    person: 'gpt',
    form: 'statement',
    steps: [step(1)],
    at: '2026-11-18T09:30:00Z',
    advisory: true,
    note: 'Recommends to go ahead. Kept for the record; it authorises nothing.',
  }),
  record('rec-c2-expired', {
    rule: rule('C-2'),
    role: COUNCIL,
    person: 'council-1',
    form: 'build-record',
    steps: [step(1)],
    at: '2026-10-20T10:00:00Z',
    expires: '2026-11-10T00:00:00Z',
    note: 'Ran out before the pre-flight check.',
  }),
  vote('rec-vote-2a', 'council-1', step(2), '2026-11-02T10:00:00Z'),
  vote('rec-vote-2b', 'council-2', step(2), '2026-11-02T10:05:00Z'),
  vote('rec-vote-5a', 'council-3', step(5), '2026-11-03T10:00:00Z'),
  vote('rec-vote-5b', 'council-3', step(5), '2026-11-04T10:00:00Z'),
  record('rec-batch-3-4', {
    rule: rule('M-1'),
    role: SOVEREIGN,
    person: 'sovereign-1',
    form: 'e-signature',
    steps: [step(3), step(4)],
    at: '2026-11-05T16:00:00Z',
    definition: MASTER_NEW,
    note: 'One signature under two steps, which the handoff rules out.',
  }),
  record('rec-council-as-master', {
    rule: rule('M-1'),
    role: COUNCIL,
    person: 'council-1',
    form: 'recorded-decision',
    steps: [step(6)],
    at: '2026-11-06T09:00:00Z',
    note: 'A lower role cannot stand in for the sovereign.',
  }),
  record('rec-c71', {
    rule: rule('C-7.1'),
    role: COUNCIL,
    person: 'council-2',
    form: 'recorded-decision',
    steps: [INPUT_TRUST],
    at: '2026-10-28T14:00:00Z',
    note: 'One part of C-7; the umbrella is not met by it.',
  }),
  record('rec-c72-expired', {
    rule: rule('C-7.2'),
    role: COUNCIL,
    person: 'council-3',
    form: 'recorded-decision',
    steps: [ACTIVATION],
    at: '2026-10-15T14:00:00Z',
    expires: '2026-11-01T00:00:00Z',
    note: 'Ran out before there was a ruleset to activate.',
  }),
  record('rec-ratification-council', {
    rule: RATIFICATION,
    role: COUNCIL,
    person: 'council-1',
    form: 'ratification',
    steps: [],
    at: '2026-10-05T11:00:00Z',
    note: 'The half of the sovereign is still absent.',
  }),
];
