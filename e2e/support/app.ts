import {
  type BrowserContext,
  test as base,
  type ConsoleMessage,
  expect,
  type Page,
  type Request,
} from '@playwright/test';
import { addressOf } from './packed.ts';

/** The sample projects that come with the page, by id, and the title each page shows. */
export const samples = {
  'implementation-waves': 'Implementation waves',
  'build-sequence': 'Build sequence',
  'governance-handoff': 'Governance handoff',
  'phase-contract': 'Phase under contract',
  'specs-index': 'Specs index',
} as const;

/** Pages that only some plans have, each with a sample that has it. */
export const pagesOfSomePlans: readonly string[] = [
  '/p/governance-handoff/authorisations?step=step-1',
  '/p/governance-handoff/invariants',
  '/p/phase-contract/contract?deliverable=D06',
  '/p/specs-index/documents',
];

export type PageName = 'overview' | 'graph' | 'gates' | 'evidence' | 'metrics' | 'bundle';
export const pages: readonly PageName[] = [
  'overview',
  'graph',
  'gates',
  'evidence',
  'metrics',
  'bundle',
];

/** Where the sentinel projects are, in the words of a link, for each kind of source. */
const faultSources: Readonly<Record<string, string>> = {
  static: 'fixtures/bundles/',
  api: 'api:api/faults/',
};

export interface App {
  /** Opens a place of the app, such as `/p/x/graph?item=W6`. */
  readonly open: (place: string) => Promise<void>;
  /** Opens a sentinel project on one of its pages. */
  readonly openFault: (project: string, page?: PageName) => Promise<void>;
}

interface Options {
  /**
   * Lets the tests of a file walk on in one open page, as a reader does: starting the app anew for
   * each costs far more than what it asks. For tests that look; one that leaves something behind (in
   * the storage, in a menu) starts on its own.
   */
  readonly isPageShared: boolean;
}

interface Fixtures {
  readonly app: App;
  /** Messages that a test expects; everything else in the console fails it. */
  readonly expected: { readonly messages: RegExp[] };
}

/** The page that the tests of one file walk on in. */
interface OpenPage {
  file?: string;
  context?: BrowserContext;
  page?: Page | undefined;
}

/** A place without content, so that the next place is built anew. */
const nowhere = '/between/two/tests';

export const test = base.extend<Fixtures & Options, { readonly opened: OpenPage }>({
  isPageShared: [false, { option: true }],
  opened: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the parameters
    async ({}, use) => {
      const opened: OpenPage = {};
      await use(opened);
      await opened.context?.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ browser, isPageShared, opened }, use, info) => {
    if (!isPageShared) {
      const own = await browser.newContext();
      await use(own);
      await own.close();
      return;
    }
    if (opened.context === undefined || opened.file !== info.file) {
      await opened.context?.close();
      opened.context = await browser.newContext();
      opened.page = undefined;
      opened.file = info.file;
    }
    await use(opened.context);
  },
  page: async ({ baseURL, context, isPageShared, opened, viewport }, use) => {
    if (isPageShared && opened.page !== undefined) {
      await opened.page.emulateMedia({
        media: null,
        colorScheme: null,
        contrast: null,
        reducedMotion: null,
      });
      if (viewport !== null) await opened.page.setViewportSize(viewport);
      await opened.page.goto(addressOf(baseURL, nowhere));
      await use(opened.page);
    } else {
      opened.page = await context.newPage();
      await use(opened.page);
    }
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the parameters
  expected: async ({}, use) => {
    await use({ messages: [] });
  },
  app: async ({ page, baseURL, expected }, use, info) => {
    const { complaints, unwatch } = watch(page, new URL(baseURL ?? '').origin);
    const open = async (place: string): Promise<void> => {
      await page.goto(addressOf(baseURL, place));
      // A shared page shows `nowhere` until the place is there. What leads nowhere shows the same.
      if (place.startsWith('/no/')) return;
      await page
        .getByRole('heading', { name: 'There is no such page' })
        .waitFor({ state: 'detached' });
    };
    await use({
      open,
      openFault: (project, name = 'overview') => {
        const isServed = info.project.name === 'api' && process.env.E2E_SERVER !== undefined;
        test.skip(isServed, "The built server does not misbehave; faults are the mocks' own.");
        const source = encodeURIComponent(faultSources[info.project.name] ?? '');
        return open(`/p/${project}/${name}?source=${source}`);
      },
    });
    unwatch();
    const unexpected = complaints.filter(
      (text) => !expected.messages.some((pattern) => pattern.test(text)),
    );
    expect(unexpected, 'errors in the console, and requests that leave').toEqual([]);
  },
});

/** Collects errors of the page and requests to anywhere but its own origin, until told to stop. */
function watch(page: Page, origin: string): { complaints: string[]; unwatch: () => void } {
  const complaints: string[] = [];
  const onConsole = (message: ConsoleMessage): void => {
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.push(`${message.type()}: ${message.text()}`);
    }
  };
  const onError = (error: Error): void => {
    complaints.push(`uncaught: ${error.message}`);
  };
  const onRequest = (request: Request): void => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) {
      complaints.push(`request: ${url.href}`);
    }
  };
  page.on('console', onConsole).on('pageerror', onError).on('request', onRequest);
  return {
    complaints,
    unwatch: () => {
      page.off('console', onConsole).off('pageerror', onError).off('request', onRequest);
    },
  };
}

/** What the browser itself logs when a server answers with an error. */
export const failedLoad = /Failed to load resource/;

export { expect };
