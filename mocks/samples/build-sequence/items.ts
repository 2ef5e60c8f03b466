import { evidenceId, itemId } from '../../../src/model/ids.ts';
import type { Declared, Dependency, PlanItem, Relation } from '../../../src/model/plan.ts';
import { at, step } from './source.ts';

type State = Pick<PlanItem, 'declared' | 'evidence'>;

function declared(
  state: Declared['state'],
  raw: string,
  when: string,
  evidence: readonly string[] = [],
): State {
  return {
    declared: { state, raw, at: when },
    ...(evidence.length === 0 ? {} : { evidence: evidence.map((id) => evidenceId(id)) }),
  };
}

const OPEN: State = { declared: { state: 'not-started', raw: 'open' } };

/** Phases with their goal and the one output that blocks what follows. */
const PHASES: readonly (readonly [string, string, string, State])[] = [
  [
    'Governance and documents',
    'The boxes of the TODO list and the policies pass their gates.',
    'P0',
    declared('complete', 'passed', '2026-10-09T12:00:00Z', ['E-todo-gate', 'E-policy-gate']),
  ],
  [
    'Workspace scaffold',
    'A manifest that compiles, and the roots of the crates.',
    'P1',
    declared('complete', 'passed', '2026-10-21T12:00:00Z', ['E-compile', 'E-crate-roots']),
  ],
  [
    'Domain and persistence core',
    'Primitives for notes, events, search and sign-in.',
    'P2',
    declared('in-progress', 'in progress', '2026-10-22T08:00:00Z'),
  ],
  ['Communication layer', 'The contracts over HTTP and WebSocket are implemented.', 'P3', OPEN],
  ['Frontend integration', 'The root URL and the flows of the editor are live.', 'P4', OPEN],
  [
    'Hardening and release',
    'T0, T1 and T2 complete and green, and the gates of the release too.',
    'P5',
    OPEN,
  ],
];

/** The six stages that the document names; S01, S02, S04, S08 and S09 are told elsewhere. */
const STAGES: readonly (readonly [string, string, number, State])[] = [
  [
    'S00',
    'Governance waves',
    20,
    declared('complete', 'closed', '2026-10-08T16:00:00Z', ['E-S00-closure']),
  ],
  [
    'S03',
    'Stage S03',
    33,
    declared('complete', 'closed', '2026-11-14T18:00:00Z', ['E-S03-closure']),
  ],
  ['S05', 'Stage S05', 33, declared('in-progress', 'open', '2026-11-10T09:00:00Z')],
  ['S06', 'Stage S06', 33, declared('reopened', 'reopened', '2026-11-15T10:00:00Z')],
  ['S07', 'Stage S07', 33, OPEN],
  ['S10', 'Hardening waves', 29, OPEN],
];

const STEPS: readonly (readonly [string, State])[] = [
  [
    'Carry out the governance waves of S00',
    declared('complete', 'done', '2026-10-08T16:10:00Z', ['E-S00-closure']),
  ],
  [
    'Generate Cargo.toml and the manifests of the crates',
    declared('complete', 'done', '2026-10-15T11:00:00Z', ['E-compile']),
  ],
  [
    'Create the domain and db crates, on which all services stand',
    declared('complete', 'done', '2026-10-20T17:00:00Z', ['E-crate-roots']),
  ],
  [
    'Regenerate the migrations before any integration test touches a database',
    declared('complete', 'done', '2026-10-29T15:00:00Z', ['E-migrations']),
  ],
  [
    'Implement the core of notes, events, workspaces and search',
    declared('in-progress', 'doing', '2026-10-30T08:00:00Z'),
  ],
  [
    'Implement http, ws and the middleware for auth, session and CSRF',
    declared('in-progress', 'doing', '2026-11-06T08:00:00Z'),
  ],
  ['Implement automation and the kjxlkj-agent runtime', OPEN],
  ['Implement the shell and the editor of the frontend', OPEN],
  [
    'Run the CI gates and capture evidence, wave by wave',
    declared('in-progress', 'continuous', '2026-10-08T16:10:00Z'),
  ],
  ['Enforce the hardening waves of S10 before the release is signed off', OPEN],
];

/** Three numberings side by side. No item is the parent of an item of another numbering. */
export function items(): readonly PlanItem[] {
  return [
    ...PHASES.map(
      ([goal, output, id, state], order): PlanItem => ({
        id: itemId(id),
        kind: 'phase',
        title: goal,
        goal,
        output,
        order,
        numbers: [{ namespace: 'phase', value: id, source: at(11 + order, id) }],
        ...state,
        source: at(11 + order),
      }),
    ),
    ...STAGES.map(
      ([id, title, line, state], order): PlanItem => ({
        id: itemId(id),
        kind: 'stage',
        title,
        order: 10 + order,
        numbers: [
          { namespace: 'stage', value: id, source: at(line, id) },
          ...(id === 'S00'
            ? [{ namespace: 'directory', value: 'stage-00-pivot-governance', source: at(line) }]
            : []),
        ],
        ...state,
        source: at(line),
      }),
    ),
    ...STEPS.map(
      ([title, state], index): PlanItem => ({
        id: itemId(step(index + 1)),
        kind: 'ordered step',
        title,
        order: 20 + index,
        numbers: [{ namespace: 'sequence', value: String(index + 1), source: at(20 + index) }],
        ...(index + 1 === 9 ? { recursPer: 'wave' } : {}),
        ...state,
        source: at(20 + index),
      }),
    ),
  ];
}

/**
 * Linear order inside each numbering, and never across. Step 9 recurs for each wave, so nothing
 * waits for it and it waits for nothing. The stages' order is positional: the document only says
 * that S10 comes before the release.
 */
export function dependencies(): readonly Dependency[] {
  const linear = (ids: readonly string[]): readonly Dependency[] =>
    ids.slice(1).map((id, index) => ({
      item: itemId(id),
      on: itemId(ids[index] ?? ''),
      origin: 'implied' as const,
    }));
  return [
    ...linear(['P0', 'P1', 'P2', 'P3', 'P4', 'P5']),
    ...linear([1, 2, 3, 4, 5, 6, 7, 8, 10].map(step)),
    ...['S00', 'S03', 'S05', 'S06', 'S07'].map(
      (on): Dependency => ({
        item: itemId('S10'),
        on: itemId(on),
        origin: 'positional',
        reason: 'Hardening comes last, before the release is signed off.',
        source: at(29),
      }),
    ),
  ];
}

/**
 * Ties between the numberings. Position in the document gives the first four; the rest are joins
 * that somebody configured. None of them is a dependency. Step 7 has no phase.
 */
export const RELATIONS: readonly Relation[] = [
  { from: 'S00', to: step(1), kind: 'same-as', stated: 'positional', source: at(20) },
  { from: 'S00', to: 'P0', kind: 'belongs-to', stated: 'positional', source: at(20) },
  { from: 'S10', to: step(10), kind: 'same-as', stated: 'positional', source: at(29) },
  { from: 'S10', to: 'P5', kind: 'belongs-to', stated: 'positional', source: at(29) },
  ...(
    [
      [step(2), 'P1'],
      [step(3), 'P1'],
      [step(4), 'P2'],
      [step(5), 'P2'],
      [step(6), 'P3'],
      [step(8), 'P4'],
      ['S03', 'P3'],
    ] as const
  ).map(
    ([from, to]): Relation => ({
      from,
      to,
      kind: 'belongs-to',
      stated: 'assumed',
      note: 'A configured join; the document does not state it.',
    }),
  ),
  {
    from: 'P3',
    to: 'S03',
    kind: 'owns',
    stated: 'assumed',
    note: 'Which wave a failed phase gate reopens is not stated.',
  },
];
