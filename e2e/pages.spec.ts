import { expect, test } from './support/app.ts';

test('graph: nodes tell their state, one is inspected, its reasons lead to evidence', async ({
  app,
  page,
}) => {
  await app.open('/p/implementation-waves/graph');
  await page.getByRole('button', { name: /^W3 Tools and lifecycle, failed/i }).click();
  await expect(page.getByRole('heading', { name: 'Tools and lifecycle' })).toBeVisible();
  await expect(page).toHaveURL(/item=W3/);
  await expect(page.getByRole('link', { name: /E-W3-ssrf/ }).first()).toBeVisible();
  await page.getByRole('tab', { name: /^Links/ }).click();
  await expect(page).toHaveURL(/tab=links/);
});

test('graph: the table twin has the same items and selection', async ({ app, page }) => {
  await app.open('/p/implementation-waves/graph?show=table&item=W5A');
  await expect(page.getByRole('row', { name: /W5A/ })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('heading', { name: 'Audit and discovery' })).toBeVisible();
});

test('gates: a link opens the condition, the record stands beside the computation', async ({
  app,
  page,
}) => {
  await app.open('/p/implementation-waves/gates?gate=G-W2');
  await expect(page.getByText(/Recorded as passed.*recomputed/)).toBeVisible();
  await page
    .getByRole('button', { name: /^Fails/ })
    .first()
    .click();
  await expect(page).toHaveURL(/verdict=failed/);
  await expect(page.getByRole('button', { name: /G-W0/ })).toHaveCount(0);
});

test('evidence: filtered by its link, a JSON pointer is opened and marked', async ({
  app,
  page,
}) => {
  await app.open('/p/governance-handoff/evidence?kind=probe-run');
  await expect(page.getByRole('row', { name: /probe/ }).first()).toBeVisible();
  await app.open(
    '/p/governance-handoff/evidence?id=probe-run-preflight&at=json%3A%2Fobservations%2F0%2Fvalue',
  );
  const marked = page.getByRole('treeitem').and(page.locator('[aria-current="location"]'));
  await expect(marked).toContainText('value');
  await expect(marked).toBeInViewport();
});

test('metrics: the chart has its target, the table its numbers', async ({ app, page }) => {
  await app.open('/p/implementation-waves/metrics');
  await page.getByRole('link', { name: /Projector lag/ }).click();
  await expect(page).toHaveURL(/metric=/);
  await expect(page.getByRole('figure', { name: /Projector lag/ })).toBeVisible();
  await expect(page.getByText('target ≤ 60 s').first()).toBeVisible();
  await page.getByRole('button', { name: 'Table' }).click();
  await expect(page.getByRole('columnheader', { name: /Value/ })).toBeVisible();
});

test('bundle: identity, contents and the way to check it', async ({ app, page }) => {
  await app.open('/p/specs-index/bundle');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Specs index');
  await expect(page.getByText('sha256sum -c SHA256SUMS')).toBeVisible();
  await expect(page.getByRole('img', { name: /Evidence files compared/ })).toBeVisible();
});

test('the theme is kept over a reload', async ({ app, page }) => {
  await app.open('/');
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('sharing copies a link that shows the same', async ({ app, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.open('/p/build-sequence/gates?gate=G-COMM');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('#/p/build-sequence/gates?gate=G-COMM');
});
