import { globSync, readFileSync } from 'node:fs';
import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useLanguageChoice } from '../state/language.ts';
import { fetchWords } from '../ui/wording/later.ts';
import { renderSample } from './testing/sample-app.tsx';

type Module = Readonly<Record<string, unknown>>;

const modules = import.meta.glob<Module>(
  ['../**/words/**/*.{ts,tsx}', '../**/wording/**/*.ts', '!../**/*.test.*', '!../**/use-*'],
  { eager: true },
);

/** Constant strings with the way to them; what a catalogue says with a function is not among them. */
function constants(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => constants(part, `${path}/${name}`));
}

/** All constant strings of one language; catalogues of both languages have the same paths. */
function constantsOf(language: 'en' | 'de'): ReadonlyMap<string, string> {
  const part = new RegExp(`(^|-)${language}(?=-|\\.tsx?$)`);
  return new Map(
    Object.entries(modules).flatMap(([file, module]) => {
      const name = file.split('/').at(-1) ?? '';
      if (!part.test(name)) return [];
      const at = file.slice(0, -name.length) + name.replace(part, '$1').replace(/\.tsx?$/, '');
      return Object.values(module).flatMap((exported) => constants(exported, at));
    }),
  );
}

const english = constantsOf('en');
const german = constantsOf('de');

const words = (text: string): number =>
  text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

describe('the German catalogues', () => {
  it('have every word that the English ones have', () => {
    expect(english.size).toBeGreaterThan(1000);
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('leave no sentence in English', () => {
    const same = [...english].filter(([at, text]) => words(text) >= 2 && german.get(at) === text);
    expect(new Set(same.map(([, text]) => text))).toEqual(new Set(['Median (p50)']));
  });

  it('quote as German does', () => {
    const wrong = [...german.values()].filter((text) => /[“][^“]*[”]|"\p{L}[^"]*"/u.test(text));
    expect(wrong.filter((text) => !text.includes('"wavegate"'))).toEqual([]);
  });
});

describe('a page in German', () => {
  /** What only English says, so that it can stand on no German page. */
  const onlyEnglish = (() => {
    const said = new Set(german.values());
    const texts = [...english.values()].filter((text) => !said.has(text) && /\p{L}{3}/u.test(text));
    return { all: new Set(texts), phrases: texts.filter((text) => words(text) >= 3) };
  })();

  /** Every text and every name that is only heard. */
  function spoken(root: Element): string[] {
    const texts: string[] = [];
    // An id is one text, wherever its line may break.
    const whole = document.createElement('div');
    whole.innerHTML = root.innerHTML.replaceAll('<wbr>', '');
    const walker = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() !== null) texts.push(walker.currentNode.textContent ?? '');
    for (const name of ['aria-label', 'title', 'placeholder', 'aria-description']) {
      for (const element of whole.querySelectorAll(`[${name}]`)) {
        texts.push(element.getAttribute(name) ?? '');
      }
    }
    return texts.map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /** The plan speaks for itself: what its bundle says may stand there in any language. */
  const plans = globSync('public/bundles/**/*.{json,ndjson}')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

  beforeAll(async () => {
    useLanguageChoice.getState().choose('de');
    await fetchWords('de');
  });
  afterEach(() => document.body.replaceChildren());

  it.each([
    '/',
    '/p/implementation-waves/overview',
    '/p/implementation-waves/graph?show=table&item=W5',
    '/p/implementation-waves/gates?gate=G-W5',
    '/p/governance-handoff/authorisations',
    '/p/implementation-waves/evidence',
    '/p/implementation-waves/metrics',
    '/p/phase-contract/metrics?page=budgets',
    '/p/phase-contract/metrics?page=targets',
    '/p/phase-contract/contract',
    '/p/specs-index/documents',
    '/p/governance-handoff/invariants',
    '/p/implementation-waves/history',
    '/p/implementation-waves/bundle',
  ])('%s says nothing in English', async (place) => {
    const { container } = renderSample(place);
    await screen.findByRole('heading', { level: 1 });
    await waitFor(() => {
      if (screen.queryAllByRole('status', { name: 'Wird geladen' }).length > 0) {
        throw new Error('loading');
      }
      if (document.documentElement.hasAttribute('data-arriving')) throw new Error('arriving');
    });
    expect(document.documentElement).toHaveAttribute('lang', 'de');
    const texts = spoken(container);
    const found = texts.filter(
      (text) =>
        (onlyEnglish.all.has(text) ||
          onlyEnglish.phrases.some((phrase) => text.includes(phrase))) &&
        !plans.includes(JSON.stringify(text)),
    );
    expect([...new Set(found)]).toEqual([]);
  });
});
