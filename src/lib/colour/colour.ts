/**
 * Colour measurement: sRGB parsing, WCAG contrast, colour vision simulation and CIEDE2000.
 * Used by the palette tests and the gallery; nothing here chooses a colour.
 */

/** Linear-light sRGB, each channel 0 to 1 (simulation may leave that range; it is clamped). */
export interface LinearRgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

/** Kinds of colour vision the palette is measured under. */
export type Vision = 'normal' | 'deuteranopia' | 'protanopia' | 'tritanopia';

/** Every kind of vision, in the order in which results are reported. */
export const visions: readonly Vision[] = ['normal', 'deuteranopia', 'protanopia', 'tritanopia'];

const clamp01 = (value: number): number => Math.min(1, Math.max(0, value));

const toLinear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

/**
 * Reads `#rgb` or `#rrggbb`.
 * @returns linear-light sRGB, or `undefined` when the text is no such colour.
 */
export function parseHex(text: string): LinearRgb | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  const digits =
    short === null
      ? /^#([0-9a-f]{6})$/i.exec(text)?.[1]
      : `${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`;
  if (digits === undefined) return undefined;
  const channel = (start: number): number =>
    toLinear(Number.parseInt(digits.slice(start, start + 2), 16) / 255);
  return { r: channel(0), g: channel(2), b: channel(4) };
}

/** WCAG 2.2 relative luminance, 0 to 1. */
export function luminance(colour: LinearRgb): number {
  return 0.2126 * colour.r + 0.7152 * colour.g + 0.0722 * colour.b;
}

/** WCAG 2.2 contrast ratio, 1 to 21; the order of the two does not matter. */
export function contrastRatio(a: LinearRgb, b: LinearRgb): number {
  const la = luminance(a);
  const lb = luminance(b);
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
}

type Row = readonly [number, number, number];
type Matrix = readonly [Row, Row, Row];

// Severity 1.0 of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation
// of Color Vision Deficiency", IEEE TVCG 15(6), 2009; applied to linear-light sRGB.
const simulation: Readonly<Record<Exclude<Vision, 'normal'>, Matrix>> = {
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** How a colour looks to a person with the given vision (Machado 2009, full severity). */
export function simulate(colour: LinearRgb, vision: Vision): LinearRgb {
  if (vision === 'normal') return colour;
  const [toR, toG, toB] = simulation[vision];
  const apply = (row: Row): number =>
    clamp01(row[0] * colour.r + row[1] * colour.g + row[2] * colour.b);
  return { r: apply(toR), g: apply(toG), b: apply(toB) };
}

/** CIE L*a*b* under D65. */
export interface Lab {
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

function toLab({ r, g, b }: LinearRgb): Lab {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  // sRGB (D65) to XYZ, divided by the D65 white point.
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return { l: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z) };
}

const degrees = (radians: number): number => (radians * 180) / Math.PI;
const radians = (angle: number): number => (angle * Math.PI) / 180;
const seventh25 = 25 ** 7;

/** CIEDE2000 distance of two CIE L*a*b* colours (Sharma, Wu and Dalal, 2005). */
export function labDistance(one: Lab, two: Lab): number {
  const meanC = (Math.hypot(one.a, one.b) + Math.hypot(two.a, two.b)) / 2;
  const g = 0.5 * (1 - Math.sqrt(meanC ** 7 / (meanC ** 7 + seventh25)));
  const a1 = one.a * (1 + g);
  const a2 = two.a * (1 + g);
  const c1 = Math.hypot(a1, one.b);
  const c2 = Math.hypot(a2, two.b);
  const hue = (a: number, b: number): number =>
    a === 0 && b === 0 ? 0 : (degrees(Math.atan2(b, a)) + 360) % 360;
  const h1 = hue(a1, one.b);
  const h2 = hue(a2, two.b);
  const grey = c1 * c2 === 0;
  const raw = h2 - h1;
  const dHue = grey ? 0 : raw > 180 ? raw - 360 : raw < -180 ? raw + 360 : raw;
  const dL = two.l - one.l;
  const dC = c2 - c1;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin(radians(dHue / 2));
  const sum = h1 + h2;
  const meanH = grey
    ? sum
    : Math.abs(raw) <= 180
      ? sum / 2
      : sum < 360
        ? (sum + 360) / 2
        : (sum - 360) / 2;
  const meanL = (one.l + two.l) / 2;
  const meanCp = (c1 + c2) / 2;
  const t =
    1 -
    0.17 * Math.cos(radians(meanH - 30)) +
    0.24 * Math.cos(radians(2 * meanH)) +
    0.32 * Math.cos(radians(3 * meanH + 6)) -
    0.2 * Math.cos(radians(4 * meanH - 63));
  const lightness = (meanL - 50) ** 2;
  const sL = 1 + (0.015 * lightness) / Math.sqrt(20 + lightness);
  const sC = 1 + 0.045 * meanCp;
  const sH = 1 + 0.015 * meanCp * t;
  const turn = 30 * Math.exp(-(((meanH - 275) / 25) ** 2));
  const rT = -2 * Math.sqrt(meanCp ** 7 / (meanCp ** 7 + seventh25)) * Math.sin(radians(2 * turn));
  return Math.sqrt((dL / sL) ** 2 + (dC / sC) ** 2 + (dH / sH) ** 2 + rT * (dC / sC) * (dH / sH));
}

/** CIEDE2000 distance of two colours as seen with the given vision; 0 is equal, about 2.3 is just noticeable. */
export function colourDistance(a: LinearRgb, b: LinearRgb, vision: Vision = 'normal'): number {
  return labDistance(toLab(simulate(a, vision)), toLab(simulate(b, vision)));
}
