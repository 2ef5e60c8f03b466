import { type RenderResult, render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { UiProvider } from '../ui-provider.tsx';

/** Renders below the providers that every component may count on. */
export function renderUi(content: ReactNode): RenderResult & { readonly user: UserEvent } {
  return { user: userEvent.setup(), ...render(<UiProvider>{content}</UiProvider>) };
}
