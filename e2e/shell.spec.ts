import { expect, test } from './support/app.ts';

test('the palette, back and forward, share, theme and paper', async ({ app, page, context }) => {
  const heading = page.getByRole('heading', { level: 1 });
  await test.step('the palette finds an item, a piece of evidence and an action', async () => {
    await app.open('/p/implementation-waves/overview');
    await expect(heading).toBeVisible();
    await page.keyboard.press('Control+k');
    const field = page.getByRole('dialog').getByRole('combobox');
    await expect(field).toBeFocused();
    await field.fill('discovery');
    await page.getByRole('option', { name: /^W5A/ }).click();
    await expect(page).toHaveURL(/graph\?item=W5A/);
    await page.keyboard.press('Control+k');
    await field.fill('tools-ssrf');
    await page.getByRole('option', { name: /^E-W3-ssrf/ }).waitFor();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/evidence\?id=E-W3-ssrf/);
    await page.keyboard.press('Control+k');
    await field.fill('high contrast');
    await page.getByRole('option', { name: 'Theme: High contrast' }).waitFor();
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
  });
  await test.step('back and forward lead through what was looked at', async () => {
    await app.open('/p/implementation-waves/gates');
    await page.getByRole('button', { name: /G-W3/ }).first().click();
    await expect(page).toHaveURL(/gate=G-W3/);
    await page.getByRole('link', { name: 'Open the deciding evidence' }).click();
    await expect(page).toHaveURL(/evidence\?id=E-W3-ssrf/);
    await page.goBack();
    await expect(page.getByRole('heading', { name: 'Tool security' })).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(/gates$/);
    await page.goForward();
    await expect(page.getByRole('heading', { name: 'Tool security' })).toBeVisible();
  });
  await test.step('sharing copies a link that shows the same', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await expect(page.getByText('Link copied')).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).hash).toContain('#/p/implementation-waves/gates?gate=G-W3');
  });
  await test.step('the theme is kept over a reload', async () => {
    await page.getByRole('button', { name: 'Theme and language' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  await test.step('and so is the language, in which the page begins', async () => {
    await page.getByRole('button', { name: 'Theme and language' }).click();
    await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await page.reload();
    await expect(page.getByText('Was muss erfüllt sein, und ist es das?')).toBeVisible();
    await page.getByRole('button', { name: 'Darstellung und Sprache' }).click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
  await test.step('paper has every gate, and the bundle on each sheet', async () => {
    await expect(heading).toBeVisible();
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { level: 2, name: /G-W10/ })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeHidden();
    await expect(page.getByText(/^Bundle [0-9a-f]{64}$/)).toBeVisible();
    const margin = await page.evaluate(() =>
      document.documentElement.style.getPropertyValue('--print-bundle'),
    );
    expect(margin).toMatch(/^"Bundle [0-9a-f]{16}"$/);
  });
});
