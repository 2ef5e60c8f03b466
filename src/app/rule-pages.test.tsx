import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { planOf, waves } from './testing/plans.ts';
import { renderPlan } from './testing/render-app.tsx';
import { renderSample, stillOf } from './testing/sample-app.tsx';

describe('authorisations', () => {
  it('put the master rule first, and tell each way in which a grant can lack', async () => {
    const shown = await stillOf('/p/governance-handoff/authorisations');
    const text = shown.element.textContent ?? '';
    expect(text.indexOf('First of all: M-1')).toBeLessThan(text.indexOf('Leave for each step'));
    expect(text).toContain('Without it nothing is committed.');
    expect(text).toContain('COMMIT_FORBIDDEN');
    const rows = [...shown.element.querySelectorAll('tbody tr')].map(
      (row) => row.textContent ?? '',
    );
    for (const [step, word] of [
      ['step-1', 'Expired'],
      ['step-1', 'Advice only'],
      ['step-2', 'In part only'],
      ['step-3', 'Covers several'],
      ['step-5', 'Same person twice'],
      ['step-6', 'Other role'],
      ['step-7', 'Missing'],
      ['step-9', 'Forbidden'],
    ] as const) {
      expect(
        rows.find((row) => row.startsWith(step)),
        `${step}: ${word}`,
      ).toContain(word);
    }
    shown.element.remove();
  });

  it('open a step in the link: effects, probes, rehearsal, rollback, report, stops', async () => {
    const { user, url } = renderSample('/p/governance-handoff/authorisations');
    await user.click(await screen.findByText('Responsibility scopes and object ownership'));
    await waitFor(() => expect(url()).toContain('step=step-2'));
    for (const name of [
      'Leave',
      'What it may do, and what it must never do',
      'Probes of the live system',
      'Rehearsal and way back',
      'Final report: 0 of 14 fields',
      'Stop conditions',
    ]) {
      expect(await screen.findByText(name)).toBeVisible();
    }
    await user.click(screen.getByText('Close'));
    await waitFor(() => expect(url()).not.toContain('step='));
  });

  it('say so when a plan asks for none, and when a step is unknown', async () => {
    const { unmount } = renderPlan('authorisations', planOf({ items: waves('A') }));
    expect(await screen.findByRole('heading', { level: 1 })).toBeVisible();
    expect(screen.queryByRole('table')).toBeNull();
    unmount();
    renderSample('/p/governance-handoff/authorisations?step=step-77');
    expect(await screen.findByText(/step-77/)).toBeVisible();
  });
});

describe('invariants', () => {
  it('lead with their counterexamples to the graph, where these are lit', async () => {
    const { user, url } = renderSample('/p/governance-handoff/invariants?rule=one-name-one-thing');
    const rule = (await screen.findByRole('heading', { name: 'A number names one step' })).closest(
      'li',
    );
    expect(rule).toHaveAttribute('aria-current', 'true');
    const inside = within(rule ?? document.body);
    expect(inside.getByRole('link', { name: 'sb-0' })).toBeVisible();
    await user.click(inside.getByRole('link', { name: 'Show these on the graph' }));
    await waitFor(() => expect(url()).toBe('/p/governance-handoff/graph?rule=one-name-one-thing'));
  });

  it('are filtered by verdict, in the link', async () => {
    const { user, url } = renderSample('/p/governance-handoff/invariants');
    await user.click(await screen.findByRole('button', { name: 'Holds 4' }));
    await waitFor(() => expect(url()).toContain('verdict=holds'));
    expect(screen.queryByRole('heading', { name: 'A number names one step' })).toBeNull();
    expect(screen.getByRole('heading', { name: 'The apply tool does not exist' })).toBeVisible();
  });

  it('are the engine’s own where the plan states none', async () => {
    renderPlan('invariants', planOf({ items: waves('A') }));
    const heading = await screen.findByRole('heading', { level: 1 });
    expect(heading).toHaveTextContent('The one rule holds.');
    expect(screen.getByText(/rules have nothing to judge in this plan$/)).toBeVisible();
  });
});

describe('documents', () => {
  const rows = async (): Promise<number> => {
    const grid = await screen.findByRole('grid', { name: 'Catalogue' });
    return within(grid).getAllByRole('row').length - 1;
  };

  it.each([
    ['problem=missing', 2],
    ['problem=lock-broken', 1],
    ['q=rate_limiting', 4],
    ['problem=missing&q=caching', 1],
  ])('are filtered by %s to %d', async (search, count) => {
    renderSample(`/p/specs-index/documents?${search}`);
    expect(await rows()).toBe(count);
  });

  it('are filtered by hand, and the link says so', async () => {
    const { user, url } = renderSample('/p/specs-index/documents');
    await user.click(await screen.findByRole('button', { name: 'Missing 2' }));
    await waitFor(() => expect(url()).toContain('problem=missing'));
    expect(await rows()).toBe(2);
    await user.type(screen.getByRole('searchbox', { name: 'Find a document' }), 'cach');
    await waitFor(() => expect(url()).toContain('q=cach'));
    expect(await rows()).toBe(1);
  });

  it('are sorted by the link, and by hand', async () => {
    const { user, url } = renderSample(
      '/p/specs-index/documents?problem=missing&sort=document&order=descending',
    );
    await rows();
    const header = screen.getByRole('columnheader', { name: 'Document' });
    expect(header).toHaveAttribute('aria-sort', 'descending');
    await user.click(within(header).getByRole('button'));
    await waitFor(() => expect(url()).not.toContain('order'));
    expect(url()).toContain('sort=document');
    expect(header).toHaveAttribute('aria-sort', 'ascending');
  });

  it('show the columns that the link asks for, and change them by hand', async () => {
    const { user, url } = renderSample('/p/specs-index/documents?problem=missing&without=owner');
    await rows();
    const names = (): readonly string[] =>
      screen.getAllByRole('columnheader').map((header) => header.textContent.trim());
    expect(names()).not.toContain('Owner');
    await user.click(screen.getByRole('button', { name: 'Choose columns' }));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Status' }));
    await waitFor(() => expect(url()).toContain('without=status'));
    expect(names()).not.toContain('Status');
    expect(names()).toContain('Phase');
  });

  it('say so when the plan has none', async () => {
    renderPlan('documents', planOf({ items: waves('A') }));
    expect(await screen.findByRole('heading', { level: 1 })).toBeVisible();
    expect(screen.queryByRole('grid')).toBeNull();
  });
});
