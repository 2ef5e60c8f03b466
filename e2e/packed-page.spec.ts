import { expect, test } from '@playwright/test';

test('a packed page opens from disk, judges, draws and shows evidence without any request', async ({
  page,
  baseURL,
}) => {
  if (baseURL === undefined) throw new Error('The packed page has no address.');
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url())) asked.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(`${baseURL}#/p/implementation-waves/overview`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('hold back');
  await page.getByRole('link', { name: /^Graph/ }).click();
  await expect(page.getByText('Stream and runtime spine').first()).toBeVisible();
  await page.getByRole('link', { name: /^Evidence/ }).click();
  await expect(page.getByText('tools-ssrf.xml').first()).toBeVisible();
  expect(asked).toEqual([baseURL]);
  expect(errors).toEqual([]);
});
