import { expect, test } from './support/app.ts';
import { type LiveServer, liveServer } from './support/live-server.ts';

/* Another server than the page's own, whatever the deployment's source is. */

let server: LiveServer;

test.beforeEach(async ({ baseURL, expected }) => {
  server = await liveServer(new URL(baseURL ?? '').origin);
  // Requests to that server are what these tests are about; some of them are meant to fail.
  expected.messages.push(
    /^request: http:\/\/127\.0\.0\.1:/,
    /Failed to load resource/,
    /CORS|ERR_/,
  );
});
test.afterEach(() => server.close());

const place = (page: string) =>
  `/p/plan/${page}?source=${encodeURIComponent(`api:${server.address}`)}`;

test('another revision is announced, and shown when somebody wants it', async ({ app, page }) => {
  await app.open(place('gates'));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('complementary')).toContainText('Revision r1');
  server.add('r2');
  const bars = page.getByRole('status', { name: 'State of the source' });
  await expect(bars).toContainText('Revision r2 is here.');
  await expect(page.getByRole('complementary')).toContainText('Revision r1');
  await bars.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('complementary')).toContainText('Revision r2');
  await expect(page).toHaveURL(/\/gates/);
});

test('a server that goes leaves the last good view, marked with its age', async ({ app, page }) => {
  await app.open(place('overview'));
  await expect(page.getByRole('complementary')).toContainText('Revision r1');
  const answer = await page.getByRole('heading', { level: 1 }).textContent();
  await server.close();
  const bars = page.getByRole('status', { name: 'State of the source' });
  await expect(bars).toContainText('You see what the server last confirmed');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(answer ?? '');
  // What was kept outlives the page.
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(answer ?? '');
  await expect(bars).toContainText('You see what the server last confirmed');
});

test('who is asking is said in place, and stays out of the link', async ({ app, page }) => {
  server.demand('sesame-47');
  await app.open(place('gates'));
  await expect(page.getByRole('main')).toContainText('who is asking');
  await page.getByLabel('Access token').fill('sesame-47');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('complementary')).toContainText('Revision r1');
  await expect(page).toHaveURL(/\/gates/);
  expect(page.url()).not.toContain('sesame');
  const stored = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]),
  );
  expect(stored).not.toContain('sesame');
});

for (const [what, change, said] of [
  ['as recorded', (text: string) => text, /these are the bytes that were recorded/],
  [
    'with one byte changed',
    (text: string) => `${text.slice(0, -2)}!\n`,
    'These are not the bytes that were recorded',
  ],
] as const) {
  test(`a large piece is shown from its first range and hashed when all are there, ${what}`, async ({
    app,
    page,
  }, info) => {
    test.skip(
      info.project.name === 'static',
      'The source is this server, whatever the page came from.',
    );
    const text = Array.from(
      { length: 280_000 },
      (_, at) => `line ${at} ${'of many '.repeat(7)}\n`,
    ).join('');
    server.addLarge(change(text), text);
    await app.open(place('evidence').replace('?', '?id=large&'));
    const table = page.getByRole('table', { name: 'Text of large.log' });
    await expect(table.getByRole('row', { name: /line 7 of many/ })).toBeVisible();
    await expect(page.getByText('Hashing the file')).toBeVisible();
    await expect(page.getByText(said)).toHaveCount(0);
    server.release();
    await expect(page.getByText(said)).toBeVisible();
    await expect(page.getByText('280,000 lines')).toBeVisible();
  });
}
