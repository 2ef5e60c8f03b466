import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Gallery } from './gallery.tsx';
import { renderUi } from './testing/render-ui.tsx';

it('shows everything without an inline style element or an unsafe link', async () => {
  const { user } = renderUi(<Gallery />);
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Every component');
  await user.click(screen.getByRole('combobox', { name: 'Kind of evidence' }));
  await screen.findByRole('listbox');
  // The Content-Security-Policy of the page refuses style elements.
  expect(document.querySelectorAll('style')).toHaveLength(0);
  for (const link of document.querySelectorAll('a')) {
    expect(link.href).toMatch(/^(https?:\/\/|mailto:)/);
  }
});

it('switches its own theme', async () => {
  const { user, container } = renderUi(<Gallery />);
  await user.click(screen.getByRole('button', { name: 'Dark' }));
  expect(container.querySelector('[data-theme="dark"]')).not.toBeNull();
});
