import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, pages, pagesOfSomePlans, test } from './support/app.ts';

/** Every rule narrow and light, wide and dark; then what depends on colours in high contrast. */
const looks = [
  { theme: 'light', width: 360, height: 740, rules: undefined },
  { theme: 'dark', width: 1440, height: 900, rules: undefined },
  { theme: 'contrast', width: 1440, height: 900, rules: ['color-contrast', 'link-in-text-block'] },
] as const;

const places = [
  '/',
  ...pages.map((name) => `/p/implementation-waves/${name}`),
  '/p/implementation-waves/gates?gate=G-W5',
  ...pagesOfSomePlans,
];

/** Shows a theme at once, as the choice in the menu does. */
async function show(page: Page, theme: string): Promise<void> {
  await page.evaluate((name) => {
    document.documentElement.dataset['theme'] = name;
  }, theme);
}

async function violations(axe: AxeBuilder): Promise<readonly unknown[]> {
  const found = await axe.analyze();
  return found.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }));
}

/** Presses Tab until the element has the focus, as a person would. */
async function tabTo(page: Page, element: Locator): Promise<void> {
  await expect(element).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await element.evaluate((node) => node === document.activeElement)) return;
  }
  throw new Error('Sixty presses of Tab did not reach the element.');
}

// One load a page, one page a test. A second project over the API would find the same.
for (const place of places) {
  test(`axe finds nothing on ${place}`, async ({ app, page }, info) => {
    test.skip(info.project.name === 'api', 'The pages are the same over both kinds of source.');
    test.setTimeout(90_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await app.open(place);
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
    for (const { theme, width, height, rules } of looks) {
      await page.setViewportSize({ width, height });
      await show(page, theme);
      const axe = new AxeBuilder({ page });
      if (rules !== undefined) axe.withRules([...rules]);
      expect(await violations(axe), `${theme}, ${width} px`).toEqual([]);
    }
  });
}

test('no page scrolls sideways at 360 px', async ({ app, page }) => {
  test.setTimeout(60_000);
  await page.setViewportSize({ width: 360, height: 740 });
  const narrow = pages.map((name) => `/p/governance-handoff/${name}`);
  for (const name of [...narrow, ...pagesOfSomePlans]) {
    await app.open(name);
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, name).toBeLessThanOrEqual(0);
  }
});

test('the keyboard alone leads from the start page to a gate', async ({ app, page }) => {
  await app.open('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const project = page.getByRole('link', { name: /^Implementation waves/ });
  await tabTo(page, project);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('hold back');
  const gates = page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: /^Gates/ });
  await tabTo(page, gates);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('have not passed');
});

test('the keyboard alone works on every page', async ({ app, page }) => {
  test.setTimeout(60_000);
  const heading = page.getByRole('heading', { level: 1 });
  const go = async (keys: string, path: RegExp): Promise<void> => {
    await page.evaluate(
      () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
    );
    for (const key of keys) await page.keyboard.press(key);
    await expect(page).toHaveURL(path);
    await expect(heading).toBeAttached();
  };
  await app.open('/p/governance-handoff/overview');
  await expect(heading).toBeVisible();

  // Overview: the sentence leads to its causes.
  await tabTo(page, heading.getByRole('button', { name: /causes/ }));
  await page.keyboard.press('Enter');

  // Graph: its table twin is walked by arrows and opened by Enter.
  await go('gr', /\/graph/);
  await tabTo(page, page.getByRole('button', { name: 'Graph', exact: true }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('grid'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/item=/);

  // Gates: a square opens its condition.
  await go('gt', /\/gates/);
  await tabTo(page, page.getByRole('searchbox'));
  await page.keyboard.type('permit-step-1');
  await expect(page).toHaveURL(/q=permit-step-1/);
  await tabTo(page, page.getByRole('button', { name: /permit-step-1/ }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/gate=permit-step-1/);

  // Authorisations: a step opens.
  await go('ga', /\/authorisations/);
  await tabTo(page, page.getByRole('button', { name: /^sb-0/ }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/step=sb-0/);

  // Evidence: a row opens.
  await go('ge', /\/evidence/);
  await tabTo(page, page.getByRole('grid').first());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/id=/);

  // Documents and rules: filters are pressed.
  await go('gd', /\/documents/);
  await tabTo(page, page.getByRole('searchbox'));
  await go('gi', /\/invariants/);
  await tabTo(page, page.getByRole('button', { name: /^Violated/ }));
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/verdict=violated/);
  await go('gm', /\/metrics/);
  await go('gb', /\/bundle/);
  await go('gp', /#\/$/);
});
