import { expect, test } from './support/app.ts';

/* What can differ by where the bytes come from: each page once, by the ways a person takes. */

test('every page of a project stands over a server too', async ({ app, page }) => {
  const heading = page.getByRole('heading', { level: 1 });
  await app.open('/');
  await page.getByRole('link', { name: /^Implementation waves/ }).click();
  await expect(heading).toContainText('hold back');
  const navigation = page.getByRole('navigation', { name: 'Pages' });
  for (const [name, sign] of [
    [/^Graph/, page.getByRole('button', { name: /^W3 Tools and lifecycle, failed/i })],
    [/^Gates/, page.getByRole('button', { name: /G-W10/ }).first()],
    [/^Authorisations/, heading],
    [/^Metrics/, page.getByRole('link', { name: /Projector lag/ })],
    [/^Invariants/, page.getByText('Advice authorises nothing').first()],
    [/^History/, page.getByText('rev 47').first()],
    [/^Bundle/, page.getByText('sha256sum -c SHA256SUMS')],
    [
      /^Evidence/,
      page
        .getByRole('grid', { name: /vidence/ })
        .getByRole('row')
        .nth(1),
    ],
  ] as const) {
    await navigation.getByRole('link', { name }).click();
    await expect(sign).toBeVisible();
  }
  await app.open('/p/implementation-waves/evidence?id=E-W3-ssrf');
  await expect(page.getByText(/matches/i).first()).toBeVisible();
  await app.open('/p/implementation-waves/metrics?metric=projector-lag');
  await expect(page.getByRole('figure', { name: /Projector lag/ })).toBeVisible();
  await app.open('/p/phase-contract/contract?deliverable=D06');
  await expect(heading).toContainText('15 of 22 deliverables');
  await app.open('/p/specs-index/documents');
  await expect(heading).toContainText('47 documents');
});
