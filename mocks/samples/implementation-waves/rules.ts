import type { Note } from '../../../src/model/common.ts';
import type { Invariant, Waiver } from '../../../src/model/gate.ts';
import type {
  AuthorisationRecord,
  AuthorisationRule,
  Probe,
} from '../../../src/model/governance.ts';
import {
  authorisationRecordId,
  authorisationRuleId,
  conditionId,
  definitionId,
  evidenceId,
  gateId,
  invariantId,
  itemId,
  probeId,
  roleId,
} from '../../../src/model/ids.ts';
import type { Role } from '../../../src/model/plan.ts';
import { at, type Rev } from './source.ts';

export const ROLES: readonly Role[] = [
  { id: roleId('council'), title: 'Council', level: 2, holders: ['s.adeyemi', 'k.brandt'] },
  { id: roleId('assistant'), title: 'Planning assistant', level: 0, advisory: true },
];

/** Not in the document: added so that the sample shows a permission that is absent. */
export const AUTHORISATION_RULES: readonly AuthorisationRule[] = [
  {
    id: authorisationRuleId('A-ACL'),
    title: 'Council record for a change of access control',
    perStep: true,
    definitions: [
      {
        id: definitionId('A-ACL/1'),
        title: 'One recorded decision of the council',
        from: '2026-10-01T00:00:00Z',
        demands: [{ role: roleId('council'), forms: ['recorded-decision'], quorum: 1 }],
      },
    ],
  },
];

/** A chat message that sounds like a permission and is none. */
export function authorisations(rev: Rev): readonly AuthorisationRecord[] {
  if (rev === '47') return [];
  return [
    {
      id: authorisationRecordId('AR-1'),
      rule: authorisationRuleId('A-ACL'),
      role: roleId('assistant'),
      person: 'planning-assistant',
      form: 'chat-message',
      steps: [itemId('W5')],
      decision: 'granted',
      scope: 'commit',
      at: '2026-11-18T11:01:57Z',
      advisory: true,
      evidence: [evidenceId('E-W5-chat')],
    },
  ];
}

export function waivers(rev: Rev): readonly Waiver[] {
  if (rev === '47') return [];
  return [
    {
      id: 'WV-1',
      gate: gateId('G-W5'),
      condition: conditionId('utility-routes'),
      reason: 'Health and version routes only; they are tested by the platform team from December.',
      author: 's.adeyemi',
      at: '2026-11-17T09:00:00Z',
      expires: '2026-12-15T00:00:00Z',
    },
  ];
}

export const INVARIANTS: readonly Invariant[] = [
  {
    id: invariantId('order'),
    title: 'No wave is complete before the waves that it depends on',
    rule: 'complete-after-dependencies',
    source: at(28),
  },
  {
    id: invariantId('proof-before-sign-off'),
    title: 'No wave is signed off without its proof package',
    rule: 'guarded-close-needs-gate',
    source: at(5),
  },
  {
    id: invariantId('linked-evidence'),
    title: 'What is declared complete links to its evidence',
    rule: 'complete-needs-evidence',
  },
  {
    id: invariantId('enterprise-ready'),
    title: 'Nothing is labelled enterprise-ready before W5A is proven',
    statement: 'Applies to every wave that carries the label.',
    condition: {
      id: conditionId('labels'),
      kind: 'probe',
      title: 'Surfaces that carry the label before W5A',
      probe: probeId('enterprise-ready-labels'),
      moment: 'latest',
    },
    items: [itemId('W5')],
    source: at(26),
  },
  {
    id: invariantId('recorded'),
    title: 'A recorded verdict is what is recomputed',
    rule: 'recorded-equals-recomputed',
  },
  {
    id: invariantId('names'),
    title: 'An id names one thing',
    rule: 'one-name-one-thing',
  },
];

/** How many surfaces may carry the label depends on whether W5A is complete. */
export const PROBES: readonly Probe[] = [
  {
    id: probeId('enterprise-ready-labels'),
    title: 'Surfaces labelled enterprise-ready',
    query: 'waves whose surfaces carry the label enterprise-ready',
    unit: 'count',
    expectations: [
      { before: itemId('W5A'), operator: 'equals', value: 0 },
      { after: itemId('W5A'), operator: 'at-least', value: 0 },
    ],
    source: at(26),
  },
];

export const NOTES: readonly Note[] = [
  {
    id: 'allowed',
    kind: 'statement',
    title: 'Starting is allowed, sign-off is not yet',
    text: 'Implementation may begin; each wave still has to pass its proof package before it is signed off at run time.',
    source: at(5),
  },
  {
    id: 'path-1',
    kind: 'blocking-path',
    order: 1,
    text: 'The test harness and the streaming spine come first.',
    refs: ['W0', 'W1'],
    source: at(24),
  },
  {
    id: 'path-2',
    kind: 'blocking-path',
    order: 2,
    text: 'Next come providers, the model registry and Responses, MCP and tools, files and conversations, then sign-in, administration, configuration, access control and sessions.',
    refs: ['W2', 'W3', 'W4', 'W5'],
    source: at(25),
  },
  {
    id: 'path-3',
    kind: 'blocking-path',
    order: 3,
    text: 'Audit and discovery precede every claim to be enterprise-ready, and decide on mutations, legal hold, export, retention and projection.',
    refs: ['W5A'],
    source: at(26),
  },
  {
    id: 'path-4',
    kind: 'blocking-path',
    order: 4,
    text: 'Agents, sharing and the hardening of message writes follow.',
    refs: ['W5B', 'W6'],
    source: at(27),
  },
  {
    id: 'path-5',
    kind: 'blocking-path',
    order: 5,
    text: 'Web, chat, Codex, SwiftUI and command line come last, each once what it depends on is proven at run time.',
    refs: ['W7', 'W8', 'W9', 'W10', 'W11'],
    source: at(28),
  },
  {
    id: 'no-proof-line',
    kind: 'open-question',
    title: 'What proves W5B?',
    text: 'Twelve subjects of proof stand for thirteen waves, and W5B is not among them.',
    refs: ['W5B', 'G-W5B'],
  },
  {
    id: 'forward-reference',
    kind: 'reading',
    text: 'W9 depends on W10, which stands below it: neither number nor row is an order of building.',
    refs: ['W9', 'W10'],
    source: at(20),
  },
  {
    id: 'status-is-class',
    kind: 'reading',
    text: 'The column that is headed Status holds a class of priority; it was read as a class and never as progress.',
    source: at(7, 'Status'),
  },
  {
    id: 'rows-without-pipe',
    kind: 'reading',
    text: 'The rows lack the leading pipe that the header has; cells were read from the right number of columns.',
    source: { path: at(7).path, line: 9, endLine: 22 },
  },
  {
    id: 'title-twice',
    kind: 'reading',
    text: 'The title stands twice and nothing is marked as a heading.',
    source: { path: at(1).path, line: 1, endLine: 3 },
  },
  {
    id: 'parity',
    kind: 'exemption',
    text: 'W11 stays out of first parity unless operations need a wrapper written in Go.',
    refs: ['W11'],
    source: at(41),
  },
];
