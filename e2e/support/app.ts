import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';

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

interface Fixtures {
  readonly app: App;
  /** Messages that a test expects; everything else in the console fails it. */
  readonly expected: { readonly messages: RegExp[] };
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the parameters
  expected: async ({}, use) => {
    await use({ messages: [] });
  },
  app: async ({ page, baseURL, expected }, use, info) => {
    const complaints = watch(page, new URL(baseURL ?? '').origin);
    const open = async (place: string): Promise<void> => {
      await page.goto(`./#${place}`);
    };
    await use({
      open,
      openFault: (project, name = 'overview') => {
        const source = encodeURIComponent(faultSources[info.project.name] ?? '');
        return open(`/p/${project}/${name}?source=${source}`);
      },
    });
    const unexpected = complaints.filter(
      (text) => !expected.messages.some((pattern) => pattern.test(text)),
    );
    expect(unexpected, 'errors in the console, and requests that leave').toEqual([]);
  },
});

/** Collects errors of the page and requests to anywhere but its own origin. */
function watch(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.push(`${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) {
      complaints.push(`request: ${url.href}`);
    }
  });
  return complaints;
}

/** What the browser itself logs when a server answers with an error. */
export const failedLoad = /Failed to load resource/;

export { expect };
