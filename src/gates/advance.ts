import type { Rows } from './rows.ts';

/**
 * The gates that guard the way out of a phase hold everything that comes after it: whatever
 * depends on the phase, or on something inside it, from outside.
 *
 * Gives for each item the gates of all phases that its dependencies lead out of, each once.
 */
export function advanceGates(
  count: number,
  parent: Int32Array,
  dependencies: Rows,
  own: Rows,
): Rows {
  const offsets = new Int32Array(count + 1);
  if (own.targets.length === 0) return { offsets, targets: new Int32Array(0) };
  const guarded = nearestGuarded(count, parent, own);
  const tour = tourOf(count, parent);
  const targets: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const found = new Set<number>();
    const end = dependencies.offsets[at + 1] ?? 0;
    for (let slot = dependencies.offsets[at] ?? 0; slot < end; slot += 1) {
      const on = dependencies.targets[slot] ?? -1;
      const seen = new Set<number>();
      let phase = on < 0 ? -1 : (guarded[on] ?? -1);
      while (phase >= 0 && !seen.has(phase) && !tour.contains(phase, at)) {
        seen.add(phase);
        const last = own.offsets[phase + 1] ?? 0;
        for (let gate = own.offsets[phase] ?? 0; gate < last; gate += 1) {
          found.add(own.targets[gate] ?? 0);
        }
        const above = parent[phase] ?? -1;
        phase = above < 0 ? -1 : (guarded[above] ?? -1);
      }
    }
    targets.push(...found);
    offsets[at + 1] = targets.length;
  }
  return { offsets, targets: Int32Array.from(targets) };
}

/** The item itself or the nearest one above it that has such a gate, `-1` for none. */
function nearestGuarded(count: number, parent: Int32Array, own: Rows): Int32Array {
  const UNSEEN = -3;
  const nearest = new Int32Array(count).fill(UNSEEN);
  for (let first = 0; first < count; first += 1) {
    const path: number[] = [];
    let at = first;
    let found = -1;
    while (at >= 0) {
      const known = nearest[at] ?? -1;
      if (known !== UNSEEN) {
        found = known;
        break;
      }
      nearest[at] = -1;
      path.push(at);
      at = parent[at] ?? -1;
    }
    for (const node of path.reverse()) {
      if ((own.offsets[node + 1] ?? 0) > (own.offsets[node] ?? 0)) found = node;
      nearest[node] = found;
    }
  }
  return nearest;
}

/** Answers in constant time whether one item is another one, or stands above it. */
function tourOf(count: number, parent: Int32Array) {
  const enter = new Int32Array(count).fill(-1);
  const leave = new Int32Array(count).fill(-1);
  const below: number[][] = Array.from({ length: count }, () => []);
  const roots: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const above = parent[at] ?? -1;
    if (above < 0) roots.push(at);
    else below[above]?.push(at);
  }
  let clock = 0;
  const open: number[] = [];
  for (const root of roots) {
    open.push(root);
    while (open.length > 0) {
      const at = open.at(-1) ?? 0;
      if (enter[at] === -1) {
        enter[at] = clock;
        clock += 1;
        for (const child of below[at] ?? []) open.push(child);
      } else {
        open.pop();
        if (leave[at] === -1) leave[at] = clock;
      }
    }
  }
  return {
    contains: (above: number, at: number): boolean =>
      above === at ||
      ((enter[above] ?? -1) >= 0 &&
        (enter[at] ?? -1) > (enter[above] ?? -1) &&
        (enter[at] ?? -1) < (leave[above] ?? -1)),
  };
}
