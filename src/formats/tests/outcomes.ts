import type { Outcome } from '../../model/evidence.ts';
import type { JsonNode } from '../input/json-node.ts';
import type { WarningLog } from '../input/warning-log.ts';

const gravity: Readonly<Record<Outcome, number>> = {
  error: 5,
  failed: 4,
  unknown: 3,
  flaky: 2,
  skipped: 1,
  passed: 0,
};

/** The graver of two outcomes; the first one when they are alike. */
export function graver(a: Outcome, b: Outcome): Outcome {
  return gravity[b] > gravity[a] ? b : a;
}

/** What a word of a format means; a word that it does not have is said, and passes nothing. */
export function outcomeOf(
  status: JsonNode,
  words: Readonly<Record<string, Outcome>>,
  log: WarningLog,
): Outcome {
  const word = status.text() ?? '';
  const outcome = Object.hasOwn(words, word) ? words[word] : undefined;
  if (outcome === undefined) {
    log.add('unknown-outcome', { pointer: status.place, params: { status: word } });
  }
  return outcome ?? 'unknown';
}

/** A count that a report states, and what follows when it lists another. */
export function compareCounts(
  stated: JsonNode,
  listed: number,
  log: WarningLog,
  of?: string,
): number {
  const count = stated.number();
  if (count === undefined || count === listed) return 0;
  log.add('count-differs', {
    pointer: stated.place,
    params: { ...(of === undefined ? {} : { of }), stated: count, listed },
  });
  return count - listed;
}
