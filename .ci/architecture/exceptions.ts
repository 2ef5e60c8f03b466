import type { Exception } from './findings.ts';

/**
 * The one list of exceptions to the rules of the house. Every entry says why and until when; an
 * entry that is out of date, or that nothing needs any more, fails the check.
 */
export const exceptions: readonly Exception[] = [];
