import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../mocks/faults/healthy-bundle.ts';
import type { MemoryFiles } from '../queries/testing/memory-source.ts';
import { gate, planOf, settled, sourceFiles, waves } from './testing/plans.ts';
import { type AppTest, renderApp } from './testing/render-app.tsx';

const encoder = new TextEncoder();

/** Three revisions of one plan: a gate that passes, fails with other evidence, and passes again. */
function files(): MemoryFiles {
  const all: MemoryFiles = new Map();
  const made = ['2026-05-31T19:00:00Z', '2026-05-31T20:00:00Z', '2026-05-31T21:00:00Z'];
  const revisions = made.map((createdAt, at) => ({
    id: `r${at + 1}`,
    createdAt,
    label: `Revision ${at + 1}`,
    path: `projects/waves/r${at + 1}/`,
  }));
  for (const [at, { id, createdAt, label }] of revisions.entries()) {
    const plan = planOf(
      {
        revision: { id, createdAt, label },
        items: waves('A', 'B', ...(at === 2 ? ['C'] : [])),
        gates: [gate('G', 'A complete', [settled('record')])],
      },
      { record: at === 1 ? 2 : 0 },
    );
    for (const [path, bytes] of sourceFiles({ waves: plan })) {
      all.set(path.replace('projects/waves/r1/', `projects/waves/${id}/`), bytes);
    }
  }
  const index: JsonObject = {
    projects: [{ id: 'waves', title: 'Waves', revisions: revisions.toReversed() }],
  };
  return all.set('index.json', encoder.encode(JSON.stringify(index)));
}

function renderHistory(search = ''): AppTest {
  const sources = { 'bundles/': files() };
  return renderApp(`/p/waves/history${search}`, { sources });
}

describe('the history page', () => {
  it('lists the revisions with what each answered, and compares the shown one with the one before', async () => {
    renderHistory();
    expect(await screen.findByRole('heading', { level: 1, name: '3 revisions' })).toBeVisible();
    const timeline = screen.getByRole('region', { name: 'Revisions, newest first' });
    await waitFor(() => {
      expect(within(timeline).getAllByText(/of 1 gates pass/)).toHaveLength(3);
    });
    const rows = within(timeline).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringContaining('1 of 1 gates pass'),
      expect.stringContaining('0 of 1 gates pass'),
      expect.stringContaining('1 of 1 gates pass'),
    ]);
    const diff = await screen.findByRole('region', { name: 'From Revision 2 to Revision 3' });
    const flipped = await within(diff).findByRole('region', { name: /Gates that flipped/ });
    expect(flipped).toHaveTextContent(/Gate G.*Fails.*Passes.*Better/);
    expect(within(diff).getByRole('region', { name: /Evidence/ })).toHaveTextContent(
      /evidence\/record\.json.*Other bytes under the same name.*1 gate relies on it/,
    );
    expect(within(diff).getByRole('region', { name: /Items/ })).toHaveTextContent(/Wave C.*New/);
  });

  it('compares any two, and the link says which', async () => {
    const { user, url } = renderHistory();
    await user.click(await screen.findByRole('button', { name: 'Compare from Revision 1' }));
    await user.click(screen.getByRole('button', { name: 'Compare to Revision 2' }));
    await waitFor(() => expect(url()).toContain('from=r1&to=r2'));
    const diff = await screen.findByRole('region', { name: 'From Revision 1 to Revision 2' });
    const revoked = await within(diff).findByRole('region', { name: /Passes revoked/ });
    expect(within(revoked).getAllByRole('listitem')).toHaveLength(2);
    await user.click(within(diff).getByRole('button', { name: 'Each when it was made' }));
    await waitFor(() => expect(url()).toContain('each=own'));
  });

  it('walks through all from the first', async () => {
    const { user, url } = renderHistory();
    await user.click(await screen.findByRole('button', { name: 'To the first' }));
    expect(await screen.findByText(/Step 1 of 2/)).toBeVisible();
    expect(url()).toContain('from=r1&to=r2');
    await user.click(screen.getByRole('button', { name: 'One on' }));
    expect(await screen.findByText(/Step 2 of 2/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'One on' })).toBeDisabled();
  });

  it('leads to a revision that stays, and back to the newest', async () => {
    const { user, url } = renderHistory();
    await user.click(await screen.findByRole('link', { name: 'Look at it: Revision 2' }));
    await waitFor(() => expect(url()).toMatch(/^\/p\/waves\/overview\?rev=r2/));
    await user.click(await screen.findByRole('link', { name: /^History/ }));
    await user.click(await screen.findByRole('link', { name: 'Follow the newest' }));
    await waitFor(() => expect(url()).not.toContain('rev='));
  });
});
