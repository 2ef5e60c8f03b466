import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createSession } from '../queries/session.ts';
import type { BundleSession } from '../queries/session-types.ts';
import { memorySource } from '../queries/testing/memory-source.ts';
import type { EvidenceSource, SourceNews } from '../source/types.ts';
import { planOf, sourceFiles, waves } from './testing/plans.ts';
import { type AppTest, renderApp } from './testing/render-app.tsx';

interface Server extends AppTest {
  readonly tell: (news: SourceNews) => void;
  readonly serve: (title: string) => void;
  readonly tokens: (string | undefined)[];
}

/** The app over a server in memory that tells what the test wants it to tell. */
function renderServer(at = '/p/waves/overview?source=api%3Aserver%2F'): Server {
  const filesOf = (title: string) =>
    sourceFiles({ waves: planOf({ project: { id: 'waves', title }, items: waves('A') }) });
  let current = memorySource(filesOf('Before')).source;
  const listeners = new Set<(news: SourceNews) => void>();
  const tokens: (string | undefined)[] = [];
  const server: EvidenceSource = {
    list: () => current.list(),
    open: (...asked) => current.open(...asked),
    live: {
      follow: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      signIn: (token) => tokens.push(token),
      moveOn: () => undefined,
      leave: () => undefined,
    },
  };
  const session: BundleSession = createSession({ openSource: () => server });
  return {
    ...renderApp(at, { session }),
    tell: (news) => {
      for (const listener of listeners) listener(news);
    },
    serve: (title) => {
      current = memorySource(filesOf(title)).source;
    },
    tokens,
  };
}

const added: SourceNews = {
  kind: 'revision',
  project: 'waves',
  revision: 'r2',
  label: 'Revision 2',
  change: 'added',
};

async function bars(): Promise<HTMLElement> {
  return screen.findByRole('status', { name: 'State of the source' });
}

describe('what a server tells', () => {
  it('is announced and changes nothing until somebody wants it', async () => {
    const { user, tell, serve } = renderServer();
    const notices = await bars();
    await screen.findByText('Before', { selector: 'header bdi' });
    serve('After');
    tell(added);
    expect(await within(notices).findByText('Revision 2 is here.')).toBeVisible();
    expect(screen.getByText('Before', { selector: 'header bdi' })).toBeVisible();
    await user.click(within(notices).getByRole('button', { name: 'Show' }));
    expect(await screen.findByText('After', { selector: 'header bdi' })).toBeVisible();
    expect(within(notices).queryByRole('button', { name: 'Show' })).toBeNull();
  });

  it('can be left for later', async () => {
    const { user, tell } = renderServer();
    const notices = await bars();
    tell(added);
    await user.click(await within(notices).findByRole('button', { name: 'Not now' }));
    await waitFor(() => expect(within(notices).queryByText(/is here/)).toBeNull());
  });

  it('about another project says nothing here', async () => {
    const { tell } = renderServer();
    const notices = await bars();
    tell({ ...added, project: 'other' });
    tell({ ...added, change: 'changed', label: 'Shown one' });
    expect(await within(notices).findByText('Shown one was changed at the server.')).toBeVisible();
    expect(within(notices).queryByText('Revision 2 is here.')).toBeNull();
  });

  it('keeps what is shown when it cannot be reached, with its age', async () => {
    const { tell } = renderServer();
    const notices = await bars();
    const error = { code: 'timeout', where: 'server/' } as const;
    tell({ kind: 'health', health: { state: 'stale', since: Date.now() - 3_600_000, error } });
    expect(await within(notices).findByText(/did not answer in time/)).toHaveTextContent(
      /last confirmed.*hour ago/,
    );
    expect(screen.getByText('Before', { selector: 'header bdi' })).toBeVisible();
    tell({ kind: 'health', health: { state: 'fresh', at: Date.now() } });
    expect(await within(notices).findByText(/is there again/)).toBeVisible();
  });

  it('asks who is asking in place, and no link and no storage has the token', async () => {
    const { user, tell, tokens, url } = renderServer('/p/waves/gates?source=api%3Aserver%2F');
    const notices = await bars();
    const error = { code: 'unauthorised', where: 'server/' } as const;
    tell({ kind: 'health', health: { state: 'unauthorised', error } });
    await user.type(await within(notices).findByLabelText('Access token'), 'sesame-47');
    await user.click(within(notices).getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(tokens).toEqual(['sesame-47']));
    expect(url()).toBe('/p/waves/gates?source=api:server/');
    expect(document.documentElement.outerHTML).not.toContain('sesame-47');
    const stored = [localStorage, sessionStorage].map((storage) => JSON.stringify({ ...storage }));
    expect(stored.join()).not.toContain('sesame-47');
  });
});
