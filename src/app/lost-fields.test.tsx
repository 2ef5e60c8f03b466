import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { planOf, waves } from './testing/plans.ts';
import { renderApp } from './testing/render-app.tsx';

it('says what of a link was not understood, and is put away', async () => {
  const plan = planOf({ items: waves('A') });
  const { user } = renderApp('/p/waves/bundle?severity=dire&asOf=soon&other=1', {
    plans: { waves: plan },
  });
  const notice = await screen.findByRole('status', { name: 'What the link says' });
  expect(notice).toHaveTextContent(
    'Of this link was not understood: severity=dire and asOf=soon. The page shows the rest.',
  );
  await user.click(screen.getByRole('button', { name: 'Put away' }));
  await waitFor(() => expect(notice).toBeEmptyDOMElement());
});
