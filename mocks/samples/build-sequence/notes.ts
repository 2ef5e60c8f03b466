import type { Note } from '../../../src/model/common.ts';
import { evidenceId, itemId } from '../../../src/model/ids.ts';
import type { Checklist } from '../../../src/model/plan.ts';
import { at, step } from './source.ts';

/** Boxes of the waves’ lists: with evidence, without, with a link that leads nowhere, and open ones. */
export const CHECKLISTS: readonly Checklist[] = [
  {
    id: 'todo-s00',
    title: 'Governance waves',
    item: itemId('S00'),
    groups: [
      {
        title: 'Policies',
        boxes: [
          {
            id: 'todo-s00/1',
            text: 'Policies pass their gate',
            checked: true,
            evidence: [evidenceId('E-policy-gate')],
            links: [{ href: '/evidence/p0/policy-gate.json', exists: true }],
          },
          {
            id: 'todo-s00/2',
            text: 'TODO list passes its gate',
            checked: true,
            evidence: [evidenceId('E-todo-gate')],
            links: [{ href: '/evidence/p0/todo-gate.json', exists: true }],
          },
        ],
      },
    ],
  },
  {
    id: 'todo-s03',
    title: 'Communication waves',
    item: itemId('S03'),
    groups: [
      {
        title: 'Replay',
        boxes: [
          { id: 'todo-s03/1', text: 'Stale cursors carry their details', checked: true },
          {
            id: 'todo-s03/2',
            text: 'Replay keeps the order',
            checked: true,
            links: [{ href: '/docs/evidence/replay-order.md', exists: false }],
          },
          { id: 'todo-s03/3', text: 'Acceptance ids are green in T2', checked: false },
        ],
      },
    ],
  },
];

export const NOTES: readonly Note[] = [
  {
    id: 'objective',
    kind: 'objective',
    text: 'One order, always the same, for rebuilding everything from its documents.',
    source: at(5),
  },
  {
    id: 'three-numberings',
    kind: 'open-question',
    title: 'Three numberings and no table that joins them',
    text: 'P0 to P5, S00 to S10 and 1 to 10 run side by side. By position S00 goes with step 1 and P0, and S10 with step 10 and P5; every other tie is configured here and marked as assumed.',
    refs: ['P0', 'P5', 'S00', 'S10', step(1), step(10)],
  },
  {
    id: 'unnamed-stages',
    kind: 'reading',
    text: 'S01, S02, S04, S08 and S09 are not named here; other documents tell of them.',
    source: at(33),
  },
  {
    id: 'step-without-phase',
    kind: 'open-question',
    text: 'Automation and agent belong to no phase.',
    refs: [step(7)],
    source: at(26),
  },
  {
    id: 'auth-in-two-places',
    kind: 'conflict',
    text: 'The primitives of sign-in are an output of P2, while its middleware is built in step 6 with the communication layer.',
    refs: ['P2', step(6), 'P3'],
    source: at(25),
  },
  {
    id: 'recurring-step',
    kind: 'exemption',
    text: 'Step 9 recurs for each wave; no order holds it and it holds nothing.',
    refs: [step(9)],
    source: at(28),
  },
  {
    id: 'gate-in-prose',
    kind: 'reading',
    text: 'The gate is named for a layer and guards stages. Only its last condition could be judged from test reports alone; the other four were mapped to suites and records by hand.',
    refs: ['G-COMM'],
    source: at(31),
  },
  {
    id: 'identity',
    kind: 'reading',
    text: 'A stage is known by its id. The directory of S00 speaks of a pivot, the step of governance waves.',
    refs: ['S00'],
    source: at(20),
  },
  {
    id: 'stage-waits',
    kind: 'reading',
    text: 'That S10 waits for the other stages follows from its place and from the release, and is marked as positional.',
    refs: ['S10'],
    source: at(29),
  },
];
