import type { PatternRule } from '../../../src/model/contract.ts';
import type { FileFact } from '../../../src/model/evidence.ts';
import { DELIVERABLES } from './deliverables.ts';
import { FORBIDDEN } from './patterns.ts';

type PatternCount = NonNullable<FileFact['patterns']>[number];

/** Required and forbidden patterns of the file that is delivered at the path. */
export function rulesFor(path: string): readonly PatternRule[] {
  const found = DELIVERABLES.find((entry) => entry.path === path);
  return [...(found?.required ?? []), ...FORBIDDEN];
}

/** Physical lines; a last line without a newline counts. */
export function lineCount(text: string): number {
  return text === '' ? 0 : text.replace(/\n$/, '').split('\n').length;
}

/** Measures the bytes of a delivered text: lines, rows and every pattern that its rules name. */
export function measured(path: string, text: string, more: Partial<FileFact> = {}): FileFact {
  return {
    type: 'file',
    path,
    exists: true,
    lines: lineCount(text),
    patterns: rulesFor(path).map((rule) => countOf(rule, text)),
    ...more,
  };
}

function countOf(rule: PatternRule, text: string): PatternCount {
  const hits =
    rule.appliesTo === 'text'
      ? [...text.matchAll(matcher(rule))].map((match) => lineCount(text.slice(0, match.index + 1)))
      : text
          .split('\n')
          .flatMap((line, index) => [...line.matchAll(matcher(rule))].map(() => index + 1));
  return {
    rule: rule.id,
    count: hits.length,
    ...(hits.length === 0 ? {} : { lines: hits.slice(0, 20) }),
  };
}

function matcher(rule: PatternRule): RegExp {
  const source =
    rule.dialect === 'literal'
      ? rule.pattern.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
      : rule.pattern;
  return new RegExp(source, `g${rule.flags ?? ''}`);
}
