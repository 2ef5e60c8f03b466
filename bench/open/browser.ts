import { type Browser, chromium } from '@playwright/test';
import { browserLaunch } from '../../.ci/browser.ts';

/** The browser of the end-to-end tests. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    ...browserLaunch,
    args: [...browserLaunch.args, '--js-flags=--expose-gc'],
  });
}
