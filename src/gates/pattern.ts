import { RE2JS } from 're2js';

/**
 * Matches in linear time, whatever the pattern: patterns come from bundles, and a backtracking
 * engine could be kept busy for years by one of them.
 *
 * Dialect of the operator `matches`: RE2 syntax, no flags, case-sensitive, and the whole text must
 * match, as if the pattern stood between `\A` and `\z`.
 */
export function matchesWhole(pattern: string, text: string): boolean | undefined {
  const compiled = compile(pattern);
  return compiled?.matches(text);
}

const compiled = new Map<string, RE2JS | undefined>();
const MAX_REMEMBERED = 1000;

function compile(pattern: string): RE2JS | undefined {
  if (compiled.has(pattern)) return compiled.get(pattern);
  if (compiled.size >= MAX_REMEMBERED) compiled.clear();
  let result: RE2JS | undefined;
  try {
    result = RE2JS.compile(pattern);
  } catch {
    result = undefined;
  }
  compiled.set(pattern, result);
  return result;
}
