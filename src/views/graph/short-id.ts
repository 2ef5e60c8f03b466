import { visibleText } from '../../lib/text/visible.ts';

/** Ids that are longer are cut inside: what comes first is often the same for all. */
const LONG = 12;
/** So many letters at the end always stand. */
const TAIL = 9;

/** An id in two parts, of which the first may be cut where there is no room; the second may be empty. */
export function partsOfId(id: string): readonly [head: string, tail: string] {
  const letters = [...id];
  if (letters.length <= LONG) return [id, ''];
  return [letters.slice(0, -TAIL).join(''), letters.slice(-TAIL).join('')];
}

/** An id in at most so many letters, with its end. */
export function shortId(id: string, room: number): string {
  const most = Math.max(1, Math.floor(room));
  const letters = [...visibleText(id)];
  if (letters.length <= most) return letters.join('');
  const tail = Math.min(TAIL, Math.max(0, most - 2));
  const head = letters.slice(0, most - 1 - tail).join('');
  return `${head}…${tail === 0 ? '' : letters.slice(-tail).join('')}`;
}
