import { expect, test } from './support/app.ts';

test.use({ isPageShared: true });

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
  await page.getByRole('button', { name: 'Theme and language' }).click();
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

test('authorisations: the master rule first, each step with what it lacks', async ({
  app,
  page,
}) => {
  await app.open('/p/governance-handoff/authorisations');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/1 of 12 steps/);
  await expect(page.getByText('COMMIT_FORBIDDEN')).toBeVisible();
  await expect(page.getByText('2 definitions claim to be in force')).toBeVisible();
  await page.getByRole('button', { name: /^step-5/ }).click();
  await expect(page).toHaveURL(/step=step-5/);
  await expect(page.getByText('The same person signed more than once')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Final report: 0 of 14 fields' })).toBeVisible();
  await expect(page.getByText('6 of 12 records count for something.')).toBeVisible();
});

test('contract: limits beside measurements, and a hit opens at its line', async ({ app, page }) => {
  await app.open('/p/phase-contract/contract?deliverable=D06');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '15 of 22 deliverables are as agreed, 5 of 14 targets are met.',
  );
  await expect(page.getByRole('link', { name: 'lines 88, 131' })).toBeVisible();
  const router = page.getByRole('row', { name: /Decision of the router/ });
  await expect(router.getByText('nobody delivers it')).toBeVisible();
  await expect(page.getByText('0 of 20 ticked')).toBeVisible();
  await page.getByRole('link', { name: 'lines 88, 131' }).click();
  await expect(page).toHaveURL(/evidence\?id=D06-file&at=lines/);
});

test('documents: collisions, gaps and filters by link', async ({ app, page }) => {
  await app.open('/p/specs-index/documents?problem=missing');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '47 documents in 2 registers: 2 are missing.',
  );
  for (const text of ['20 names 2', '21 names 2', '25 names 6', '26 names 4']) {
    await expect(page.getByText(text)).toBeVisible();
  }
  await expect(page.getByText('phase 1: 22, 23, 24 and 26')).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Catalogue' }).getByRole('row')).toHaveCount(3);
});

test('invariants: a counterexample leads to its item on the graph', async ({ app, page }) => {
  await app.open('/p/governance-handoff/invariants?verdict=violated');
  await expect(page.getByText('rec-batch-3-4 covers 2 at once')).toBeVisible();
  await page.getByRole('link', { name: 'step-3' }).click();
  await expect(page).toHaveURL(/graph\?item=step-3/);
});

test('a narrow bar has five places, the last one for the other pages', async ({ app, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await app.open('/p/specs-index/overview');
  const bar = page.getByRole('navigation', { name: 'Pages' });
  await expect(bar.getByRole('link')).toHaveCount(4);
  await bar.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Documents' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('47 documents');
});
