import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { useLanguageChoice } from '../state/language.ts';
import { useTheme } from '../state/theme.ts';
import { gate, type Plan, planOf, settled, waves } from './testing/plans.ts';
import { renderApp, renderPlan } from './testing/render-app.tsx';

const sampleNote = 'Made up for a test.';
const plan = planOf(
  {
    items: waves('A in-progress'),
    gates: [gate('G', 'A complete', [settled('r')]), gate('H', 'A complete', [settled('s')])],
  },
  { r: 0, s: 1 },
);
const sample: Plan = { ...plan, document: { ...plan.document, sample: true, sampleNote } };
const other: Plan = {
  ...plan,
  document: { ...plan.document, project: { id: 'other', title: 'Other plan' } },
};

const pages = ['overview', 'graph', 'gates', 'evidence', 'metrics', 'bundle'] as const;

describe('the frame', () => {
  it.each(pages)('marks sample data on the page %s', async (page) => {
    renderPlan(page, sample);
    expect(await screen.findByRole('button', { name: 'Sample data' })).toBeVisible();
    expect(await screen.findByRole('heading', { level: 1 })).toBeVisible();
  });

  it('does not mark what was collected', async () => {
    renderPlan('bundle', plan);
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByRole('button', { name: 'Sample data' })).toBeNull();
  });

  it('leads to every page, and says what wants attention', async () => {
    const { user, url } = renderPlan('overview?rev=r1', plan);
    const nav = await screen.findByRole('navigation', { name: 'Pages' });
    const gates = await within(nav).findByRole('link', { name: /^Gates.*1 not passed$/ });
    const hrefs = within(nav)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href'));
    expect(hrefs).toEqual(expect.arrayContaining(pages.map((page) => `/p/waves/${page}?rev=r1`)));
    expect(within(nav).getByRole('link', { name: /^Overview/ })).toHaveAttribute(
      'aria-current',
      'page',
    );
    await user.click(gates);
    await waitFor(() => expect(url()).toBe('/p/waves/gates?rev=r1'));
    expect(gates).toHaveAttribute('aria-current', 'page');
  });

  it('moves the focus past the frame', async () => {
    const { user } = renderPlan('overview', plan);
    await screen.findByRole('heading', { level: 1 });
    await user.tab();
    expect(screen.getByRole('button', { name: 'Skip to the page' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('main')).toHaveFocus();
  });

  it('says what was checked, each claim for itself', async () => {
    renderPlan('overview', plan);
    const claims = await screen.findByRole('list', { name: 'Integrity' });
    expect(
      within(claims)
        .getAllByRole('listitem')
        .slice(0, 4)
        .map((claim) => claim.textContent),
    ).toEqual([
      'Intact: 2 of 2 files match',
      'Complete: not checked yet',
      'Authentic: not checked yet',
      'Recomputed: no verdict recorded',
    ]);
  });

  it.each([
    ['passed', 'Recomputed: recorded verdicts agree', 0],
    ['passed', 'Recomputed: 1 recorded verdict differs', 1],
  ])('compares a recorded %s: %s', async (verdict, claim, open) => {
    const gates = [gate('G', 'A complete', [settled('r')], { declared: { verdict } })];
    renderPlan('overview', planOf({ items: waves('A'), gates }, { r: open }));
    const claims = await screen.findByRole('list', { name: 'Integrity' });
    expect(claims).toHaveTextContent(claim);
  });

  it('reports files whose bytes are not the recorded ones', async () => {
    renderPlan('overview', { ...plan, files: { ...plan.files, 'evidence/r.json': '{}' } });
    const claims = await screen.findByRole('list', { name: 'Integrity' });
    expect(claims).toHaveTextContent('Intact: 1 file does not match');
  });
});

describe('the instant of judgement', () => {
  const open = async (page: string, from: Plan) => {
    const test = renderPlan(page, from);
    await test.user.click(await screen.findByRole('button', { name: /^As of/ }));
    return { ...test, field: await screen.findByLabelText('Instant (UTC)') };
  };

  it('is chosen in the link', async () => {
    const { user, url, field } = await open('gates?gate=G', plan);
    expect(screen.getByText('The moment at which you opened this page.')).toBeVisible();
    expect(field).toHaveValue('2026-06-02T00:00');
    fireEvent.change(field, { target: { value: '2026-07-01T12:30' } });
    await user.click(screen.getByRole('button', { name: 'Judge as of this instant' }));
    await waitFor(() => expect(url()).toBe('/p/waves/gates?gate=G&asOf=2026-07-01T12:30:00Z'));
    expect(await screen.findByRole('button', { name: /^As of.*2026.*12:30/ })).toBeVisible();
  });

  it('goes back to the default', async () => {
    const { user, url } = await open('bundle?asOf=2026-07-01T12:30:00Z', sample);
    await user.click(await screen.findByRole('button', { name: 'Back to the default' }));
    await waitFor(() => expect(url()).toBe('/p/waves/bundle'));
    expect(await screen.findByText(/judged at the instant of its revision/)).toBeVisible();
  });

  it('cannot be nothing', async () => {
    const { field } = await open('bundle', plan);
    fireEvent.change(field, { target: { value: '' } });
    expect(screen.getByRole('button', { name: 'Judge as of this instant' })).toBeDisabled();
  });

  it('stays the default for a link that names no instant', async () => {
    renderPlan('bundle?asOf=yesterday', sample);
    expect(await screen.findByRole('button', { name: /^As of.*08:00/ })).toBeVisible();
  });
});

describe('sharing', () => {
  const share = async (at: string, copy: (text: string) => Promise<void>) => {
    const test = renderApp(at, { plans: { waves: plan } });
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(copy);
    // The instant stands there once the plan has been judged.
    await screen.findByRole('button', { name: /^As of/ });
    await test.user.click(await screen.findByRole('button', { name: 'Share' }));
  };

  it('copies a link to what is shown, with its revision and the instant of judgement', async () => {
    const copied: string[] = [];
    await share('/p/waves/gates?gate=G', async (text) => void copied.push(text));
    expect(await screen.findByText('Link copied. It shows what you see now.')).toBeVisible();
    const [link = ''] = copied;
    const { pathname, searchParams } = new URL(link);
    expect(pathname).toBe('/p/waves/gates');
    expect(Object.fromEntries(searchParams)).toEqual({
      gate: 'G',
      rev: 'r1',
      asOf: '2026-06-02T00:00:00Z',
    });
  });

  it('warns that a dropped bundle is in this browser only', async () => {
    await share('/p/waves/bundle?source=local%3A0f', async () => undefined);
    expect(await screen.findByText(/works in this browser only/)).toBeVisible();
  });

  it('says so when the browser refuses', async () => {
    await share('/p/waves/bundle', () => Promise.reject(new Error('denied')));
    expect(await screen.findByText(/refused to copy/)).toBeVisible();
  });
});

describe('the menus', () => {
  it('change the theme', async () => {
    const { user } = renderPlan('bundle', plan);
    await screen.findByRole('heading', { level: 1 });
    await user.click(screen.getByRole('button', { name: 'Theme and language' }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'High contrast' }));
    expect(document.documentElement).toHaveAttribute('data-theme', 'contrast');
    useTheme.getState().setTheme('system');
    expect(document.documentElement).not.toHaveAttribute('data-theme');
  });

  it('change the language, and say so to the browser', async () => {
    const { user } = renderPlan('bundle', plan);
    await screen.findByRole('heading', { level: 1 });
    expect(document.documentElement).toHaveAttribute('lang', 'en');
    await user.click(screen.getByRole('button', { name: 'Theme and language' }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'Deutsch' }));
    await waitFor(() => expect(document.documentElement).toHaveAttribute('lang', 'de'));
    expect(screen.getByRole('link', { name: /^Übersicht/ })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Teilen' })).toBeVisible();
    act(() => useLanguageChoice.getState().choose('system'));
    expect(document.documentElement).toHaveAttribute('lang', 'en');
  });

  it('open another project at its own revision and instant', async () => {
    const { user, url } = renderApp(
      '/p/waves/gates?source=s&rev=r1&asOf=2026-06-01T08%3A00%3A00Z&gate=G',
      { plans: { waves: plan, other } },
    );
    await user.click(await screen.findByRole('button', { name: /^Ten waves/ }));
    expect(await screen.findByRole('menuitemradio', { name: 'Ten waves' })).toBeChecked();
    await user.click(await screen.findByRole('menuitemradio', { name: 'Other plan' }));
    await waitFor(() => expect(url()).toBe('/p/other/overview?source=s'));
    expect(await screen.findByRole('button', { name: /^Other plan/ })).toBeVisible();
  });

  it('lead to all projects', async () => {
    const { user, url } = renderApp('/p/waves/bundle', { plans: { waves: plan, other } });
    await user.click(await screen.findByRole('button', { name: /^Ten waves/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'All projects' }));
    await waitFor(() => expect(url()).toBe('/'));
    expect(await screen.findByRole('heading', { level: 1, name: '2 projects' })).toBeVisible();
  });
});
