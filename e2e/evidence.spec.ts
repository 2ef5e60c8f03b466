import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { hostileEvidence } from '../mocks/faults/hostile-evidence.ts';
import { expect, test } from './support/app.ts';

const gate = '/p/implementation-waves/evidence?review=G-W3';

/** A bundle of these files beside the page, as a host would serve it. */
async function serve(
  page: Page,
  files: readonly { readonly path: string; readonly mediaType: string; readonly text: string }[],
): Promise<string> {
  const bundle = {
    wavegate: '1.0.0',
    project: { id: 'made', title: 'Made for a test' },
    revision: { id: 'r1', createdAt: '2026-11-20T12:00:00Z' },
    items: [{ id: 'A', kind: 'wave', title: 'A' }],
    dependencies: [],
    evidence: files.map(({ path, mediaType, text }) => ({
      id: path,
      kind: 'file',
      name: path,
      path,
      mediaType,
      size: Buffer.byteLength(text),
    })),
  };
  await page.route('**/made/**', async (route) => {
    const path = new URL(route.request().url()).pathname.split('/made/')[1] ?? '';
    if (path === 'bundle.json') return route.fulfill({ json: bundle });
    const file = files.find((entry) => entry.path === decodeURIComponent(path));
    return file === undefined
      ? route.fulfill({ status: 404, body: 'Not Found' })
      : route.fulfill({ body: file.text, contentType: file.mediaType });
  });
  return '/p/made/evidence?source=made/bundle.json';
}

test('a reviewer works through a whole gate by keyboard alone', async ({ app, page }) => {
  await app.open('/p/implementation-waves/evidence');
  const choice = page.getByRole('combobox', { name: 'Review a gate' });
  await expect(choice).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await choice.evaluate((node) => node === document.activeElement)) break;
  }
  await page.keyboard.press('Enter');
  await page.keyboard.type('G-W3');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('0 of 8 conditions decided.');
  const queue = page.getByRole('region', { name: 'Conditions to review' });
  await page.keyboard.press('j');
  for (let step = 1; step <= 8; step += 1) {
    await expect(page.getByText(`Condition ${step} of 8`)).toBeVisible();
    // The deciding evidence is open beside it.
    await expect(page.getByRole('heading', { name: 'Content' })).toBeVisible();
    if (step === 4) {
      await page.keyboard.press('q');
      await page.keyboard.press('n');
      await page.keyboard.type('Which addresses were tried?');
      await page.keyboard.press('Escape');
    } else {
      await page.keyboard.press('a');
    }
    await expect(page.getByRole('heading', { level: 1 })).toContainText(
      step === 8 ? 'All 8 conditions are decided.' : `${step} of 8 conditions decided.`,
    );
    await page.keyboard.press('j');
  }
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1 questioned');
  // Kept across a reload, with the note.
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('All 8 conditions');
  await expect(queue.getByRole('button', { name: /SSRF/ })).toContainText('Questioned');
  await app.open(`${gate}&step=ssrf-blocking`);
  await expect(page.getByRole('textbox', { name: /Note on SSRF/ })).toHaveValue(
    'Which addresses were tried?',
  );
});

test('replaced bytes reopen a review and say so, and reviews travel as files', async ({
  app,
  page,
}) => {
  const place = (revision: string) =>
    `/p/implementation-waves/evidence?rev=${revision}&id=E-W3-actions`;
  await app.open(place('47'));
  const marks = page.getByRole('group', { name: 'Review' });
  await marks.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByText(/^Accepted by you/)).toBeVisible();
  await app.open(place('48'));
  await expect(page.getByText('Reopened')).toBeVisible();
  await expect(page.getByText('The bytes of E-W3-actions are others now.')).toBeVisible();
  await app.open(gate);
  await page.getByRole('button', { name: 'More' }).last().click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Export as a file' }).click();
  const stream = await (await download).createReadStream();
  const text = Buffer.concat(await stream.toArray()).toString();
  const theirs = text.replace(/"id": "[0-9a-f]{32}"/, '"id": "somebody-else"');
  await page.getByLabel('Import a file or statement').setInputFiles({
    name: 'review.json',
    mimeType: 'application/json',
    buffer: Buffer.from(theirs.replace('"accepted"', '"questioned"')),
  });
  await expect(page.getByText('The reviews were merged')).toBeVisible();
  await app.open(place('47'));
  await expect(page.getByText(/^Accepted by you/)).toBeVisible();
  await expect(page.getByText(/^Questioned by/)).toBeVisible();
});

test('one click leads to the place that decides, and the way back to the one before', async ({
  app,
  page,
}) => {
  await app.open('/p/implementation-waves/evidence?id=E-W3-ssrf');
  const cases = page.getByRole('grid', { name: 'Test cases' });
  await expect(cases).toBeVisible();
  // Failures come first.
  await expect(cases.getByRole('row').nth(1)).toContainText('Failed');
  await cases.getByRole('row').nth(1).click();
  const opened = page.getByRole('region', { name: 'Opened' });
  await expect(opened.locator('mark')).toBeInViewport();
  const first = page.url();
  await cases.getByRole('row').nth(2).click();
  await expect(page).not.toHaveURL(first);
  await page.goBack();
  await expect(page).toHaveURL(first);
  await expect(opened).toContainText('Failed');
  await app.open('/p/phase-contract/evidence?id=D18-file&at=cell:20:latency_ms');
  const mark = page.getByRole('grid', { name: /^Table of/ }).locator('mark');
  await expect(mark).toBeInViewport();
  await expect(mark).toHaveAttribute('aria-current', 'location');
});

test('a large log scrolls at once, is searched by the engine, and the link leads to a line', async ({
  app,
  page,
}, info) => {
  test.skip(info.project.name === 'api', 'The viewer is the same over both kinds of source.');
  const lines = Array.from(
    { length: 220_000 },
    (_, at) =>
      `2026-11-20T12:00:00Z \u001b[32mINFO\u001b[0m worker ${at} did what it was told, ${at % 60_000 === 7 ? 'needle' : 'and more of the same'}`,
  );
  const place = await serve(page, [
    { path: 'a.log', mediaType: 'text/plain', text: lines.join('\n') },
  ]);
  await app.open(`${place}&id=a.log`);
  const table = page.getByRole('table', { name: 'Text of a.log' });
  await expect(table.getByRole('row', { name: /INFO worker 5 / })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find in the content' }).fill('needle');
  await expect(page.getByText('1 of 4')).toBeVisible();
  await page.getByRole('button', { name: 'Next hit' }).click();
  await expect(table.getByRole('row', { name: /worker 60007 / })).toBeInViewport();
  await page.getByRole('textbox', { name: 'Go to line' }).fill('170001');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/at=lines%3A170001-170001/);
  await expect(table.locator('[aria-current="location"]')).toContainText('worker 170000');
});

/** Does what a reader does: looks for something that is there, and opens the first entry of a report. */
async function provoke(detail: Locator): Promise<void> {
  const find = detail.getByRole('searchbox').first();
  if ((await find.count()) > 0) {
    await find.fill('<');
    await find.fill('');
  }
  const entry = detail.getByRole('grid').getByRole('row').nth(1);
  if ((await entry.count()) > 0) await entry.click();
}

/** Opens with a script, links to one, and its table of contents is wrong. */
const hostilePdf = [
  '%PDF-1.4',
  '1 0 obj << /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >> endobj',
  '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
  '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 300 200] /A << /S /URI /URI (https://elsewhere.invalid/) >> >>] >> endobj',
  'trailer << /Root 1 0 R >>',
  'startxref',
  '7',
  '%%EOF',
].join('\n');

test('hostile evidence runs nothing, fetches nothing and breaks nothing in any viewer', async ({
  app,
  page,
}, info) => {
  test.skip(info.project.name === 'api', 'The viewers are the same over both kinds of source.');
  test.setTimeout(180_000);
  const files = [
    ...hostileEvidence,
    {
      path: 'evidence/a.pdf',
      mediaType: 'application/pdf',
      text: hostilePdf,
      tries: 'a document that runs',
    },
  ];
  const place = await serve(page, files);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const detail = page.getByRole('complementary', { name: 'Chosen evidence' });
  const look = async (path: string, tries: string): Promise<void> => {
    await expect(detail.getByRole('button', { name: /Download/ }), tries).toBeVisible();
    await expect(detail.getByRole('status', { name: 'Loading' })).toHaveCount(0);
    const ran = await page.evaluate(() => Reflect.has(globalThis, 'hostileScriptRan'));
    expect(ran, `${path}: ${tries}`).toBe(false);
    expect(await page.title()).toBe('Wavegate');
    // No anchor of ours leads to script, whatever the evidence says.
    const anchors = await page.locator('a[href^="javascript:" i], iframe, object, embed').count();
    expect(anchors, `${path}: ${tries}`).toBe(0);
  };
  for (const { path, tries } of files) {
    await app.open(`${place}&id=${encodeURIComponent(path)}`);
    await look(path, tries);
    await provoke(detail);
    const shapes = detail.getByRole('group', { name: 'Show as' });
    for (const shape of ['Formatted', 'Text']) {
      const button = shapes.getByRole('button', { name: shape });
      if ((await button.count()) === 0 || (await button.getAttribute('aria-pressed')) === 'true') {
        continue;
      }
      await button.click();
      await look(path, `${tries}, as ${shape}`);
    }
  }
  expect(dialogs).toEqual([]);
});

/** Texts that are no key that could be trusted, and what is said of each. */
const hostileKeys: readonly (readonly [text: string, refusal: string])[] = [
  ['<img src=x onerror="globalThis.hostileScriptRan = true">', 'It is no key.'],
  ['{"__proto__":{"kty":"OKP"},"x5u":"https://elsewhere.invalid/key"}', 'It is no key.'],
  [
    '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
    'It is a certificate. Give the public key in it.',
  ],
  [
    `{"kty":"OKP","crv":"Ed25519","x":"${'A'.repeat(43)}","kid":"<script>1</script>"}`,
    'Its numbers are no valid key.',
  ],
];

test('tampering is named by the integrity claims, each with its own mark', async ({
  app,
  page,
  expected,
}) => {
  expected.messages.push(/Failed to load resource/);
  await app.openFault('fault-tampered-evidence', 'bundle');
  const panel = page.getByRole('region', { name: 'Check the integrity of this bundle' });
  const intact = panel.getByRole('listitem').filter({ hasText: 'The bytes are the ones' });
  await expect(intact).toContainText('Does not hold');
  await expect(intact).toContainText('evidence/unit.json');
  await expect(panel.getByRole('listitem').filter({ hasText: 'Authentic' })).toContainText(
    'Nothing to check',
  );
  // A key comes from somebody else too: it is read, and nothing in it is followed or run.
  for (const [key, refusal] of hostileKeys) {
    await panel.getByRole('textbox', { name: 'Public key as PEM or JWK' }).fill(key);
    await panel.getByRole('button', { name: 'Trust this key' }).click();
    await expect(panel.getByText(refusal)).toBeVisible();
  }
  await expect(panel.getByText('None yet. Without one no signature counts.')).toBeVisible();
});

for (const [scheme, width] of [
  ['light', 1440],
  ['dark', 360],
] as const) {
  test(`axe finds nothing in a report and in a review, ${scheme}, ${width} px`, async ({
    app,
    page,
  }, info) => {
    test.skip(info.project.name === 'api', 'The pages are the same over both kinds of source.');
    test.setTimeout(90_000);
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
    for (const [place, shown] of [
      ['/p/implementation-waves/evidence?id=E-W3-ssrf', 'Find in the report'],
      [`${gate}&step=ssrf-blocking&id=E-W3-ssrf`, 'Condition 4 of 8'],
    ] as const) {
      await app.open(place);
      await expect(
        page.getByText(shown, { exact: false }).or(page.getByLabel(shown)).first(),
      ).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => ({ place, id, nodes: nodes.map((node) => node.html) })),
      ).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, place).toBeLessThanOrEqual(0);
    }
    if (width > 360) return;
    // Where there is no room beside it, the condition leads back to the others.
    await page.getByRole('button', { name: 'All conditions' }).click();
    await expect(page.getByRole('region', { name: 'Conditions to review' })).toBeVisible();
  });
}
