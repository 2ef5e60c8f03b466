import { expect, pages, samples, test } from './support/app.ts';

test.use({ isPageShared: true });

test('the start page lists the six bundled projects', async ({ app, page }) => {
  await app.open('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('6 projects');
  for (const title of Object.values(samples)) {
    const project = page.getByRole('link', { name: new RegExp(`^${title}`) });
    await expect(project).toContainText('Sample data');
  }
  const own = page.getByRole('link', { name: /^Wavegate This project/ });
  await expect(own).toBeVisible();
  await expect(own).not.toContainText('Sample data');
});

for (const [id, title] of Object.entries(samples)) {
  test(`every page of “${title}” opens by its link and says that the data is a sample`, async ({
    app,
    page,
  }) => {
    for (const name of pages) {
      await app.open(`/p/${id}/${name}`);
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
      await expect(page.getByRole('banner').getByText('Sample data')).toBeVisible();
      await expect(page.getByRole('alert')).toHaveCount(0);
    }
  });
}

test('the own bundle shows real output and is no sample', async ({ app, page }) => {
  await app.open('/');
  await page.getByRole('link', { name: /^Wavegate This project/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('banner').getByText('Sample data')).toHaveCount(0);
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: /^Gates/ })
    .click();
  await page.getByRole('button', { name: /tests.*The test command passes/ }).click();
  await expect(page.getByText('Unit and component tests pass')).toBeVisible();
});

test('from the answer to the deciding line in three clicks', async ({ app, page }) => {
  await app.open('/p/implementation-waves/overview');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('hold back');
  const causes = page.getByRole('region', { name: 'What holds it back' });
  // 1: the cause. 2: its evidence, at the line.
  await causes.getByRole('link', { name: 'SSRF requests are blocked' }).click();
  const condition = page.getByRole('listitem').filter({ hasText: 'SSRF requests are blocked' });
  await expect(condition.getByText('2 tests fail; 0 allowed')).toBeVisible();
  await condition
    .getByRole('link', { name: /line 24/ })
    .first()
    .click();
  await expect(page).toHaveURL(/evidence\?.*id=E-W3-ssrf.*at=test/);
  await expect(page.getByRole('heading', { name: 'tools-ssrf.xml' })).toBeVisible();
  const opened = page.getByRole('region', { name: 'Opened' });
  await expect(opened.locator('[aria-current="location"]')).toHaveText(/line 24/);
  await expect(opened.getByText('expected 403, got 200 on the second look-up')).toBeInViewport();
});

test('a link reproduces project, page and item; reload and back keep their word', async ({
  app,
  page,
}) => {
  await app.open('/p/implementation-waves/graph?item=W6');
  const inspector = page.getByRole('heading', { name: 'Message write hardening' });
  await expect(inspector).toBeVisible();
  await page.reload();
  await expect(inspector).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: /^Metrics/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('targets');
  await page.goBack();
  await expect(inspector).toBeVisible();
});

test('another instant changes what is stale, and the link keeps it', async ({ app, page }) => {
  await app.open('/p/implementation-waves/overview?asOf=2027-06-01T00:00:00Z');
  await expect(page.getByRole('button', { name: /As of 1 Jun 2027/ })).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: /^Gates/ })
    .click();
  await expect(page).toHaveURL(/asOf=2027-06-01/);
  await expect(page.getByRole('button', { name: /^Stale/ }).first()).toBeVisible();
});
