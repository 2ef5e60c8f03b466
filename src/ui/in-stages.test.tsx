import { act, render, screen, waitFor } from '@testing-library/react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { expect, it } from 'vitest';
import { InStages } from './in-stages.tsx';

const list = (names: readonly string[]) => (
  <ul>
    <InStages first={2} step={2}>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </InStages>
  </ul>
);
const names = ['a', 'b', 'c', 'd', 'e'];
const shown = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

it('shows every child in the end, and what is added later', async () => {
  const { rerender } = render(list(names));
  await waitFor(() => expect(shown()).toEqual(names));
  expect(document.documentElement).not.toHaveAttribute('data-arriving');
  rerender(list(['z', ...names]));
  expect(shown()).toEqual(['z', ...names]);
});

it('shows the first at once, says that more are to come, and puts all on paper', async () => {
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  await act(async () => {
    flushSync(() => root.render(list(names)));
    expect(shown()).toEqual(['a', 'b']);
    expect(document.documentElement).toHaveAttribute('data-arriving');
    window.dispatchEvent(new Event('beforeprint'));
    expect(shown()).toEqual(names);
    window.dispatchEvent(new Event('afterprint'));
  });
  expect(shown()).toEqual(names);
  await act(async () => root.unmount());
  place.remove();
  expect(document.documentElement).not.toHaveAttribute('data-arriving');
});
