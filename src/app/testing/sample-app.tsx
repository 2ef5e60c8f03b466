import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { createSession } from '../../queries/session.ts';
import { platformEnvironment } from '../../source/environment.ts';
import { httpSource } from '../../source/http-source.ts';
import { type AppTest, renderApp } from './render-app.tsx';

const folder = resolve('public/bundles');

/** The engine over the bundles that come with the page, read as a web server would serve them. */
const session = createSession({
  openSource: (ref) => {
    if (ref.kind === 'local') throw new Error('not here');
    return httpSource(ref, {
      ...platformEnvironment('https://app.example/'),
      fetch: async (url) => {
        try {
          const path = decodeURIComponent(new URL(url).pathname.replace('/bundles/', ''));
          return new Response(new Uint8Array(await readFile(resolve(folder, path))));
        } catch {
          return new Response('', { status: 404 });
        }
      },
    });
  },
});

/** The app at a page of a sample plan, with its real engine and its real bundle. */
export function renderSample(place: string): AppTest {
  return renderApp(place, { session });
}

/** A page as it stands: queries over it, and its text on one line. */
export interface StillPage extends ReturnType<typeof within> {
  readonly element: HTMLElement;
}

/**
 * A copy of a page's content that outlives the app, so that many questions can be asked of one
 * rendering. Nothing in it can be pressed.
 */
export async function stillOf(place: string): Promise<StillPage> {
  const { unmount } = renderSample(place);
  await screen.findByRole('heading', { level: 1 });
  // Details of a choice come a moment later than the page.
  await waitFor(() => {
    if (screen.queryAllByRole('status', { name: 'Loading' }).length > 0) throw new Error('loading');
    if (document.documentElement.hasAttribute('data-arriving')) throw new Error('arriving');
  });
  const element = document.createElement('div');
  element.innerHTML = screen.getByRole('main').innerHTML;
  unmount();
  document.body.append(element);
  return { element, ...within(element) };
}
