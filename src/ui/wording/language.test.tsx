import { act, render, screen } from '@testing-library/react';
import { type ReactNode, Suspense } from 'react';
import { expect, it } from 'vitest';
import type { Language } from '../../lib/language.ts';
import { type Catalogues, LanguageProvider, useWords } from './language.tsx';
import { fetchWords, later } from './later.ts';
import { useFormat } from './use-format.ts';

interface Words {
  readonly greeting: string;
}
const en: Words = { greeting: 'Hello' };
const de: Words = { greeting: 'Guten Tag' };

function Greeting({ catalogues }: { readonly catalogues: Catalogues<Words> }): ReactNode {
  return <p>{useWords(catalogues).greeting}</p>;
}

/** Waits for what suspends. */
async function showSoon(language: Language, catalogues: Catalogues<Words>): Promise<void> {
  await act(async () => show(language, catalogues));
}

function show(language: Language, catalogues: Catalogues<Words>): void {
  render(
    <LanguageProvider language={language}>
      <Suspense fallback={<p>Fetching</p>}>
        <Greeting catalogues={catalogues} />
      </Suspense>
    </LanguageProvider>,
  );
}

it('fetches words when they are wanted, and only then', async () => {
  let fetched = 0;
  const catalogues = {
    en,
    de: later('de', () => {
      fetched += 1;
      return Promise.resolve(de);
    }),
  };
  show('en', catalogues);
  expect(fetched).toBe(0);
  await showSoon('de', catalogues);
  expect(screen.getByText('Guten Tag')).toBeVisible();
  expect(fetched).toBe(1);
});

it('changes at once when the words were fetched before', async () => {
  const catalogues = { en, de: later('de', () => Promise.resolve(de)) };
  await fetchWords('de');
  show('de', catalogues);
  expect(screen.getByText('Guten Tag')).toBeVisible();
});

it('stays readable when words cannot be fetched, and asks again', async () => {
  let isThere = false;
  const words = later('de', () => (isThere ? Promise.resolve(de) : Promise.reject(new Error())));
  await expect(fetchWords('de')).rejects.toThrow();
  await showSoon('de', { en, de: words });
  expect(screen.getByText('Hello')).toBeVisible();
  isThere = true;
  await fetchWords('de');
  show('de', { en, de: words });
  expect(screen.getByText('Guten Tag')).toBeVisible();
});

function Line(): ReactNode {
  const format = useFormat();
  return (
    <p>
      {[
        format.number(1234.5),
        format.quantity(412.5, 'EUR'),
        format.percent(0.934),
        format.date('2026-11-21T10:00:00Z'),
        format.list(['a', 'b', 'c']),
      ].join(' | ')}
    </p>
  );
}

it.each([
  ['en', '1,235 | €412.5 | 93.4% | 21 Nov 2026 | a, b and c'],
  ['de', '1.235 | 412,5 € | 93,4 % | 21. Nov. 2026 | a, b und c'],
] as const)('writes numbers, units and times as the language does: %s', (language, line) => {
  const { container } = render(
    <LanguageProvider language={language}>
      <Line />
    </LanguageProvider>,
  );
  expect((container.textContent ?? '').replaceAll('\u00a0', ' ')).toBe(line);
});
