import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';

export interface ScriptSize {
  /** Asked for before the frame that shows the landmark was painted; 1 kB is 1,000 bytes. */
  readonly kB: number;
  readonly files: number;
  /** With what follows within a second, on its own account. */
  readonly nextKB: number;
  /** Scripts of threads, which the page does not wait for. */
  readonly workerKB: number;
  /** The largest files that `kB` counts, with their size. */
  readonly largest: Readonly<Record<string, number>>;
}

declare global {
  interface Window {
    /** When the frame with the landmark was painted, in milliseconds of the page's clock. */
    benchStood?: number;
  }
}

const listed = 8;
const second = 1000;

/** What scripts a fresh browser asks for until the place stands there; brotli at its best, file by file. */
export async function scriptSize(
  browser: Browser,
  url: string,
  landmark: string,
): Promise<ScriptSize> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(watchFor, landmark);
    const bodies = new Map<string, Promise<Buffer>>();
    let isOver = false;
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (!isOver && pathname.endsWith('.js') && response.ok()) {
        bodies.set(pathname, response.body());
      }
    });
    await page.goto(url);
    await page.waitForFunction(() => window.benchStood !== undefined);
    await page.waitForTimeout(second);
    await page.waitForLoadState('networkidle');
    isOver = true;
    const late = await askedLater(page);
    const own: (readonly [name: string, kB: number])[] = [];
    let nextKB = 0;
    let workerKB = 0;
    for (const [path, body] of bodies) {
      const kB = brotliCompressSync(await body).byteLength / 1000;
      const name = path.slice(path.lastIndexOf('/') + 1);
      if (name.includes('worker')) {
        workerKB += kB;
        continue;
      }
      nextKB += kB;
      if (!late.has(path)) own.push([name, kB]);
    }
    return {
      kB: own.reduce((sum, [, kB]) => sum + kB, 0),
      files: own.length,
      nextKB,
      workerKB,
      largest: Object.fromEntries(own.toSorted((a, b) => b[1] - a[1]).slice(0, listed)),
    };
  } finally {
    await context.close();
  }
}

/** Runs in the page before its own scripts: notes when the landmark was painted. */
function watchFor(landmark: string): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector(landmark) === null) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      setTimeout(() => {
        window.benchStood = performance.now();
      });
    });
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true });
}

/** Paths of what the page asked for only after the landmark was painted; what is in doubt was earlier. */
async function askedLater(page: Page): Promise<ReadonlySet<string>> {
  const urls = await page.evaluate(() => {
    const later = performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime > (window.benchStood ?? Number.POSITIVE_INFINITY));
    return later.map(({ name }) => name);
  });
  return new Set(urls.map((url) => new URL(url).pathname));
}
