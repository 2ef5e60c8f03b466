import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './support/app.ts';

test.use({ isPageShared: true });

test('what changed between two revisions, from the timeline to the gate', async ({ app, page }) => {
  await app.open('/p/implementation-waves/history');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 revisions');
  const diff = page.getByRole('region', { name: 'From rev 47 to rev 48' });
  await expect(diff.getByRole('region', { name: /Passes revoked/ })).toContainText('Providers');
  await expect(diff.getByRole('region', { name: /loosened/ })).toContainText('Replay lag');
  await page.getByRole('button', { name: 'Compare from rev 48' }).click();
  await page.getByRole('button', { name: 'Compare to rev 47' }).click();
  await expect(page).toHaveURL(/from=48&to=47/);
  await page.reload();
  const back = page.getByRole('region', { name: 'From rev 48 to rev 47' });
  await expect(back.getByRole('region', { name: /tightened/ })).toContainText('Replay lag');
  await back
    .getByRole('region', { name: /flipped/ })
    .getByRole('link', { name: 'Providers' })
    .click();
  await expect(page).toHaveURL(/\/gates\?.*gate=/);
});

test('a link to a revision stays with it, and the newest can be followed again', async ({
  app,
  page,
}) => {
  await app.open('/p/implementation-waves/history');
  await page.getByRole('link', { name: 'Look at it: rev 47' }).click();
  await expect(page).toHaveURL(/overview\?rev=47/);
  await expect(page.getByRole('complementary')).toContainText('rev 47');
  await page.getByRole('link', { name: /^History/ }).click();
  await page.getByRole('link', { name: 'Follow the newest' }).click();
  await expect(page).not.toHaveURL(/rev=/);
  await expect(page.getByRole('complementary')).toContainText('rev 48');
});

test('the history is accessible in both themes', async ({ app, page }, info) => {
  test.skip(info.project.name === 'api', 'The pages are the same over both kinds of source.');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await app.open('/p/implementation-waves/history');
    await expect(page.getByRole('region', { name: /Metrics that moved/ })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
});
