import { expect, failedLoad, pages, test } from './support/app.ts';

test.use({ isPageShared: true });

/** Sentinel projects that cannot be shown, and the words that must explain each. */
const refused: readonly (readonly [project: string, what: RegExp, remedy: RegExp])[] = [
  ['fault-not-json', /This is not JSON/, /Correct the syntax/],
  ['fault-wrong-version', /version 9\.0\.0/, /newer Wavegate/],
  ['fault-too-deep', /levels deep/, /Flatten it/],
  ['fault-500', /status 500/, /Try again/],
  ['fault-401', /who is asking/, /Sign in/],
  ['fault-403', /does not let you/, /Ask the owner/],
  ['fault-404', /nothing at this address/, /Check the address/],
  ['fault-429', /fewer requests/, /Wait a minute/],
  ['fault-html', /not bundle data/, /Name the folder/],
  ['fault-cut-off', /broke off before its end/, /then try again/],
];

for (const [project, what, remedy] of refused) {
  test(`${project}: the page says what is wrong, where, and what to do`, async ({
    app,
    page,
    expected,
  }) => {
    // Requests that fail are tried again before they are given up.
    test.setTimeout(60_000);
    expected.messages.push(failedLoad);
    await app.openFault(project);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'This bundle cannot be shown',
      {
        timeout: 45_000,
      },
    );
    await expect(page.getByRole('main')).toContainText(what);
    await expect(page.getByRole('main')).toContainText(remedy);
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
}

/** Sentinel projects that can be shown in part; what they must say, and what they must not claim. */
const partly: readonly (readonly [project: string, problem: RegExp])[] = [
  ['fault-duplicate-ids', /have the id A/],
  ['fault-dangling', /which the bundle does not have/],
  ['fault-cycle', /wait for each other in a circle/],
  ['fault-missing-evidence', /cannot be read/],
  ['fault-tampered-evidence', /not the ones that were recorded/],
  ['fault-unknown-kind', /kind “oracle”/],
];

for (const [project, problem] of partly) {
  test(`${project}: what can be shown is shown, the rest is named`, async ({
    app,
    page,
    expected,
  }) => {
    expected.messages.push(failedLoad);
    await app.openFault(project, 'bundle');
    await expect(page.getByRole('region', { name: 'Problems found while reading' })).toContainText(
      problem,
    );
    await app.openFault(project, 'overview');
    await expect(page.getByRole('main')).toContainText('Foundation');
  });
}

test('no fault makes the guarded wave complete', async ({ app, page, expected }) => {
  expected.messages.push(failedLoad);
  await app.openFault('healthy');
  const strip = page.getByRole('list', { name: 'Every item in plan order' });
  await expect(strip.getByRole('link', { name: /^Complete A/ })).toBeVisible();
  for (const project of [
    'fault-missing-evidence',
    'fault-tampered-evidence',
    'fault-unknown-kind',
  ]) {
    await app.openFault(project);
    await expect(strip.getByRole('link', { name: /A Foundation/ })).toBeVisible();
    await expect(strip.getByRole('link', { name: /^Complete A/ })).toHaveCount(0);
  }
});

test('a slow server shows that something is on its way, then the plan', async ({ app, page }) => {
  await app.openFault('fault-slow');
  await expect(page.getByRole('status').first()).toBeAttached();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('hostile titles are text on every page, and run nothing', async ({ app, page }) => {
  for (const name of pages) {
    await app.openFault('hostile', name);
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    await expect(page.locator('main img[src="x"]')).toHaveCount(0);
    expect(await page.title()).toBe('Wavegate');
  }
});

test('an address that leads nowhere in the app offers the way back', async ({ app, page }) => {
  await app.open('/no/such/page');
  await expect(page.getByText('There is no such page')).toBeVisible();
  await page.getByRole('link', { name: 'Show all projects' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('6 projects');
});
