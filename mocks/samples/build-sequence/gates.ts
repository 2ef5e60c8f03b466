import type { Condition, TestsCondition } from '../../../src/model/condition.ts';
import type { Gate, Invariant, Waiver } from '../../../src/model/gate.ts';
import {
  conditionId,
  evidenceId,
  gateId,
  invariantId,
  itemId,
  tierId,
} from '../../../src/model/ids.ts';
import { present, suite, valueAt } from '../shared/conditions.ts';
import { at } from './source.ts';

function phaseGate(phase: string, line: number, conditions: readonly Condition[]): Gate {
  return {
    id: gateId(`G-${phase}`),
    title: `${phase} blocking output`,
    guards: [
      { item: itemId(phase), effect: 'complete' },
      { item: itemId(phase), effect: 'advance' },
    ],
    conditions,
    source: at(line),
  };
}

const truth = { operator: 'equals', target: true } as const;

/** All cases of a tier that cover the subject. A skipped case proves nothing. */
function tier(id: 'T0' | 'T1' | 'T2', title: string, covers: string): TestsCondition {
  return {
    id: conditionId(id),
    kind: 'tests',
    title,
    evidence: { kind: 'test-report', covers },
    tier: tierId(id),
    minCases: 1,
    maxFailed: 0,
    maxSkipped: 0,
  };
}

const PHASE_GATES: readonly Gate[] = [
  phaseGate('P0', 11, [
    valueAt('todo', 'The boxes pass their gate', 'E-todo-gate', '/passed', truth),
    valueAt('policy', 'The policies pass their gate', 'E-policy-gate', '/passed', truth),
  ]),
  phaseGate('P1', 12, [
    valueAt('manifest', 'The manifest compiles', 'E-compile', '/exitCode', {
      operator: 'equals',
      target: 0,
    }),
    valueAt('crate-roots', 'Every crate has its root', 'E-crate-roots', '/missing', {
      operator: 'equals',
      target: 0,
    }),
  ]),
  phaseGate('P2', 13, [
    suite('note', 'Note primitives', 'P2/note'),
    suite('event', 'Event primitives', 'P2/event'),
    suite('search', 'Search primitives', 'P2/search'),
    suite('auth', 'Sign-in primitives', 'P2/auth'),
  ]),
  phaseGate('P3', 14, [
    suite('http-contract', 'HTTP contract is implemented', 'P3/http-contract'),
    suite('ws-contract', 'WebSocket contract is implemented', 'P3/ws-contract'),
  ]),
  phaseGate('P4', 15, [
    present('root-url', 'The root URL answers', 'probe-run', 'P4/root-url'),
    suite('editor', 'The flows of the editor are live', 'P4/editor'),
  ]),
  phaseGate('P5', 16, [
    tier('T0', 'T0 complete and green', 'release'),
    tier('T1', 'T1 complete and green', 'release'),
    tier('T2', 'T2 complete and green', 'release'),
    {
      id: conditionId('release'),
      kind: 'gate',
      title: 'The gates of the release are green',
      gate: gateId('G-RELEASE'),
    },
  ]),
];

const COMMUNICATION: Gate = {
  id: gateId('G-COMM'),
  title: 'Communication layer',
  statement: 'Must hold before any of the guarded stages is closed. Nobody can waive it.',
  guards: ['S03', 'S05', 'S06', 'S07'].map((stage) => ({
    item: itemId(stage),
    effect: 'complete' as const,
  })),
  nonBypassable: true,
  owner: 'platform',
  declared: {
    verdict: 'passed',
    raw: 'PASS',
    at: '2026-11-14T17:40:00Z',
    by: 'l.marchetti',
    evidence: [evidenceId('E-comm-record')],
  },
  source: at(31),
  conditions: [
    {
      id: conditionId('request-id'),
      kind: 'all',
      title: 'Request ids reach the errors of HTTP and of WebSocket',
      source: at(35),
      of: [
        suite('request-id-http', 'Errors over HTTP', 'G-COMM/request-id'),
        suite('request-id-ws', 'Errors over WebSocket', 'G-COMM/request-id'),
      ],
    },
    {
      id: conditionId('determinism'),
      kind: 'all',
      title: 'Optimistic concurrency and idempotency are deterministic',
      source: at(36),
      of: [
        valueAt('runs', 'Enough runs', 'E-occ', '/runs', { operator: 'at-least', target: 500 }),
        valueAt('diverging', 'No run diverges', 'E-occ', '/diverging', {
          operator: 'equals',
          target: 0,
        }),
      ],
    },
    suite(
      'stale-cursor',
      'A stale cursor is answered with STALE_CURSOR and its details',
      'G-COMM/stale-cursor',
      {
        minCases: 40,
        source: at(37),
      },
    ),
    {
      id: conditionId('enforcement'),
      kind: 'cross-check',
      title: 'Auth, session and CSRF are enforced on every mutating endpoint',
      left: {
        evidence: evidenceId('E-csrf'),
        pointer: { kind: 'json', pointer: '/enforced' },
      },
      right: {
        evidence: evidenceId('E-csrf'),
        pointer: { kind: 'json', pointer: '/mutatingEndpoints' },
      },
      source: at(38),
    },
    {
      id: conditionId('acceptance'),
      kind: 'all',
      title: 'The acceptance ids of communication are green in each tier',
      statement:
        'The document names the category and does not list its ids, so that nobody can tell whether the reports are complete.',
      source: at(39),
      of: [
        present(
          'enumerated',
          'The ids of the category are listed somewhere',
          'acceptance-index',
          'communication',
        ),
        tier('T0', 'Green in T0', 'communication'),
        tier('T1', 'Green in T1', 'communication'),
        tier('T2', 'Green in T2', 'communication'),
      ],
    },
  ],
};

/** The document speaks of release gates and names none; this list is made up. */
const RELEASE: Gate = {
  id: gateId('G-RELEASE'),
  title: 'Release',
  statement: 'The document demands release gates without listing them; these stand in for them.',
  guards: [{ item: itemId('P5'), effect: 'complete' }],
  owner: 'release',
  source: at(16, 'release gates'),
  conditions: [
    present('hardening', 'Hardening waves are closed', 'stage-closure', 'S10', {
      source: at(29, 'S10'),
    }),
    present('evidence-index', 'The evidence index is complete', 'index-check', 'evidence-index'),
    present('security', 'Security was reviewed', 'review-record', 'release/security'),
    present('restore', 'A backup was restored', 'rehearsal-log', 'release/restore'),
    {
      ...present('mobile', 'The mobile client was smoke-tested', 'test-report', 'release/mobile'),
      notApplicable: { reason: 'This rebuild has no mobile client.', by: 'release' },
    },
  ],
};

export const GATES: readonly Gate[] = [...PHASE_GATES, COMMUNICATION, RELEASE];

/** Tried, and without effect: the gate cannot be waived. */
export const WAIVERS: readonly Waiver[] = [
  {
    id: 'WV-comm',
    gate: gateId('G-COMM'),
    condition: conditionId('stale-cursor'),
    reason: 'Only three shapes of answer are affected.',
    author: 'l.marchetti',
    at: '2026-11-14T17:30:00Z',
    expires: '2027-01-31T00:00:00Z',
  },
];

export const INVARIANTS: readonly Invariant[] = [
  {
    id: invariantId('fail-fast-1'),
    title: 'A failed gate reopens what it guards',
    statement:
      'When the gate of a phase fails, work stops and the wave that owns it is open again; a claim that it is closed contradicts the gate.',
    rule: 'guarded-close-needs-gate',
    source: at(43),
  },
  {
    id: invariantId('fail-fast-2'),
    title: 'No ticked box and no completion without linked evidence',
    rule: 'complete-needs-evidence',
    source: at(44),
  },
  {
    id: invariantId('fail-fast-3'),
    title: 'No later phase advances over an open blocker of an earlier one',
    rule: 'earlier-phase-blocks-later',
    items: ['P0', 'P1', 'P2', 'P3', 'P4', 'P5'].map((id) => itemId(id)),
    source: at(45),
  },
  {
    id: invariantId('step-order'),
    title: 'No step is finished before the steps above it, but for the one that recurs',
    rule: 'complete-after-dependencies',
    source: at(18),
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
