import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { createSession } from '../queries/session.ts';
import { memorySource } from '../queries/testing/memory-source.ts';
import { gate, planOf, settled, sourceFiles, waits, waves } from './testing/plans.ts';
import { renderPlan, routeFailure, routeFailures } from './testing/render-app.tsx';

const sound = planOf(
  {
    items: waves('A', 'B'),
    dependencies: waits('B A'),
    gates: [gate('G', 'A complete', [settled('r')])],
  },
  { r: 0 },
);
/** An error, the dependency that leads nowhere, and a warning, the member that nobody knows. */
const faulty = planOf({
  items: waves('A', 'B').map((item) => ({ ...item, colour: 'red' })),
  dependencies: waits('B NOWHERE'),
});

const problems = () => screen.findByRole('region', { name: 'Problems found while reading' });

function factOf(name: string): string {
  const term = screen.getByText(name, { selector: 'dt' });
  return term.nextElementSibling?.textContent ?? '';
}

describe('the bundle', () => {
  it('says what it is and what is in it', async () => {
    renderPlan('bundle', sound);
    const heading = await screen.findByRole('heading', { level: 1 });
    expect(heading).toHaveTextContent('Ten waves, First. It was read without a problem.');
    expect(factOf('Project')).toBe('waves');
    expect(factOf('Revision')).toBe('r1');
    expect(factOf('Evidence')).toBe('As collected');
    expect(factOf('Plan items')).toBe('2');
    expect(factOf('Conditions')).toBe('1');
    expect(factOf('Format')).toBe('1.0.0');
    expect(within(await problems()).getByText('None.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Copy the bundle id' })).toBeVisible();
  });

  it('counts its files by what came out of comparing them', async () => {
    const records = planOf({ items: waves('A') }, { r: 0, s: 0, t: 0 });
    const { 'evidence/s.json': _, ...files } = records.files;
    renderPlan('bundle', { ...records, files: { ...files, 'evidence/t.json': 'other' } });
    expect(
      await screen.findByRole('img', {
        name: 'Evidence files compared with their digests: 1 digest matches, 1 digest differs, 1 file is missing',
      }),
    ).toBeVisible();
  });

  it('lists problems with their place, what they concern and what to do', async () => {
    renderPlan('bundle', faulty);
    const heading = await screen.findByRole('heading', { level: 1 });
    expect(heading).toHaveTextContent(/\d problems were found while reading\.$/);
    const [first] = within(await problems()).getAllByRole('listitem');
    expect(first).toHaveTextContent(/It refers to the \w+ NOWHERE, which the bundle does not have/);
    expect(first).toHaveTextContent('bundle.json');
    expect(first).toHaveTextContent(/line \d+, column \d+/);
    expect(first).toHaveTextContent('/dependencies/0/on');
    expect(first).toHaveTextContent('Correct the id');
    expect(within(first ?? document.body).getByRole('img', { name: 'Error' })).toBeVisible();
  });

  it('lists what is worse first, wherever it stands in the file', async () => {
    renderPlan('bundle', faulty);
    const rows = within(await problems()).getAllByRole('listitem');
    const named = (name: string): number[] =>
      rows.flatMap((row, at) => (within(row).queryByRole('img', { name }) === null ? [] : [at]));
    expect(Math.max(...named('Error'))).toBeLessThan(Math.min(...named('Warning')));
  });

  it('filters problems by severity in the link', async () => {
    const { user, url } = renderPlan('bundle', faulty);
    const region = await problems();
    const all = within(region).getAllByRole('listitem').length;
    await user.click(within(region).getByRole('button', { name: 'Warnings' }));
    await waitFor(() => expect(url()).toBe('/p/waves/bundle?severity=warning'));
    expect(within(region).queryByText(/NOWHERE/)).toBeNull();
    await user.click(within(region).getByRole('button', { name: 'All' }));
    await waitFor(() => expect(url()).toBe('/p/waves/bundle'));
    expect(within(region).getAllByRole('listitem')).toHaveLength(all);
  });

  it('never takes a severity without problems for a sound bundle', async () => {
    const { user, url } = renderPlan('bundle?severity=fatal', faulty);
    const region = await problems();
    expect(within(region).getByText('None of this severity.')).toBeVisible();
    await user.click(within(region).getByRole('button', { name: 'All' }));
    await waitFor(() => expect(url()).toBe('/p/waves/bundle'));
    expect(within(region).getByText(/NOWHERE/)).toBeVisible();
  });

  it('is read again on request', async () => {
    const files = sourceFiles({ waves: sound });
    const session = createSession({ openSource: () => memorySource(files).source });
    const { user } = renderPlan('bundle', sound, { session });
    expect(await screen.findByText('Plan items')).toBeVisible();
    expect(factOf('Plan items')).toBe('2');
    for (const [path, bytes] of sourceFiles({
      waves: { ...sound, document: { ...sound.document, items: waves('A', 'B', 'C') } },
    })) {
      files.set(path, bytes);
    }
    await user.click(screen.getByRole('button', { name: 'Read again' }));
    await waitFor(() => expect(factOf('Plan items')).toBe('3'));
  });

  it('shows a page that failed as such, and tries again', async () => {
    const warned = routeFailures();
    const failing = vi.fn(() => Promise.reject(new Error('no memory left')));
    const { user } = renderPlan('bundle', sound, { session: { problems: failing } });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('This page failed');
    expect(alert).toHaveTextContent('Reload it.');
    expect(warned).toHaveBeenCalledWith(...routeFailure);
    await user.click(within(alert).getByRole('button', { name: 'Details' }));
    expect(within(alert).getByText(/no memory left/)).toBeVisible();
    failing.mockImplementation(() => Promise.resolve({ rows: [], total: 0 }) as never);
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('None.')).toBeVisible();
  });
});
