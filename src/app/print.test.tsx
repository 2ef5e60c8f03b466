import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { gate, planOf, settled, waves } from './testing/plans.ts';
import { renderPlan } from './testing/render-app.tsx';

const plan = planOf(
  {
    project: { id: 'waves', title: 'Ten "waves"' },
    items: waves('A'),
    gates: [
      gate('G-1', 'A complete', [settled('r'), settled('s', { blocking: false })]),
      gate('G-2', 'A start', [settled('r')]),
    ],
  },
  { r: 0, s: 2 },
);

it('paper names the plan, the bundle and the instant of judgement', async () => {
  const { unmount } = renderPlan('overview', plan);
  await screen.findByRole('heading', { level: 1 });
  const head = (await screen.findByText(/^Bundle [0-9a-f]{64}$/)).parentElement;
  expect(head).toHaveTextContent('Ten "waves" · First');
  expect(head).toHaveTextContent('As of 2 Jun 2026, 00:00 UTC');
  const { style } = document.documentElement;
  // The texts go into a style sheet, so what could end a string there is gone.
  expect(style.getPropertyValue('--print-title')).toBe('"Ten  waves  · First"');
  expect(style.getPropertyValue('--print-bundle')).toMatch(/^"Bundle [0-9a-f]{16}"$/);
  expect(style.getPropertyValue('--print-as-of')).toBe('"As of 2 Jun 2026, 00:00 UTC"');
  unmount();
  expect(style.getPropertyValue('--print-title')).toBe('');
});

it('on paper a contract counts what holds and writes out what does not', async () => {
  const contract = {
    id: 'C',
    title: 'Delivery',
    categories: [],
    deliverables: [],
    crossChecks: [],
    definitionOfDone: [
      { id: 'done', kind: 'all', title: 'Both are closed', of: [settled('r'), settled('s')] },
      settled('r', { id: 'one', title: 'The first is closed' }),
    ],
  };
  renderPlan('contract', planOf({ items: waves('A'), contracts: [contract] }, { r: 0, s: 2 }));
  const panel = await screen.findByRole('region', { name: 'Definition of done' });
  await within(panel).findByText('The first is closed');
  expect(within(panel).queryByText('1 other part holds.')).toBeNull();
  act(() => void fireEvent(window, new Event('beforeprint')));
  expect(within(panel).getByText('1 other part holds.')).toBeInTheDocument();
  expect(within(panel).getByText('Nothing open in s')).toBeInTheDocument();
  expect(within(panel).queryByText('Nothing open in r')).toBeNull();
  act(() => void fireEvent(window, new Event('afterprint')));
});

it('on paper every gate is written out with every condition', async () => {
  renderPlan('gates', plan);
  await screen.findByRole('heading', { level: 1 });
  expect(screen.queryByRole('heading', { level: 2, name: /G-1/ })).toBeNull();
  act(() => void fireEvent(window, new Event('beforeprint')));
  const section = screen.getByRole('heading', { level: 2, name: /G-1/ }).parentElement;
  const lines = within(section ?? document.body)
    .getAllByRole('listitem')
    .map((line) => line.textContent);
  expect(lines).toEqual(['PassesNothing open in r', 'FailsNothing open in s (for information)']);
  act(() => void fireEvent(window, new Event('afterprint')));
  expect(screen.queryByRole('heading', { level: 2, name: /G-1/ })).toBeNull();
});
