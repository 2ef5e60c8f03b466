import { expect, it } from 'vitest';
import type { DeclaredState } from '../../model/plan.ts';
import { readStatus } from './status.ts';

it.each<[string, DeclaredState]>([
  ['done — GO', 'complete'],
  ['DONE (2026-10-05; all green)', 'complete'],
  ['🔄 Partial', 'in-progress'],
  ['Completed ✅', 'complete'],
  ['**Complete**', 'complete'],
  ['in progress', 'in-progress'],
  ['in_progress', 'in-progress'],
  ['Not started', 'not-started'],
  ['not done', 'not-started'],
  ['incomplete', 'not-started'],
  ['partially complete', 'in-progress'],
  ['`pending`', 'not-started'],
  ['closed', 'complete'],
  ['blocked (waits for legal)', 'blocked'],
  ['❌', 'failed'],
  ['deferred', 'deferred'],
  ['later wave', 'deferred'],
  ['blocking', 'unknown'],
  ['', 'unknown'],
  ['42', 'unknown'],
])('%j is %s', (raw, state) => expect(readStatus(raw)).toBe(state));

it('takes the words of the plan first', () => {
  expect(readStatus('Later wave', { 'later wave': 'not-started' })).toBe('not-started');
});
