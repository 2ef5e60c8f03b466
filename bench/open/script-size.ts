import { brotliCompressSync } from 'node:zlib';
import type { Browser } from '@playwright/test';

export interface ScriptSize {
  /** Brotli at its best, file by file as a server sends them; 1 kB is 1,000 bytes. */
  readonly kB: number;
  readonly files: number;
  /** Scripts of threads, which the page does not wait for. */
  readonly workerKB: number;
  /** The largest files with their size. */
  readonly largest: Readonly<Record<string, number>>;
}

const listed = 8;

/** What scripts a fresh browser asks for until the place stands there. */
export async function scriptSize(
  browser: Browser,
  url: string,
  landmark: string,
): Promise<ScriptSize> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const bodies = new Map<string, Promise<Buffer>>();
    let isOver = false;
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (!isOver && pathname.endsWith('.js') && response.ok()) {
        bodies.set(pathname, response.body());
      }
    });
    await page.goto(url);
    await page.locator(landmark).first().waitFor();
    await page.waitForLoadState('networkidle');
    // What comes later, on its own account, is not what the page needed to stand there.
    isOver = true;
    const own: (readonly [name: string, kB: number])[] = [];
    let workerKB = 0;
    for (const [path, body] of bodies) {
      const kB = brotliCompressSync(await body).byteLength / 1000;
      const name = path.slice(path.lastIndexOf('/') + 1);
      if (name.includes('worker')) workerKB += kB;
      else own.push([name, kB]);
    }
    return {
      kB: own.reduce((sum, [, kB]) => sum + kB, 0),
      files: own.length,
      workerKB,
      largest: Object.fromEntries(own.toSorted((a, b) => b[1] - a[1]).slice(0, listed)),
    };
  } finally {
    await context.close();
  }
}
