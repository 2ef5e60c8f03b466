import { brotliCompressSync } from 'node:zlib';
import type { Browser } from '@playwright/test';

export interface ScriptSize {
  /** Brotli at its best, file by file as a server sends them; 1 kB is 1,000 bytes. */
  readonly kB: number;
  readonly files: number;
  /** Scripts of threads, which the page does not wait for. */
  readonly workerKB: number;
}

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
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js') && response.ok()) bodies.set(pathname, response.body());
    });
    await page.goto(url);
    await page.locator(landmark).first().waitFor();
    await page.waitForLoadState('networkidle');
    let bytes = 0;
    let workerBytes = 0;
    let files = 0;
    for (const [path, body] of bodies) {
      const size = brotliCompressSync(await body).byteLength;
      if (/worker/.test(path)) workerBytes += size;
      else {
        bytes += size;
        files += 1;
      }
    }
    return { kB: bytes / 1000, files, workerKB: workerBytes / 1000 };
  } finally {
    await context.close();
  }
}
