import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EvidenceFiles } from '../../../queries/evidence-files.ts';
import type { OpenRequest } from '../../../queries/session-types.ts';
import { type EvidenceTest, renderEvidence, setWide } from '../testing/render-evidence.tsx';
import { file, piece, recordedDigest, sessionOf } from '../testing/sample-evidence.ts';

const size = 20 * 1024 * 1024;
const lost = { ok: false, error: { code: 'cors-or-network', where: 'evidence/a' } } as const;

type Files = EvidenceFiles<OpenRequest>;

const original = window.matchMedia;
beforeEach(() => setWide(true));
afterEach(() => {
  window.matchMedia = original;
});

/** A log of three lines that says that it is large; what a test says goes wrong. */
function open(
  over: Partial<Files>,
  { isText = true, as }: { readonly isText?: boolean; readonly as?: 'report' } = {},
): EvidenceTest {
  const pieces = [piece('a', file('', 'text/plain'), { size })];
  const session = sessionOf(pieces);
  const files: Files = {
    ...session.files,
    open: async () => ({
      ok: true,
      value: { size, mediaType: 'text/plain', isText, hasReport: as !== undefined },
    }),
    count: async () => ({ ok: true, value: { count: 3, share: 1, isComplete: true } }),
    digest: async () => ({
      ok: true,
      value: { sha256: recordedDigest, digest: 'match', isNews: false },
    }),
    lines: async () => ({
      ok: true,
      value: ['one', 'two', 'three'].map((text) => ({ text, rest: 0 })),
    }),
    find: async () => ({ ok: true, value: { hits: [1] } }),
    bytes: async () => ({ ok: true, value: new Uint8Array(16).fill(65) }),
    ...over,
  };
  const search = { id: 'a', ...(as !== undefined && { as }) };
  return renderEvidence(pieces, search, { ...session, files });
}

/** Fails until it is mended. */
function failing<K extends keyof Files>(then: Files[K], answer: unknown = lost) {
  const state = { isBroken: true };
  const ask = async (...parts: Parameters<Files[K]>): Promise<unknown> => {
    if (!state.isBroken) return Reflect.apply(then, undefined, parts);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { state, ask: ask as Files[K] };
}

/** What happened, where, and what to do: and doing it helps. */
async function mend(
  { user }: EvidenceTest,
  state: { isBroken: boolean },
  what: RegExp = /cannot be reached/,
): Promise<void> {
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent(what);
  expect(alert).toHaveTextContent('evidence/a');
  expect(alert).toHaveTextContent('Try again');
  state.isBroken = false;
  await user.click(within(alert).getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
}

it('says that lines cannot be had, and has them when they can', async () => {
  const { state, ask } = failing<'lines'>(async () => ({
    ok: true,
    value: [{ text: 'found again', rest: 0 }],
  }));
  const page = open({ lines: ask });
  const table = await screen.findByRole('table', { name: 'Text of a' });
  await waitFor(() => expect(within(table).getAllByText('could not be read')).toHaveLength(3));
  await mend(page, state);
  expect(await within(table).findByText('found again')).toBeVisible();
});

it('says that the engine stopped in the middle of a file', async () => {
  const then: Files['lines'] = async () => ({ ok: true, value: [{ text: 'back', rest: 0 }] });
  const { state, ask } = failing<'lines'>(then, new Error('stopped'));
  const page = open({ lines: ask });
  await mend(page, state, /the engine stopped/);
  expect(await screen.findByText('back')).toBeVisible();
});

it('does not take a file whose lines cannot be counted for an empty one', async () => {
  const { state, ask } = failing<'count'>(async () => ({
    ok: true,
    value: { count: 3, share: 1, isComplete: true },
  }));
  const page = open({ count: ask });
  await screen.findByRole('alert');
  expect(screen.queryByText('0 lines')).not.toBeInTheDocument();
  await mend(page, state);
  expect(await screen.findByText('3 lines')).toBeVisible();
});

it('does not take bytes that cannot be had for no bytes', async () => {
  const { state, ask } = failing<'bytes'>(async () => ({
    ok: true,
    value: new Uint8Array(16).fill(65),
  }));
  const page = open({ bytes: ask }, { isText: false });
  await mend(page, state);
  expect(await screen.findByText(/41 41 41/)).toBeVisible();
});

it('does not take a search that broke off for one that found nothing', async () => {
  const { state, ask } = failing<'find'>(async () => ({ ok: true, value: { hits: [1] } }));
  const page = open({ find: ask });
  await page.user.type(
    await screen.findByRole('searchbox', { name: 'Find in the content' }),
    'two',
  );
  await screen.findByRole('alert');
  expect(screen.queryByText('no hits')).not.toBeInTheDocument();
  await mend(page, state);
  expect(await screen.findByText('1 of 1')).toBeVisible();
});

it('says that the file was not hashed, and that it has no report yet', async () => {
  const digest = failing<'digest'>(async () => ({
    ok: true,
    value: { sha256: recordedDigest, digest: 'match', isNews: false },
  }));
  const first = open({ digest: digest.ask });
  await mend(first, digest.state);
  expect(await screen.findByText(/these are the bytes that were recorded/)).toBeVisible();
  first.unmount();
  const report = failing<'largeReading'>(async () => ({
    ok: true,
    value: {
      reading: { format: 'text', because: { code: 'empty' }, facts: [], warnings: [] },
    },
  }));
  const second = open({ largeReading: report.ask }, { as: 'report' });
  await mend(second, report.state);
  expect(await screen.findByText(/finds no report/)).toBeVisible();
});

it('says that a download did not come', async () => {
  const page = open({ bytes: async () => lost });
  await page.user.click(await screen.findByRole('button', { name: 'Download' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('cannot be reached');
});
