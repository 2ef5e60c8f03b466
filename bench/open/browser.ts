import { existsSync } from 'node:fs';
import process from 'node:process';
import { type Browser, chromium } from '@playwright/test';

const places = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** A browser that the machine has already, else the one that Playwright brings. */
export function launchBrowser(): Promise<Browser> {
  const found = places.find((path) => path !== undefined && existsSync(path));
  return chromium.launch({
    ...(found !== undefined && { executablePath: found }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--js-flags=--expose-gc',
    ],
  });
}
