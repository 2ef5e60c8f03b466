import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './support/app.ts';

test.use({ isPageShared: true });

test('a metric is judged in view: what the gate takes, when it was first beyond, and the very row', async ({
  app,
  page,
}) => {
  await app.open('/p/implementation-waves/metrics?metric=projector-lag');
  const panel = page.getByRole('region', { name: 'Projector lag' });
  await expect(panel).toContainText('p95 of all samples so far, 132 samples');
  await expect(panel).toContainText('30 Oct 2026, 04:00 UTC: 60.4');
  await expect(panel).toContainText(/1\sd 8\sh, 9 samples, furthest 101\.3/);
  await expect(panel.getByText(/^p95 83\.7/)).toBeVisible();
  await panel.getByRole('link', { name: 'row 92' }).click();
  await expect(page).toHaveURL(/evidence\?id=E-metric-projector-lag&at=cell/);
  await expect(page.getByText('83.7').first()).toBeVisible();
});

test('a stretch of time is drawn with the pointer, stands in the link and survives a reload', async ({
  app,
  page,
}) => {
  await app.open('/p/implementation-waves/metrics?metric=projector-lag');
  const slider = page.getByRole('slider', { name: 'Cursor over the points' });
  const box = await slider.boundingBox();
  if (box === null) throw new Error('The chart has no size.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.5, y);
  await expect(slider).toHaveAttribute('aria-valuetext', /UTC: [\d.]+\ss/);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.7, y, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=2026-11.*&to=2026-11/);
  await page.reload();
  await expect(page.getByRole('figure', { name: /^Projector lag: \d\d points/ })).toBeVisible();
  await page.getByRole('button', { name: 'Show all of the time' }).click();
  await expect(page).not.toHaveURL(/from=/);
});

test('two revisions are compared, and the points are saved as they are', async ({ app, page }) => {
  await app.open('/p/implementation-waves/metrics?metric=replay-lag&base=47');
  const comparison = page.getByRole('region', { name: 'Replay lag against revision 47' });
  await expect(comparison).toContainText(/Mann–Whitney U test.*n = 96 and 138/);
  await page.getByRole('button', { name: 'Save' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Points as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('replay-lag.csv');
  const stream = await download.createReadStream();
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const lines = Buffer.concat(chunks).toString('utf8').trimEnd().split('\r\n');
  expect(lines[0]).toBe('metric,unit,time,value,category,row');
  expect(lines.length).toBeGreaterThan(138);
  expect(lines[1]).toBe('replay-lag,ms,2026-10-28T00:00:00Z,102.2,,1');
});

test('the chart is saved as a picture', async ({ app, page }) => {
  await app.open('/p/implementation-waves/metrics?metric=replay-lag');
  for (const [name, ending] of [
    ['Chart as SVG', 'svg'],
    ['Chart as PNG', 'png'],
  ] as const) {
    await page.getByRole('button', { name: 'Save' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`replay-lag.${ending}`);
  }
});

test('budgets and targets say what is kept, what is due, and what nobody delivers', async ({
  app,
  page,
}) => {
  await app.open('/p/phase-contract/metrics?part=budgets&month=2026-10');
  const budget = page.getByRole('region', { name: 'Budget of phase 1', exact: true });
  await expect(budget.getByRole('meter')).toHaveAttribute(
    'aria-valuetext',
    '€11,634 of €12,000 spent, €366 left',
  );
  await expect(budget).toContainText('26 Oct 2026, 00:00 UTC');
  await page.getByRole('button', { name: 'Targets' }).click();
  await expect(page).toHaveURL(/part=targets/);
  await expect(page.getByRole('row', { name: /^Decision of the router/ })).toContainText(
    'nobody delivers this file',
  );
});

test('axe finds nothing in the detail, the budgets and the targets', async ({
  app,
  page,
}, info) => {
  test.skip(info.project.name === 'api', 'The pages are the same over both kinds of source.');
  test.setTimeout(120_000);
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const place of [
    '/p/implementation-waves/metrics?metric=replay-lag&base=47',
    '/p/phase-contract/metrics?part=budgets',
    '/p/phase-contract/metrics?part=targets',
  ]) {
    await app.open(place);
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    await expect(page.getByRole('main').getByRole('region').first()).toBeVisible();
    await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
    const { violations } = await new AxeBuilder({ page }).include('main').analyze();
    expect(
      violations.map(({ id, nodes }) => ({ place, id, nodes: nodes.map((node) => node.html) })),
    ).toEqual([]);
  }
});
