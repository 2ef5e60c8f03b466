import {
  type Behaviour,
  change,
  type FaultPlan,
  hello,
  htmlPage,
  type StreamScript,
} from './behaviours.ts';

const noEvents: Behaviour = { kind: 'answer', status: 404 };
const busy: Behaviour = { kind: 'answer', status: 503, headers: { 'retry-after': '1' } };
const page: Behaviour = { kind: 'answer', status: 200, type: 'text/html', body: htmlPage };

/** What a stream of events sends, and which revisions the server lists meanwhile. */
export interface StreamScenario {
  readonly name: string;
  readonly isMidStream?: boolean;
  readonly streams: readonly StreamScript[];
  readonly rules?: FaultPlan['rules'];
  /** Revisions that are there by the time the stream is opened again, besides `r1` and `r2`. */
  readonly arrived: readonly string[];
}

const half = change(8, 'r3').slice(0, 30);

/** However the events come, every revision that arrived is told once, and nothing else. */
export const streamFaults: readonly StreamScenario[] = [
  {
    name: 'in order',
    streams: [{ pieces: [hello(7), change(8, 'r3')], end: 'stall' }],
    arrived: ['r3'],
  },
  {
    name: 'doubled',
    streams: [
      { pieces: [hello(7), change(8, 'r3'), change(8, 'r3'), change(8, 'r3')], end: 'stall' },
    ],
    arrived: ['r3'],
  },
  {
    name: 'out of order',
    streams: [{ pieces: [hello(7), change(9, 'r4'), change(8, 'r3')], end: 'stall' }],
    arrived: ['r3', 'r4'],
  },
  {
    name: 'one lost',
    streams: [{ pieces: [hello(7), change(9, 'r4')], end: 'stall' }],
    arrived: ['r3', 'r4'],
  },
  {
    name: 'lost before the first',
    streams: [{ pieces: [hello(7)], end: 'stall' }],
    arrived: ['r3'],
  },
  {
    name: 'of another epoch',
    streams: [
      { pieces: [hello(7)], end: 'close' },
      { pieces: [hello(0, 'e2'), change(1, 'r3', 'added', 'e2')], end: 'stall' },
    ],
    arrived: ['r3'],
  },
  {
    name: 'with numbers that fall',
    streams: [{ pieces: [hello(7), change(8, 'r3'), change(3, 'r4'), hello(2)], end: 'stall' }],
    arrived: ['r3', 'r4'],
  },
  {
    name: 'about what is not there',
    streams: [{ pieces: [hello(7), change(8, 'r9')], end: 'stall' }],
    arrived: [],
  },
  {
    name: 'that are no JSON',
    streams: [
      { pieces: [hello(7), 'event: revision\nid: e1:8\ndata: {"sequence":\n\n'], end: 'stall' },
    ],
    arrived: ['r3'],
  },
  {
    name: 'without what they must have',
    streams: [{ pieces: [hello(7), 'event: revision\ndata: {"sequence":8}\n\n'], end: 'stall' }],
    arrived: ['r3'],
  },
  {
    name: 'of unknown kinds',
    streams: [
      {
        pieces: [
          'event: party\ndata: 1\n\n',
          hello(7),
          'event: party\ndata: {}\n\n',
          change(8, 'r3'),
        ],
        end: 'stall',
      },
    ],
    arrived: ['r3'],
  },
  {
    name: 'from a clock that is far ahead',
    streams: [{ pieces: [hello(7, 'e1', '2099-01-01T00:00:00Z'), change(8, 'r3')], end: 'stall' }],
    arrived: ['r3'],
  },
  {
    name: 'from a clock that is far behind',
    streams: [{ pieces: [hello(7, 'e1', '1970-01-01T00:00:00Z'), change(8, 'r3')], end: 'stall' }],
    arrived: ['r3'],
  },
  {
    name: 'not at all: 404',
    streams: [],
    rules: [{ path: /^events/, behaviour: noEvents }],
    arrived: ['r3'],
  },
  {
    name: 'not at all: a page',
    streams: [],
    rules: [{ path: /^events/, behaviour: page }],
    arrived: ['r3'],
  },
  {
    name: 'after 503 with Retry-After',
    streams: [],
    rules: [{ path: /^events/, behaviour: busy, times: 2 }],
    arrived: ['r3'],
  },
  {
    isMidStream: true,
    name: 'and the connection breaks',
    streams: [
      { pieces: [hello(7)], end: 'break' },
      { pieces: [hello(8), change(8, 'r3')], end: 'stall' },
    ],
    arrived: ['r3'],
  },
  {
    isMidStream: true,
    name: 'and the connection breaks in the middle of one',
    streams: [
      { pieces: [hello(7), half], end: 'break' },
      { pieces: [hello(7), change(8, 'r3')], end: 'stall' },
    ],
    arrived: ['r3'],
  },
  {
    isMidStream: true,
    name: 'and silence in the middle of one',
    streams: [
      { pieces: [hello(7), half], end: 'stall' },
      { pieces: [hello(7), change(8, 'r3')], end: 'stall' },
    ],
    arrived: ['r3'],
  },
  {
    isMidStream: true,
    name: 'and it breaks again and again',
    streams: [
      { pieces: [], end: 'break' },
      { pieces: [hello(7)], end: 'break' },
      { pieces: [half], end: 'close' },
      { pieces: [hello(8)], end: 'stall' },
    ],
    arrived: ['r3'],
  },
];
