import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenFailure } from '../queries/session-types.ts';
import { sentinel } from '../queries/testing/memory-source.ts';
import type { SourceError } from '../source/types.ts';
import { planOf, sourceFiles, waves } from './testing/plans.ts';
import { renderApp, routeFailure, routeFailures } from './testing/render-app.tsx';

const plan = planOf({ items: waves('A') });
const other = planOf({ project: { id: 'other', title: 'Other plan' }, items: waves('A', 'B') });

it('says of a page that takes long that reading goes on', async () => {
  const never = new Promise<never>(() => undefined);
  renderApp('/p/waves/overview', {
    plans: { waves: plan },
    session: { snapshot: () => never },
  });
  // For the first seconds style hides it; a reader of the page hears it when it is there.
  expect(await screen.findByText(/^Still reading\. Slow connections/)).toBeInTheDocument();
});

describe('the list of projects', () => {
  it('leads to each project of the source', async () => {
    const { user, url } = renderApp('/', { plans: { waves: plan, other } });
    expect(await screen.findByRole('heading', { level: 1, name: '2 projects' })).toBeVisible();
    await user.click(screen.getByRole('link', { name: /^Other plan/ }));
    await waitFor(() => expect(url()).toBe('/p/other/overview'));
    expect(await screen.findByRole('link', { name: '2 items' })).toBeVisible();
  });

  it('shows even a single project of the deployment itself', async () => {
    renderApp('/', { plans: { waves: plan } });
    expect(await screen.findByRole('heading', { level: 1, name: '1 project' })).toBeVisible();
  });

  it('is skipped for a source with one bundle that somebody named', async () => {
    const { url } = renderApp('/?source=https%3A%2F%2Fa.example%2Fone', { plans: { waves: plan } });
    expect(await screen.findByText('Can the next phase start?')).toBeVisible();
    expect(url()).toBe('/p/waves/overview?source=https://a.example/one');
  });

  it('says so when there is none, and offers the ways to open one', async () => {
    renderApp('/');
    expect(await screen.findByText('No project at this source')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Choose a file' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Choose a folder' })).toBeVisible();
  });

  it('opens an address', async () => {
    const address = 'https://b.example/bundles/?x=1&y=2#z';
    const { user, url } = renderApp('/', {
      plans: { waves: plan },
      sources: { [address]: sourceFiles({ waves: plan, other }) },
    });
    const field = await screen.findByLabelText('Address of a bundle');
    expect(screen.getByRole('button', { name: 'Open this address' })).toBeDisabled();
    await user.click(field);
    await user.paste(`  ${address} `);
    await user.click(screen.getByRole('button', { name: 'Open this address' }));
    expect(await screen.findByRole('heading', { level: 1, name: '2 projects' })).toBeVisible();
    expect(url()).toBe(`/?source=${address}`);
  });
});

describe('dropped files', () => {
  const file = (name: string, bytes: Uint8Array | undefined): File =>
    new File([new Uint8Array(bytes ?? [])], name);

  it('are opened, kept, and forgotten on request', async () => {
    const files = sentinel('healthy');
    const { user, url } = renderApp('/', { plans: { waves: plan, other }, sources: {} });
    await user.upload(
      await screen.findByLabelText('Choose a file', { selector: 'input' }),
      file('bundle.json', files.get('bundle.json')),
    );
    await waitFor(() => expect(url()).toMatch(/^\/\?source=local:[0-9a-f]+$/));
    const kept = await screen.findByRole('region', { name: 'Kept in this browser' });
    expect(within(kept).getByRole('link', { name: 'bundle.json' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/\?source=local%3A[0-9a-f]+$/),
    );
    await user.click(within(kept).getByRole('button', { name: 'Forget bundle.json' }));
    await waitFor(() =>
      expect(screen.queryByRole('region', { name: 'Kept in this browser' })).toBeNull(),
    );
  });

  it('that hold no bundle are refused with a reason', async () => {
    const { user, url } = renderApp('/', { plans: { waves: plan, other } });
    await user.upload(
      await screen.findByLabelText('Choose a folder', { selector: 'input' }),
      file('picture.json.txt', new Uint8Array([1])),
    );
    expect(await screen.findByText('There is no bundle.json in it.')).toBeVisible();
    expect(url()).toBe('/');
  });

  it('may be dropped anywhere, and are announced while they hover', async () => {
    renderApp('/p/waves/bundle', { plans: { waves: plan, other } });
    await screen.findByRole('heading', { level: 1 });
    const dataTransfer = { types: ['Files'], items: [], files: [] };
    fireEvent.dragOver(window, { dataTransfer });
    expect(screen.getByText(/^Drop a bundle/)).toBeVisible();
    fireEvent(window, Object.assign(new Event('dragleave'), { relatedTarget: null }));
    expect(screen.queryByText(/^Drop a bundle/)).toBeNull();
    fireEvent.dragOver(window, { dataTransfer: { ...dataTransfer, types: ['text/plain'] } });
    expect(screen.queryByText(/^Drop a bundle/)).toBeNull();
  });
});

const codes: Readonly<Record<SourceError['code'], true>> = {
  'not-found': true,
  unauthorised: true,
  forbidden: true,
  unreachable: true,
  'cors-or-network': true,
  timeout: true,
  aborted: true,
  'server-error': true,
  'too-many-requests': true,
  'wrong-type': true,
  'too-large': true,
  'not-a-bundle': true,
  'unsafe-path': true,
  'unsafe-url': true,
  'zip-damaged': true,
  'zip-bomb': true,
  'zip-entry-refused': true,
  'not-stored': true,
};

function failingWith(error: OpenFailure): ReturnType<typeof renderApp> {
  return renderApp('/p/waves/overview', {
    session: { structure: async () => ({ ok: false, error }) },
  });
}

describe('a bundle that cannot be shown', () => {
  let warned: ReturnType<typeof routeFailures>;
  beforeEach(() => {
    warned = routeFailures();
  });
  afterEach(() => expect(warned).toHaveBeenCalledWith(...routeFailure));

  it.each(Object.keys(codes))('for %s says what, where and what to do', async (code) => {
    const known = Object.keys(codes).find((one): one is SourceError['code'] => one === code);
    failingWith({
      kind: 'source',
      error: { code: known ?? 'aborted', where: 'https://a.example/b', status: 503 },
    });
    const alert = await screen.findByRole('alert');
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
      'This bundle cannot be shown',
    );
    const [what] = within(alert).getAllByRole('paragraph');
    expect(what?.textContent).toMatch(/^[A-Z].{10,}\.$/);
    const [where, remedy] = within(alert).getAllByRole('definition');
    expect(where).toHaveTextContent('https://a.example/b');
    expect(remedy?.textContent).toMatch(/^[A-Z].{10,}\.$/);
  });

  it('lists what is wrong in it', async () => {
    const files = sourceFiles({ waves: plan });
    files.set('projects/waves/r1/bundle.json', new TextEncoder().encode('{ "wavegate": oops }'));
    const { user } = renderApp('/p/waves/gates?source=x', { sources: { x: files } });
    expect(await screen.findByRole('alert')).toHaveTextContent('no bundle that this version can');
    const problems = screen.getByRole('region', { name: 'Problems found while reading' });
    expect(within(problems).getAllByRole('listitem').length).toBeGreaterThan(0);
    expect(problems).toHaveTextContent('bundle.json');
    expect(problems).toHaveTextContent(/line 1, column \d+/);
    await user.click(screen.getByRole('link', { name: 'Show the other projects' }));
    expect(await screen.findByText('No project at this source')).toBeVisible();
  });

  it('is asked for again on request', async () => {
    const error = { kind: 'source', error: { code: 'timeout', where: 'x' } } as const;
    const structure = vi.fn(async () => ({ ok: false, error }) as const);
    const { user } = renderApp('/p/waves/overview', { session: { structure } });
    const retry = await screen.findByRole('button', { name: 'Try again' });
    const asked = structure.mock.calls.length;
    await user.click(retry);
    await waitFor(() => expect(structure.mock.calls.length).toBeGreaterThan(asked));
    await waitFor(() => expect(screen.getByRole('alert')).toBeVisible());
  });

  it('may be a project or a revision that the source does not have', async () => {
    const first = renderApp('/p/nobody/overview', { plans: { waves: plan } });
    expect(await screen.findByRole('alert')).toHaveTextContent('There is nothing at this address.');
    first.unmount();
    renderApp('/p/waves/overview?rev=r9', { plans: { waves: plan } });
    expect(await screen.findByRole('alert')).toHaveTextContent('There is nothing at this address.');
  });
});

describe('a link that leads nowhere', () => {
  it.each(['/nowhere', '/p/waves/nowhere', '/p'])('%s offers a way on', async (at) => {
    const { user, url } = renderApp(at, { plans: { waves: plan, other } });
    expect(await screen.findByText('There is no such page')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Show all projects' }));
    await waitFor(() => expect(url()).toBe('/'));
    expect(await screen.findByRole('heading', { level: 1, name: '2 projects' })).toBeVisible();
  });

  it('without a page means the overview', async () => {
    const { url } = renderApp('/p/waves?rev=r1', { plans: { waves: plan } });
    expect(await screen.findByText('Can the next phase start?')).toBeVisible();
    expect(url()).toBe('/p/waves/overview?rev=r1');
  });
});
