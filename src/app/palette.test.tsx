import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { useShortcutSettings } from '../state/shortcuts.ts';
import { useTheme } from '../state/theme.ts';
import { gate, type Plan, planOf, settled, waves } from './testing/plans.ts';
import { type AppTest, renderApp, renderPlan } from './testing/render-app.tsx';

const plan = planOf(
  {
    items: waves('W1 in-progress', 'W10', 'W2'),
    gates: [gate('G-COMM', 'W1 complete', [settled('spool')])],
    metrics: [{ id: 'lag', title: 'Projector lag', unit: 's', better: 'lower' }],
    documents: [{ id: 'd1', path: 'docs/00_glossary.md', title: 'Glossary' }],
    invariants: [{ id: 'order', kind: 'order', title: 'Nothing overtakes' }],
  },
  { spool: 1 },
);
const other: Plan = {
  ...plan,
  document: { ...plan.document, project: { id: 'other', title: 'Second plan' } },
};

async function openPalette(): Promise<AppTest & { field: HTMLElement }> {
  const test = renderApp('/p/waves/overview?rev=r1', { plans: { waves: plan, other } });
  await screen.findByRole('heading', { level: 1 });
  await test.user.keyboard('{Control>}k{/Control}');
  return { ...test, field: await screen.findByRole('combobox', { name: /^Search the plan/ }) };
}

/** A link's path and its fields in no order. */
function parts(link: string): { path: string; fields: string[] } {
  const [path = '', fields = ''] = link.split('?');
  return { path, fields: fields.split('&').sort() };
}

it.each([
  ['w10', /^W10/, '/p/waves/graph?rev=r1&item=W10'],
  ['comm', /^G-COMM/, '/p/waves/gates?rev=r1&gate=G-COMM'],
  ['projector', /Projector lag/, '/p/waves/metrics?rev=r1&metric=lag'],
  ['glossary', /Glossary/, '/p/waves/documents?rev=r1&q=docs/00_glossary.md'],
  ['spool', /^spool/, '/p/waves/evidence?rev=r1&id=spool'],
  ['second', /Second plan/, '/p/other/overview'],
  ['all projects', /Show all projects/, '/'],
  ['metrics', /^Metrics/, '/p/waves/metrics?rev=r1'],
])('the palette finds %j and opens it with Enter', async (typed, name, at) => {
  const { user, field, url } = await openPalette();
  await waitFor(() => expect(field).toHaveFocus());
  await user.type(field, typed);
  await screen.findByRole('option', { name });
  await user.keyboard('{Enter}');
  await waitFor(() => expect(parts(url())).toEqual(parts(at)));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('the palette does what the frame can do', async () => {
  const { user, field } = await openPalette();
  await user.type(field, 'dark');
  await user.click(await screen.findByRole('option', { name: 'Theme: Dark' }));
  expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
  useTheme.getState().setTheme('system');
});

it('the palette says when nothing fits, and Escape closes it', async () => {
  const { user, field } = await openPalette();
  await user.type(field, 'zzz');
  expect(await screen.findByText('Nothing is called “zzz”')).toBeVisible();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('the palette works before a project is open', async () => {
  const { user, url } = renderApp('/', { plans: { waves: plan, other } });
  await user.click(await screen.findByRole('button', { name: /^Find or do anything/ }));
  await user.click(await screen.findByRole('option', { name: 'Second plan' }));
  await waitFor(() => expect(url()).toBe('/p/other/overview'));
});

it('letters lead to pages, one sheet names them all, and they can be switched off', async () => {
  const { user, url } = renderPlan('overview', plan);
  await screen.findByRole('heading', { level: 1 });
  await user.keyboard('gt');
  await waitFor(() => expect(url()).toBe('/p/waves/gates'));
  await user.keyboard('?');
  const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(within(sheet).getByText('Gates')).toBeVisible();
  // This plan has no contract, so there is no way to it.
  expect(within(sheet).queryByText('Contract')).toBeNull();
  await user.click(within(sheet).getByRole('checkbox', { name: 'Single keys do something' }));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.keyboard('go?');
  expect(url()).toBe('/p/waves/gates');
  expect(screen.queryByRole('dialog')).toBeNull();
  useShortcutSettings.getState().setPlainKeys(true);
});

it('letters that are typed into a field stay there', async () => {
  const { user, url } = renderPlan('gates', plan);
  await user.type(await screen.findByRole('searchbox'), 'go?/');
  expect(url()).toContain('q=go?/');
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('the palette offers what can be done while nothing is typed', async () => {
  await openPalette();
  const list = screen.getByRole('listbox');
  expect(within(list).getByRole('group', { name: 'Pages' })).toBeVisible();
  expect(within(list).getByRole('option', { name: 'Copy a link to what is shown' })).toBeVisible();
});

it('the palette judges as of this moment, and as usual again', async () => {
  const { user, field, url } = await openPalette();
  await user.type(field, 'this moment');
  await user.click(await screen.findByRole('option', { name: 'Judge as of this moment' }));
  await waitFor(() => expect(url()).toMatch(/asOf=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/));
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox', { name: /^Search the plan/ }), 'usual');
  await user.click(await screen.findByRole('option', { name: /^Judge as of the usual/ }));
  await waitFor(() => expect(url()).not.toContain('asOf'));
});

it('the palette prints once it is gone', async () => {
  const print = vi.fn();
  vi.stubGlobal('print', print);
  const { user, field } = await openPalette();
  await user.type(field, 'pdf');
  await user.click(await screen.findByRole('option', { name: 'Print or save as PDF' }));
  await waitFor(() => expect(print).toHaveBeenCalledOnce());
  expect(screen.queryByRole('dialog')).toBeNull();
});
