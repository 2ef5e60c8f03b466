import type { GlyphLayer } from '../glyph-paths.ts';

/** Flattens the paths of glyph-paths.ts and samples where they leave ink. Tests only. */
type Point = readonly [number, number];
type Outline = Point[];

/** Centre form of an SVG arc, flattened (SVG 2, appendix B.2.4; circles only). */
function arc(from: Point, radius: number, large: boolean, sweep: boolean, to: Point): Outline {
  const dx = (from[0] - to[0]) / 2;
  const dy = (from[1] - to[1]) / 2;
  const half = Math.hypot(dx, dy);
  const r = Math.max(radius, half);
  const rise = Math.sqrt(Math.max(0, r * r - half * half)) * (large === sweep ? -1 : 1);
  const cx = (from[0] + to[0]) / 2 + (rise * dy) / half;
  const cy = (from[1] + to[1]) / 2 - (rise * dx) / half;
  const start = Math.atan2(from[1] - cy, from[0] - cx);
  let turn = Math.atan2(to[1] - cy, to[0] - cx) - start;
  if (sweep && turn < 0) turn += 2 * Math.PI;
  if (!sweep && turn > 0) turn -= 2 * Math.PI;
  return Array.from({ length: 24 }, (_, i): Point => {
    const angle = start + (turn * (i + 1)) / 24;
    return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)];
  });
}

function cubic(a: Point, b: Point, c: Point, d: Point): Outline {
  return Array.from({ length: 16 }, (_, i): Point => {
    const t = (i + 1) / 16;
    const at = (k: 0 | 1): number =>
      (1 - t) ** 3 * a[k] +
      3 * (1 - t) ** 2 * t * b[k] +
      3 * (1 - t) * t * t * c[k] +
      t ** 3 * d[k];
    return [at(0), at(1)];
  });
}

/** Reads the commands M, L, A, a, C and Z; any other is a fault of the glyph. */
export function flatten(d: string): readonly Outline[] {
  const tokens = d.match(/[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)/g) ?? [];
  const outlines: Outline[] = [];
  let current: Outline = [];
  let place: Point = [0, 0];
  let index = 0;
  let command = '';
  const number = (): number => Number(tokens[index++]);
  const point = (): Point => [number(), number()];
  while (index < tokens.length) {
    if (/[a-zA-Z]/.test(tokens[index] ?? '')) command = tokens[index++] ?? '';
    switch (command) {
      case 'M':
        place = point();
        current = [place];
        outlines.push(current);
        command = 'L';
        break;
      case 'L':
        place = point();
        current.push(place);
        break;
      case 'C': {
        const [b, c, end] = [point(), point(), point()];
        current.push(...cubic(place, b, c, end));
        place = end;
        break;
      }
      case 'A':
      case 'a': {
        const radius = number();
        number();
        number();
        const large = number() === 1;
        const sweep = number() === 1;
        const [x, y] = point();
        const end: Point = command === 'a' ? [place[0] + x, place[1] + y] : [x, y];
        current.push(...arc(place, radius, large, sweep, end));
        place = end;
        break;
      }
      case 'Z':
        place = current[0] ?? place;
        current.push(place);
        break;
      default:
        throw new Error(`path command ${command} is not understood`);
    }
  }
  return outlines;
}

function inside(outlines: readonly Outline[], [x, y]: Point): boolean {
  let odd = false;
  for (const outline of outlines) {
    for (let i = 0; i < outline.length; i += 1) {
      const [ax, ay] = outline[i] ?? [0, 0];
      const [bx, by] = outline[(i + 1) % outline.length] ?? [0, 0];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) odd = !odd;
    }
  }
  return odd;
}

function onLine(outline: Outline, [x, y]: Point, layer: GlyphLayer & { paint: 'stroke' }): boolean {
  let run = 0;
  for (let i = 0; i + 1 < outline.length; i += 1) {
    const [ax, ay] = outline[i] ?? [0, 0];
    const [bx, by] = outline[i + 1] ?? [0, 0];
    const length = Math.hypot(bx - ax, by - ay);
    if (length === 0) continue;
    const t = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length ** 2));
    const near = Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)) <= layer.width / 2;
    const [on, off] = layer.dash ?? [1, 0];
    if (near && (run + t * length) % (on + off) < on) return true;
    run += length;
  }
  return false;
}

/** Ink of a glyph on a grid of `side` by `side` samples over the 16 by 16 box, row by row. */
export function inkOf(layers: readonly GlyphLayer[], side: number): readonly boolean[] {
  const drawn = layers.map((layer) => ({ layer, outlines: flatten(layer.d) }));
  return Array.from({ length: side * side }, (_, i) => {
    const at: Point = [
      (((i % side) + 0.5) * 16) / side,
      ((Math.floor(i / side) + 0.5) * 16) / side,
    ];
    return drawn.some(({ layer, outlines }) =>
      layer.paint === 'fill'
        ? inside(outlines, at)
        : outlines.some((outline) => onLine(outline, at, layer)),
    );
  });
}
