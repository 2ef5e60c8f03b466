import { parseTimestamp } from '../lib/timestamp.ts';
import type { ItemId } from '../model/ids.ts';
import type { JudgeContext } from './context.ts';

/**
 * The instant at which what a step needed must have been valid: for a step that is declared
 * complete the instant of that declaration, for any other the instant of judgement. A grant of one
 * day is not taken back from a step that was carried out on that day.
 *
 * Milliseconds since the epoch.
 */
export function instantOf(context: JudgeContext, step: ItemId): number {
  const declared = context.project.index.items.get(step)?.declared;
  if (declared?.state !== 'complete' || declared.at === undefined) return context.asOf;
  const at = parseTimestamp(declared.at);
  return Number.isNaN(at) || at > context.asOf ? context.asOf : at;
}
