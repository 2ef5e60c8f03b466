import type { CauseRef } from '../gates/types.ts';

/**
 * Names a cause in links and as a key. Letters, digits and `-` stand for themselves, every other
 * UTF-16 unit becomes `_hex_`, and the parts are divided by `.`, which no part can contain: the
 * key is safe in a URL and two different causes never share one.
 */
export function causeKey(cause: CauseRef): string {
  return [cause.kind, ...parts(cause)].map(escaped).join('.');
}

function parts(cause: CauseRef): readonly string[] {
  switch (cause.kind) {
    case 'condition':
      return [cause.gate, cause.condition];
    case 'item':
      return [cause.item];
    case 'cycle':
      return [...cause.members].sort(byCodeUnit);
    case 'dangling':
      return [cause.item, cause.on];
    case 'stop':
      return [cause.stop, cause.item];
    case 'invariant':
      return [cause.invariant];
  }
}

function escaped(part: string): string {
  return part.replace(/[^A-Za-z0-9-]/gu, (character) => {
    let out = '';
    for (let unit = 0; unit < character.length; unit += 1) {
      out += `_${character.charCodeAt(unit).toString(16)}_`;
    }
    return out;
  });
}

/** Order of strings that is the same in every locale. */
export function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
