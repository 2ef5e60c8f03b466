import { type Random, wholeBelow } from '../support/random.ts';

export type Pair = readonly [from: number, to: number];

/**
 * Edges between numbered nodes that stand in waves, from earlier waves to later ones. Every node but
 * those of the first wave has one from the wave just before; of the others six in seven are from
 * there, and all lead to near positions, as steps of a real plan do. No pair occurs twice.
 *
 * @throws RangeError when so few nodes cannot have so many edges of this kind
 */
export function layeredPairs(nodes: number, edges: number, random: Random): readonly Pair[] {
  const width = Math.max(2, Math.round(0.8 * Math.sqrt(nodes)));
  const pairs: Pair[] = [];
  const seen = new Set<number>();
  const add = (to: number, back: number): boolean => {
    const wave = Math.floor(to / width) - back;
    // The sum of three even chances is near enough to a bell.
    const aside = (random() + random() + random() - 1.5) * width * 0.25;
    const place = Math.round((to % width) + aside);
    const from = wave * width + place;
    const key = from * nodes + to;
    if (wave < 0 || place < 0 || place >= width || seen.has(key)) return false;
    seen.add(key);
    pairs.push([from, to]);
    return true;
  };
  for (let to = width; to < nodes && pairs.length < edges; to += 1) {
    while (!add(to, 1));
  }
  for (let tries = 0; pairs.length < edges; tries += 1) {
    if (tries > 100 * (edges + 10) || nodes <= width) {
      throw new RangeError(`${nodes} nodes are too few for ${edges} edges`);
    }
    const to = width + wholeBelow(random, nodes - width);
    add(to, random() < 6 / 7 ? 1 : 1 + wholeBelow(random, 4));
  }
  return pairs;
}

/** Share of edges that lead on from the phase before. */
const crossing = 0.1;

/**
 * The same inside each of several phases of about equal size, which follow on each other: nine edges
 * in ten stay inside their phase, the others come from the end of the one before.
 */
export function phasedPairs(
  nodes: number,
  edges: number,
  phases: number,
  random: Random,
): readonly Pair[] {
  const pairs: Pair[] = [];
  const seen = new Set<number>();
  const start = (phase: number) => firstOfPhase(nodes, phases, phase);
  for (let phase = 0; phase < phases; phase += 1) {
    const first = start(phase);
    const count = start(phase + 1) - first;
    const due = Math.floor(((phase + 1) * edges) / phases) - Math.floor((phase * edges) / phases);
    const across = phase === 0 ? 0 : Math.round(crossing * due);
    for (const [from, to] of layeredPairs(count, due - across, random)) {
      pairs.push([first + from, first + to]);
    }
    const before = phase === 0 ? 0 : start(phase - 1);
    const end = Math.ceil((first - before) / 4);
    for (let made = 0; made < across; ) {
      const pair: Pair = [
        first - 1 - wholeBelow(random, end),
        first + wholeBelow(random, Math.ceil(count / 2)),
      ];
      const key = pair[0] * nodes + pair[1];
      if (seen.has(key)) continue;
      seen.add(key);
      pairs.push(pair);
      made += 1;
    }
  }
  return pairs;
}

export function firstOfPhase(nodes: number, phases: number, phase: number): number {
  return Math.ceil((phase * nodes) / phases);
}
