import type { Locator, Page } from '@playwright/test';
import axe from 'axe-core';
import { expect, pages, pagesOfSomePlans, test } from './support/app.ts';

test.use({ isPageShared: true });

/** With the navigation at the bottom. */
const narrow = 360;
const widths = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: narrow, height: 740 },
] as const;
const themes = ['light', 'dark', 'contrast'] as const;
/** What else than the width can change a finding: a theme changes colours and nothing more. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

const places = [
  '/',
  ...pages.map((name) => `/p/implementation-waves/${name}`),
  '/p/implementation-waves/gates?gate=G-W5',
  '/p/implementation-waves/history',
  '/p/implementation-waves/graph?show=table&item=W3',
  '/p/governance-handoff/evidence?id=probe-run-preflight',
  ...pagesOfSomePlans,
  '/gallery',
];

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

interface Finding {
  readonly rule: string;
  readonly elements: readonly string[];
}

/** Runs the rules in the page. Its policy forbids scripts of others, so the tests bring the source. */
async function findings(page: Page, rules?: readonly string[]): Promise<readonly Finding[]> {
  return page.evaluate(async (only): Promise<readonly Finding[]> => {
    const { violations } = await window.axe.run(document, {
      resultTypes: ['violations'],
      // Of WCAG 2.2; axe leaves it out unless asked.
      rules: { 'target-size': { enabled: true } },
      ...(only !== undefined && {
        preload: false,
        runOnly: { type: 'rule' as const, values: [...only] },
      }),
    });
    return violations.map(({ id, nodes }) => ({
      rule: id,
      elements: nodes.map(({ html }) => html),
    }));
  }, rules);
}

/** Presses Tab until the element has the focus, as a person would. */
async function tabTo(page: Page, element: Locator): Promise<void> {
  await expect(element).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (await element.evaluate((node) => node === document.activeElement)) return;
  }
  throw new Error('Eighty presses of Tab did not reach the element.');
}

// One load a page; themes and widths change in place, as they do under somebody's hands.
for (const place of places) {
  test(`axe finds nothing on ${place}, in no theme and at no width`, async ({ app, page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await app.open(place);
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    // The gallery shows what loading looks like.
    const loading = page.getByRole('status', { name: 'Loading' });
    if (place !== '/gallery') await expect(loading).toHaveCount(0);
    await expect(page.locator('html[data-arriving]')).toHaveCount(0);
    await page.evaluate(axe.source);
    for (const { width, height } of widths) {
      await page.setViewportSize({ width, height });
      // All of it at once: what scrolls under the bar at the bottom would count as hidden by it.
      if (width === narrow) {
        const whole = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewportSize({ width, height: Math.max(height, whole) });
      }
      for (const theme of themes) {
        await page.evaluate((name) => {
          document.documentElement.dataset['theme'] = name;
        }, theme);
        const rules = theme === themes[0] ? undefined : rulesOfColour;
        expect(await findings(page, rules), `${theme}, ${width} px`).toEqual([]);
      }
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond, `scrolls sideways at ${width} px`).toBeLessThanOrEqual(0);
    }
  });
}

test('the keyboard alone leads to every page and works on it', async ({ app, page }) => {
  const heading = page.getByRole('heading', { level: 1 });
  const go = async (keys: string, path: RegExp): Promise<void> => {
    await page.evaluate(
      () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
    );
    for (const key of keys) await page.keyboard.press(key);
    await expect(page).toHaveURL(path);
    await expect(heading).toBeAttached();
  };

  await test.step('the start page leads to a plan, the plan to its gates', async () => {
    await app.open('/');
    await tabTo(page, page.getByRole('link', { name: /^Governance handoff/ }));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/overview/);
    const navigation = page.getByRole('navigation', { name: 'Pages' });
    await tabTo(page, navigation.getByRole('link', { name: /^Gates/ }));
    await page.keyboard.press('Enter');
    await expect(heading).toContainText('have not passed');
  });
  await test.step('gates: a square opens its condition', async () => {
    await tabTo(page, page.getByRole('searchbox'));
    await page.keyboard.type('permit-step-1');
    await expect(page).toHaveURL(/q=permit-step-1/);
    await tabTo(page, page.getByRole('button', { name: /permit-step-1/ }));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/gate=permit-step-1/);
  });
  await test.step('overview: the sentence leads to its causes', async () => {
    await go('go', /\/overview/);
    await tabTo(page, heading.getByRole('button', { name: /causes/ }));
    await page.keyboard.press('Enter');
  });
  await test.step('graph: its table twin is walked by arrows and opened by Enter', async () => {
    await go('gr', /\/graph/);
    await tabTo(page, page.getByRole('button', { name: 'Graph', exact: true }));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('grid'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/item=/);
  });
  await test.step('authorisations: a step opens', async () => {
    await go('ga', /\/authorisations/);
    await tabTo(page, page.getByRole('button', { name: /^sb-0/ }));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/step=sb-0/);
  });
  await test.step('evidence: a row opens', async () => {
    await go('ge', /\/evidence/);
    await tabTo(page, page.getByRole('grid').first());
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/id=/);
  });
  await test.step('documents: filtered by typing', async () => {
    await go('gd', /\/documents/);
    await tabTo(page, page.getByRole('searchbox'));
    await page.keyboard.type('step');
    await expect(page).toHaveURL(/q=step/);
  });
  await test.step('rules: filters are pressed', async () => {
    await go('gi', /\/invariants/);
    await tabTo(page, page.getByRole('button', { name: /^Violated/ }));
    await page.keyboard.press('Space');
    await expect(page).toHaveURL(/verdict=violated/);
  });
  await test.step('metrics, bundle and history are reached', async () => {
    await go('gm', /\/metrics/);
    await go('gb', /\/bundle/);
    await go('gh', /\/history/);
  });
  await test.step('contract: a deliverable opens, and its report is saved', async () => {
    await go('gp', /#\/$/);
    await tabTo(page, page.getByRole('link', { name: /^Phase under contract/ }));
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: /^Contract/ }),
    ).toBeVisible();
    await go('gc', /\/contract/);
    const saved = page.waitForEvent('download');
    await tabTo(page, page.getByRole('button', { name: 'Save the report (Markdown)' }));
    await page.keyboard.press('Enter');
    await saved;
    await tabTo(page, page.getByRole('button', { name: 'Budget guardrails' }));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/deliverable=D06/);
    await tabTo(page, page.getByRole('link', { name: 'lines 88, 131' }));
  });
  await test.step('history: two revisions are compared, an older one is looked at', async () => {
    await go('gp', /#\/$/);
    await tabTo(page, page.getByRole('link', { name: /^Implementation waves/ }));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/overview/);
    // The address is there before the frame that listens to keys.
    await expect(page.getByText('Can the next phase start?')).toBeVisible();
    await go('gh', /\/history/);
    await tabTo(page, page.getByRole('button', { name: /rev 47/ }).first());
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/from=/);
    await tabTo(page, page.getByRole('link', { name: /rev 47/ }).first());
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/overview.*rev=/);
  });
});
