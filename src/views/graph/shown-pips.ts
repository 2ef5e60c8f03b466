import { type StateTone, stateTones } from '../../ui/state.ts';

const MOST = 8;
const FEWEST = 2;
/** Of a node: what its rims, its glyph and the gaps between them take. */
const AROUND = 51;
/** Of a letter of the id, of a pip with its gap, and of the number of those that are left out. */
const step = { letter: 6.7, pip: 9, rest: 14 } as const;
/** Longer ids are abridged anyway. */
const LONGEST_ID = 12;
/** The narrower of the two shapes of nodes. */
const WIDTH = 168;

/**
 * The conditions that a node shows beside its id, which is read whole where it can be. In the order in
 * which they are stated; where not all have room the worst come first, for what is open must not be cut.
 */
export function shownPips(
  id: string,
  pips: readonly StateTone[],
): { readonly pips: readonly StateTone[]; readonly most: number } {
  const room = WIDTH - AROUND - step.letter * Math.min(id.length, LONGEST_ID);
  const fitting = Math.floor(room / step.pip);
  if (pips.length <= Math.min(MOST, fitting)) return { pips, most: MOST };
  const most = Math.min(MOST, Math.max(FEWEST, Math.floor((room - step.rest) / step.pip)));
  if (pips.length <= most) return { pips, most };
  const worstFirst = pips.toSorted((a, b) => stateTones.indexOf(a) - stateTones.indexOf(b));
  return { pips: worstFirst, most };
}
