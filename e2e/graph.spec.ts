import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './support/app.ts';
import { addressOf } from './support/packed.ts';

test.use({ isPageShared: true });

const waves = '/p/implementation-waves/graph';

test('what if: a cause is assumed away, and the link shows another reader the same scenario', async ({
  app,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.open(`${waves}?item=W3`);
  await page.getByRole('button', { name: 'Assume that these are cleared' }).click();
  const scenario = page.getByRole('region', { name: 'Scenario' });
  await expect(scenario).toContainText('nothing of it is recorded');
  await expect(scenario).toContainText('1 wave would be released.');
  // The computed state stays; what would be stands beside it.
  await expect(
    page.getByRole('button', { name: /^W3 .*, failed, assumed, would be / }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  await page.goto('about:blank');
  await page.goto(link);
  await expect(scenario).toContainText('1 wave would be released.');
  await expect(
    page.getByRole('button', { name: /^W5 .*, contradicted, would be released/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Table' }).click();
  await expect(page.getByRole('row', { name: /W5 .*Contradicted.*Released/ })).toBeVisible();
  await scenario.getByRole('button', { name: 'Clear scenario' }).click();
  await expect(scenario).toBeHidden();
  await expect(page).not.toHaveURL(/assume/);
  await page.goBack();
  await expect(scenario).toBeVisible();
});

test('compared with an earlier revision: marked, counted, listed', async ({ app, page }) => {
  await app.open(waves);
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('menuitemradio', { name: /rev 47/ }).click();
  await expect(page).toHaveURL(/against=47/);
  const bar = page.getByRole('region', { name: 'Compare' });
  await expect(bar).toContainText('Compared with rev 47:');
  await expect(bar).toContainText('3 flipped');
  await expect(page.getByRole('button', { name: /^W1 .*, complete, was failed/ })).toBeVisible();
  await bar.getByRole('button', { name: /List of/ }).click();
  await page.getByRole('link', { name: /^W1 Stream/ }).click();
  await expect(page.getByRole('heading', { name: 'Stream and runtime spine' })).toBeVisible();
  await expect(page).toHaveURL(/against=47/);
  await bar.getByRole('button', { name: 'Stop comparing' }).click();
  await expect(bar).toBeHidden();
});

test('by keyboard alone: from the drawing to the evidence that decides', async ({ app, page }) => {
  await app.open(waves);
  const first = page.getByRole('button', { name: /^W0 Contract/ });
  await expect(first).toBeVisible();
  await first.focus();
  const drawn = page.locator('[data-direction]').first();
  const ahead =
    (await drawn.getAttribute('data-direction')) === 'down' ? 'ArrowDown' : 'ArrowRight';
  await page.keyboard.press(ahead);
  await expect(page.getByRole('button', { name: /^W1 Stream/ })).toBeFocused();
  await page.keyboard.type('w3');
  await expect(page.getByRole('button', { name: /^W3 Tools/ })).toBeFocused();
  await page.keyboard.press('+');
  await expect(page.getByRole('status').filter({ hasText: /Zoom \d+ %/ })).toBeAttached();
  await page.keyboard.press('0');
  await expect(
    page.getByRole('status').filter({ hasText: 'Everything is in view.' }),
  ).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Tools and lifecycle' })).toBeVisible();
  const evidence = page.getByRole('link', { name: /^E-W3-ssrf · line/ }).first();
  for (let step = 0; step < 60; step += 1) {
    if (await evidence.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(evidence).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/evidence\?id=E-W3-ssrf&at=./);
});

test('the exported picture is whole at every zoom, and says that it is a scenario', async ({
  app,
  page,
}) => {
  await app.open(`${waves}?assume=gate:G-W3:passed`);
  await expect(page.getByRole('region', { name: 'Scenario' })).toContainText('released');
  for (let turn = 0; turn < 3; turn += 1) {
    await page.getByRole('button', { name: 'Zoom in' }).click();
  }
  await page.getByRole('button', { name: 'Export' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Save as SVG, dark' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('implementation-waves-scenario-dark.svg');
  const svg = await readFile(await download.path(), 'utf8');
  const texts = [...svg.matchAll(/>([^<]+)<\/text>/g)].map(([, text]) => text);
  expect(texts).toEqual(expect.arrayContaining(['W0', 'W3', 'W5B', 'W11', 'blocking', 'Assumed']));
  expect(texts).toContain('SCENARIO, not recorded. Assumed: G-W3: Passes.');
  expect(texts.some((text) => /^(.* )?[0-9a-f]{64}$/.test(text ?? ''))).toBe(true);
  expect(svg.includes('var(')).toBe(false);
});

test('the menu of a node leads on, and the way back restores each step', async ({ app, page }) => {
  await app.open(waves);
  await page.getByRole('button', { name: /^W4 Files/ }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'What it waits for' }).click();
  await expect(page).toHaveURL(/item=W4&focus=upstream/);
  await expect(page.locator('bdi').filter({ hasText: /^W4 waits for \d waves/ })).toBeVisible();
  await page.getByRole('button', { name: 'Why blocked' }).click();
  await expect(page.locator('bdi').filter({ hasText: /Root causes: .*W3/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^W3 .*, a root cause/ })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/focus=upstream/);
  await page.goBack();
  await expect(page).not.toHaveURL(/focus/);
  await page.goForward();
  await expect(page.locator('bdi').filter({ hasText: /^W4 waits for \d waves/ })).toBeVisible();
});

test('the drawing flies where it is led, and jumps there where no motion is wanted', async ({
  app,
  page,
}) => {
  await app.open(waves);
  await page.getByRole('button', { name: /^W0 Contract/ }).focus();
  const pane = page.locator('.react-flow__viewport');
  const wholeView = await pane.getAttribute('style');
  const stopsOnTheWay = async (): Promise<number> => {
    for (let turn = 0; turn < 3; turn += 1) await page.keyboard.press('+');
    await expect(pane).not.toHaveAttribute('style', wholeView ?? '');
    await page.waitForTimeout(300);
    const seen = await pane.evaluateHandle((element) => {
      const transforms = new Set<string>();
      new MutationObserver(() => transforms.add(element.style.transform)).observe(element, {
        attributes: true,
        attributeFilter: ['style'],
      });
      return transforms;
    });
    await page.keyboard.press('0');
    await expect(pane).toHaveAttribute('style', wholeView ?? '');
    return seen.evaluate(({ size }) => size);
  };
  expect(await stopsOnTheWay()).toBeGreaterThan(1);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await stopsOnTheWay()).toBe(1);
});

test('by touch: a long one asks for the menu, one finger drags, two zoom', async ({
  browser,
  app,
  baseURL,
}) => {
  const context = await browser.newContext({
    viewport: { width: 412, height: 839 },
    hasTouch: true,
    isMobile: true,
    ...(baseURL !== undefined && { baseURL }),
  });
  const page = await context.newPage();
  await page.goto(addressOf(baseURL, `${waves}?show=graph`));
  const node = page.getByRole('button', { name: /^W3 Tools.*, failed/ });
  await expect(node).toBeVisible();
  const percent = page.getByRole('button', { name: /^\d+ %$/ });
  const before = Number.parseInt((await percent.textContent()) ?? '', 10);
  const touches = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart?: number): Promise<unknown> =>
    touches.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        apart === undefined
          ? []
          : [
              { x: 200 - apart, y: 500, id: 0 },
              { x: 200 + apart, y: 500, id: 1 },
            ],
    });
  await touch('touchStart', 40);
  for (const apart of [50, 60, 70, 80]) await touch('touchMove', apart);
  await touch('touchEnd');
  await expect
    .poll(async () => Number.parseInt((await percent.textContent()) ?? '', 10))
    .toBeGreaterThan(before);
  const boxBefore = await node.boundingBox();
  for (const [type, x] of [
    ['touchStart', 200],
    ['touchMove', 230],
    ['touchMove', 260],
    ['touchEnd', undefined],
  ] as const) {
    await touches.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: x === undefined ? [] : [{ x, y: 500 }],
    });
  }
  await expect
    .poll(async () => ((await node.boundingBox())?.x ?? 0) - (boxBefore?.x ?? 0))
    .toBeGreaterThan(25);
  await page.getByRole('button', { name: 'Fit all' }).tap();
  await expect(percent).toHaveText(`${before} %`);
  const box = await node.boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
  await touches.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  const wanted = page.getByRole('menuitem', { name: 'What waits for it' });
  await expect(wanted).toBeVisible();
  await touches.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await wanted.tap();
  await expect(page).toHaveURL(/item=W3&focus=downstream/);
  await context.close();
  expect(app).toBeDefined();
});

for (const [place, theme] of [
  [
    `${waves}?item=W4&q=w&assume=item:W3&assume=item:gone`,
    { colorScheme: 'light', contrast: 'more' },
  ],
  [`${waves}?against=47&item=W3&tab=gates`, { colorScheme: 'dark' }],
] as const) {
  test(`axe finds nothing at ${place}`, async ({ app, page }, info) => {
    test.skip(info.project.name === 'api', 'The pages are the same over both kinds of source.');
    await page.emulateMedia(theme);
    await app.open(place);
    await expect(page.getByRole('region', { name: /Scenario|Compare/ })).toContainText(
      /released|flipped/,
      { timeout: 15_000 },
    );
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}
