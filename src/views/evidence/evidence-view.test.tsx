import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderEvidence, setWide } from './testing/render-evidence.tsx';
import {
  file,
  otherDigest,
  type Piece,
  piece,
  recordedDigest,
  reference,
  sessionOf,
} from './testing/sample-evidence.ts';

const report = piece('report.xml', file('<testsuite/>', 'application/xml'), {
  references: [
    reference('c1', 'Requests are refused', {
      verdict: 'failed',
      pointer: { kind: 'lines', from: 1, to: 1 },
    }),
    reference('c2', 'Audit is written'),
  ],
});
const notes = piece('notes.md', file('# Notes', 'text/markdown'), {
  kind: 'document',
  producer: { id: 'planner', advisory: true },
});
const pieces: readonly Piece[] = [report, notes];

const original = window.matchMedia;
beforeEach(() => setWide(true));
afterEach(() => {
  window.matchMedia = original;
});

const names = (): string[] =>
  within(screen.getByRole('grid', { name: 'Evidence' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[1]?.textContent ?? '');

describe('the list', () => {
  it('answers its question, with what is unused', async () => {
    renderEvidence(pieces);
    expect(
      await screen.findByRole('heading', {
        name: '2 pieces of evidence: conditions rely on 1, 1 is unused.',
      }),
    ).toBeVisible();
  });

  it('says how many files are not what was recorded', async () => {
    renderEvidence([piece('a', file('x', 'text/plain', 'mismatch'))]);
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      '1 file is not what was recorded.',
    );
  });

  it('lets columns be left out, in the link', async () => {
    const { user, search } = renderEvidence(pieces);
    await user.click(await screen.findByRole('button', { name: 'Choose columns' }));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Kind' }));
    await waitFor(() => expect(String(search().without)).toBe('kind'));
    expect(screen.queryByRole('menuitemcheckbox', { name: 'Name' })).toBeNull();
  });

  it('takes its filters from the link', async () => {
    renderEvidence(pieces, { kind: 'document', q: 'no' });
    await waitFor(() => expect(names()).toEqual(['notes.mdadvisory']));
    expect(screen.getByRole('searchbox', { name: 'Find evidence' })).toHaveValue('no');
    expect(screen.getByText('1 of 2 pieces of evidence')).toBeVisible();
  });

  it('writes its filters into the link', async () => {
    const { user, search } = renderEvidence(pieces);
    await user.click(await screen.findByRole('button', { name: 'Unused' }));
    await waitFor(() => expect(names()).toEqual(['notes.mdadvisory']));
    expect(search().use).toBe('orphan');
    await user.type(screen.getByRole('searchbox', { name: 'Find evidence' }), 'zz');
    expect(await screen.findByText('No evidence matches the filter')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    await waitFor(() => expect(names()).toHaveLength(2));
    expect(search()).toEqual({});
  });

  it('counts each kind in its choice', async () => {
    const { user } = renderEvidence(pieces);
    await user.click(await screen.findByRole('combobox', { name: 'Kind' }));
    expect(await screen.findByRole('option', { name: /document/ })).toHaveTextContent('1');
  });

  it('asks the engine to sort and says so in the link', async () => {
    const session = sessionOf(pieces);
    const evidencePage = vi.fn(session.evidencePage);
    const { user, search } = renderEvidence(pieces, {}, { ...session, evidencePage });
    await user.click(await screen.findByRole('button', { name: 'Used by' }));
    await user.click(screen.getByRole('button', { name: 'Used by' }));
    expect(search()).toMatchObject({ sort: 'usedBy', order: 'desc' });
    expect(evidencePage).toHaveBeenLastCalledWith(
      expect.anything(),
      expect.objectContaining({ sort: 'usedBy', descending: true }),
    );
  });

  it('puts the choice into the link by click and by keyboard', async () => {
    const { user, search } = renderEvidence(pieces);
    const grid = await screen.findByRole('grid', { name: 'Evidence' });
    grid.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(search().id).toBe('notes.md');
    expect(await screen.findByRole('heading', { level: 2, name: 'notes.md' })).toBeVisible();
  });

  it('asks for long lists in windows', async () => {
    const many = Array.from({ length: 1200 }, (_, at) => piece(`p${at}`, file('x', 'text/plain')));
    const session = sessionOf(many);
    const evidencePage = vi.fn(session.evidencePage);
    renderEvidence(many, {}, { ...session, evidencePage });
    const grid = await screen.findByRole('grid', { name: 'Evidence' });
    expect(grid).toHaveAttribute('aria-rowcount', '1201');
    const limits = evidencePage.mock.calls.map(([, query]) => query.limit);
    expect(Math.max(...limits)).toBe(500);
  });

  it('has a face for a bundle without evidence', async () => {
    renderEvidence([]);
    expect(await screen.findByText(/Gates that ask for evidence cannot pass/)).toBeVisible();
  });

  it('says when the engine gives no answer, and asks again', async () => {
    const session = sessionOf(pieces);
    let isBroken = true;
    const { user } = renderEvidence(
      pieces,
      {},
      {
        ...session,
        evidencePage: (request, query) =>
          isBroken ? Promise.reject(new Error('stopped')) : session.evidencePage(request, query),
      },
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('could not be made');
    isBroken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(names()).toHaveLength(2));
  });
});

describe('one piece', () => {
  it('names the conditions that rely on it, each with its verdict and place', async () => {
    renderEvidence(pieces, { id: 'report.xml', at: 'lines:1-1' });
    const relying = await screen.findByRole('region', { name: 'Conditions that rely on it' });
    expect(within(relying).getByText('2 conditions in 1 gate')).toBeVisible();
    expect(within(relying).getByRole('img', { name: 'Fails' })).toBeVisible();
    const condition = within(relying).getByRole('link', { name: 'Requests are refused' });
    expect(condition.getAttribute('href')).toMatch(/\/p\/waves\/gates\?gate=G1&condition=c1/);
    const place = within(relying).getByRole('link', { name: 'line 1' });
    expect(place.querySelector('[aria-current="location"]')).toBeInTheDocument();
  });

  it('says that nothing relies on an orphan', async () => {
    renderEvidence(pieces, { id: 'notes.md' });
    expect(await screen.findByText(/No condition relies on it/)).toBeVisible();
    expect(screen.getByText(/It advises and never authorises/)).toBeVisible();
  });

  it('says that the bytes are the recorded ones', async () => {
    renderEvidence(pieces, { id: 'report.xml' });
    expect(await screen.findByText(/these are the bytes that were recorded/)).toBeVisible();
  });

  it('shows both digests where they differ, and the bytes all the same', async () => {
    renderEvidence([piece('a.txt', file('changed', 'text/plain', 'mismatch'))], { id: 'a.txt' });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('These are not the bytes that were recorded');
    expect(alert).toHaveTextContent(recordedDigest);
    expect(alert).toHaveTextContent(otherDigest);
    expect(alert).toHaveTextContent('Nothing that rests on this file counts as a pass');
    expect(await screen.findByRole('region', { name: 'Text of a.txt' })).toHaveTextContent(
      'changed',
    );
  });

  it('shows in its row what was said of it in a review', async () => {
    const { user } = renderEvidence(pieces, { id: 'report.xml' });
    const marks = await screen.findByRole('group', { name: 'Review' });
    await user.click(within(marks).getByRole('button', { name: 'Question' }));
    const grid = screen.getByRole('grid', { name: 'Evidence' });
    const row = within(grid).getByText('report.xml').closest('tr');
    await waitFor(() =>
      expect(within(row ?? grid).getByRole('img', { name: 'Review: Questioned' })).toBeVisible(),
    );
    expect(within(grid).getAllByRole('img', { name: /^Review/ })).toHaveLength(1);
    await user.click(within(marks).getByRole('button', { name: 'Undecided' }));
  });

  it('claims nothing without a recorded digest', async () => {
    renderEvidence([piece('a.txt', file('x', 'text/plain', 'unrecorded'))], { id: 'a.txt' });
    expect(await screen.findByText(/nobody can tell/)).toBeVisible();
  });

  it.each([
    ['not-found', 'The file of this piece is missing.', 'Put the file back'],
    ['cors-or-network', 'The file cannot be reached.', 'Try again'],
    ['unsafe-path', 'A path leads out of the bundle.', 'Make the bundle anew'],
  ] as const)('%s has a face: what, where, what to do', async (code, what, remedy) => {
    const lost = piece('a.txt', { ok: false, error: { code, where: 'evidence/a.txt' } });
    renderEvidence([lost], { id: 'a.txt' });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(what);
    expect(alert).toHaveTextContent('evidence/a.txt');
    expect(alert).toHaveTextContent(remedy);
  });

  it('finds no fault with a file that is too large to be shown', async () => {
    const where = 'https://host.example/evidence/a.txt';
    const large = piece('a.txt', { ok: false, error: { code: 'too-large', where } });
    renderEvidence([large], { id: 'a.txt' });
    expect(await screen.findByText(/larger than the 16 MiB/)).toBeVisible();
    expect(screen.getByRole('link', { name: /Open the file itself/ })).toHaveAttribute(
      'href',
      where,
    );
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('tells a record without a file from a lost file', async () => {
    const { evidence, content } = piece('a', file('', 'text/plain'), {
      uri: 'javascript:alert(1)',
    });
    const { path: _, ...recordOnly } = evidence;
    renderEvidence([{ evidence: recordOnly, content }], { id: 'a' });
    expect(
      await screen.findByText(/holds the record of this piece, and not its file/),
    ).toBeVisible();
    expect(screen.queryByRole('link', { name: /javascript/ })).not.toBeInTheDocument();
  });

  it('says so when the link names a piece that is not there', async () => {
    renderEvidence(pieces, { id: 'gone' });
    expect(await screen.findByText('The bundle has no evidence gone')).toBeVisible();
  });

  it('takes the place of the list in a narrow window, gives it back, and the keyboard goes along', async () => {
    setWide(false);
    const { user, search } = renderEvidence(pieces);
    await user.click(await screen.findByText('notes.md'));
    const heading = await screen.findByRole('heading', { level: 1, name: 'notes.md' });
    await waitFor(() => expect(screen.getByRole('button', { name: 'All evidence' })).toBeVisible());
    expect(heading).toBeVisible();
    expect(screen.queryByRole('grid', { name: 'Evidence' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'All evidence' }));
    expect(await screen.findByRole('grid', { name: 'Evidence' })).toHaveFocus();
    expect(search()).toEqual({});
  });
});
