import type { PatternRule } from '../../../src/model/contract.ts';

/**
 * Markers that no delivered file may hold. The document names words without a dialect; here every
 * rule states its own, because the verdict depends on it.
 */
export const FORBIDDEN: readonly PatternRule[] = [
  literal('todo', 'TODO'),
  literal('tbd', 'TBD'),
  literal('fixme', 'FIXME'),
  {
    id: 'pass-stub',
    pattern: 'pass\\s*$',
    dialect: 're2',
    flags: 'm',
    appliesTo: 'line',
    note: 'With the flag m the end of every line counts; without it only the end of the file would.',
  },
  literal('not-implemented', 'raise NotImplementedError'),
  {
    id: 'template-marker',
    pattern: '\\{\\{[^}]*\\}\\}',
    dialect: 're2',
    appliesTo: 'line',
  },
  {
    id: 'placeholder',
    pattern: '\\bplaceholder\\b',
    dialect: 're2',
    flags: 'i',
    appliesTo: 'line',
  },
  { id: 'empty-docstring', pattern: '"""\\s*"""', dialect: 're2', appliesTo: 'text' },
];

/** A required or forbidden piece of text, letter by letter, upper and lower case apart. */
export function literal(id: string, pattern: string, minCount?: number): PatternRule {
  return { id, pattern, dialect: 'literal', ...(minCount === undefined ? {} : { minCount }) };
}

/** A required expression, judged line by line. */
export function expression(id: string, pattern: string, flags?: string): PatternRule {
  return {
    id,
    pattern,
    dialect: 're2',
    appliesTo: 'line',
    ...(flags === undefined ? {} : { flags }),
  };
}
