import { expect, test } from './support/app.ts';

test.use({ isPageShared: true });

/* What only a browser sees of each page; a page changes under one load, as the hash does under hands. */

test('graph, gates and evidence: from a node to the place that decides it', async ({
  app,
  page,
}) => {
  await test.step('nodes tell their state, one is inspected, its reasons lead on', async () => {
    await app.open('/p/implementation-waves/graph');
    await page.getByRole('button', { name: /^W3 Tools and lifecycle, failed/i }).click();
    await expect(page.getByRole('heading', { name: 'Tools and lifecycle' })).toBeVisible();
    await expect(page).toHaveURL(/item=W3/);
    await expect(page.getByRole('link', { name: /E-W3-ssrf/ }).first()).toBeVisible();
    await page.getByRole('tab', { name: /^Links/ }).click();
    await expect(page).toHaveURL(/tab=links/);
  });
  await test.step('the table twin has the same items and selection', async () => {
    await app.open('/p/implementation-waves/graph?show=table&item=W5A');
    await expect(page.getByRole('row', { name: /W5A/ })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('heading', { name: 'Audit and discovery' })).toBeVisible();
  });
  await test.step('a link opens a gate, the record stands beside the computation', async () => {
    await app.open('/p/implementation-waves/gates?gate=G-W2');
    await expect(page.getByText(/Recorded as passed.*recomputed/)).toBeVisible();
    const fails = page.getByRole('button', { name: /^Fails/ });
    await fails.first().click();
    await expect(page).toHaveURL(/verdict=failed/);
    await expect(page.getByRole('button', { name: /G-W0/ })).toHaveCount(0);
  });
  await test.step('evidence is filtered by its link', async () => {
    await app.open('/p/governance-handoff/evidence?kind=probe-run');
    await expect(page.getByRole('row', { name: /probe/ }).first()).toBeVisible();
  });
  await test.step('a pointer into JSON is opened and marked', async () => {
    await app.open(
      '/p/governance-handoff/evidence?id=probe-run-preflight&at=json%3A%2Fobservations%2F0%2Fvalue',
    );
    const marked = page.getByRole('treeitem').and(page.locator('[aria-current="location"]'));
    await expect(marked).toContainText('value');
    await expect(marked).toBeInViewport();
  });
  await test.step('a chart has its target, its table the numbers', async () => {
    await app.open('/p/implementation-waves/metrics');
    await page.getByRole('link', { name: /Projector lag/ }).click();
    await expect(page).toHaveURL(/metric=/);
    await expect(page.getByRole('figure', { name: /Projector lag/ })).toBeVisible();
    await expect(page.getByText('target ≤ 60 s').first()).toBeVisible();
    await page.getByRole('button', { name: 'Table' }).click();
    await expect(page.getByRole('columnheader', { name: /Value/ })).toBeVisible();
  });
});

test('authorisations, contract, documents, invariants and bundle by their links', async ({
  app,
  page,
}) => {
  const heading = page.getByRole('heading', { level: 1 });
  await test.step('authorisations: the master rule first, each step with what it lacks', async () => {
    await app.open('/p/governance-handoff/authorisations');
    await expect(heading).toHaveText(/1 of 12 steps/);
    await expect(page.getByText('COMMIT_FORBIDDEN')).toBeVisible();
    await expect(page.getByText('2 definitions claim to be in force')).toBeVisible();
    await page.getByRole('button', { name: /^step-5/ }).click();
    await expect(page).toHaveURL(/step=step-5/);
    await expect(page.getByText('The same person signed more than once')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Final report: 0 of 14 fields' })).toBeVisible();
    await expect(page.getByText('6 of 12 records count for something.')).toBeVisible();
  });
  await test.step('invariants: a counterexample leads to its item on the graph', async () => {
    await app.open('/p/governance-handoff/invariants?verdict=violated');
    await expect(page.getByText('rec-batch-3-4 covers 2 at once')).toBeVisible();
    await page.getByRole('link', { name: 'step-3' }).click();
    await expect(page).toHaveURL(/graph\?item=step-3/);
  });
  await test.step('contract: limits beside measurements, a hit opens at its line', async () => {
    await app.open('/p/phase-contract/contract?deliverable=D06');
    await expect(heading).toHaveText(
      '15 of 22 deliverables are as agreed, 5 of 14 targets are met.',
    );
    const router = page.getByRole('row', { name: /Decision of the router/ });
    await expect(router.getByText('nobody delivers it')).toBeVisible();
    await expect(page.getByText('0 of 20 ticked')).toBeVisible();
    await page.getByRole('link', { name: 'lines 88, 131' }).click();
    await expect(page).toHaveURL(/evidence\?id=D06-file&at=lines/);
  });
  await test.step('documents: collisions, gaps and a filter in the link', async () => {
    await app.open('/p/specs-index/documents?problem=missing');
    await expect(heading).toHaveText('47 documents in 2 registers: 2 are missing.');
    for (const text of ['20 names 2', '21 names 2', '25 names 6', '26 names 4']) {
      await expect(page.getByText(text)).toBeVisible();
    }
    await expect(page.getByText('phase 1: 22, 23, 24 and 26')).toBeVisible();
    await expect(page.getByRole('grid', { name: 'Catalogue' }).getByRole('row')).toHaveCount(3);
  });
  await test.step('bundle: identity, contents and the way to check it', async () => {
    await app.open('/p/specs-index/bundle');
    await expect(heading).toContainText('Specs index');
    await expect(page.getByText('sha256sum -c SHA256SUMS')).toBeVisible();
    await expect(page.getByRole('img', { name: /Evidence files compared/ })).toBeVisible();
  });
  await test.step('a narrow bar has five places, the last one for the other pages', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    const bar = page.getByRole('navigation', { name: 'Pages' });
    await expect(bar.getByRole('link')).toHaveCount(4);
    await bar.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Documents' }).click();
    await expect(heading).toContainText('47 documents');
  });
});
