import { expect, it } from 'vitest';
import { revisionId } from '../model/ids.ts';
import { instantOf } from './judgement-instant.ts';

const revision = { id: revisionId('r'), createdAt: '2026-05-01T00:00:00Z' };
const now = '2026-11-21T00:00:00Z';

it.each([
  ['the page', { revision }, { now }, { asOf: now, origin: 'now' }],
  [
    'the revision of a sample',
    { revision, sample: true },
    { now },
    { asOf: revision.createdAt, origin: 'sample' },
  ],
  [
    'the viewer',
    { revision, sample: true },
    { now, asOf: '2026-06-01T00:00:00Z' },
    { asOf: '2026-06-01T00:00:00Z', origin: 'chosen' },
  ],
  [
    'the page when the viewer wrote no time',
    { revision },
    { now, asOf: '1 June 2026' },
    { asOf: now, origin: 'now' },
  ],
  [
    'the page when a sample has no time',
    { revision: { ...revision, createdAt: '?' }, sample: true },
    { now },
    { asOf: now, origin: 'now' },
  ],
])('takes the instant of %s', (_, content, request, expected) => {
  expect(instantOf(content, request)).toEqual(expected);
});
