/**
 * Units that can be brought to one another without loss. A unit that is not listed (`EUR`,
 * `lines`) agrees only with itself, letter by letter.
 *
 * The factors are whole-number ratios, and numbers are compared by the decimal that they print as:
 * `0.94` of a ratio is exactly `94 %`, although no double is exactly 0.94.
 */
interface UnitOf {
  readonly dimension: string;
  /** One of this unit is `num / den` of the dimension's base unit. */
  readonly num: bigint;
  readonly den: bigint;
}

const unit = (dimension: string, num: bigint, den = 1n): UnitOf => ({ dimension, num, den });

const UNITS: ReadonlyMap<string, UnitOf> = new Map([
  ['ns', unit('time', 1n, 1_000_000_000n)],
  ['us', unit('time', 1n, 1_000_000n)],
  ['µs', unit('time', 1n, 1_000_000n)],
  ['ms', unit('time', 1n, 1000n)],
  ['s', unit('time', 1n)],
  ['min', unit('time', 60n)],
  ['h', unit('time', 3600n)],
  ['d', unit('time', 86_400n)],
  ['ratio', unit('share', 1n)],
  ['%', unit('share', 1n, 100n)],
  ['percent', unit('share', 1n, 100n)],
  ['‰', unit('share', 1n, 1000n)],
  ['ppm', unit('share', 1n, 1_000_000n)],
  ['count', unit('count', 1n)],
  ['B', unit('bytes', 1n)],
  ['bytes', unit('bytes', 1n)],
  ['kB', unit('bytes', 1000n)],
  ['MB', unit('bytes', 1_000_000n)],
  ['GB', unit('bytes', 1_000_000_000n)],
  ['TB', unit('bytes', 1_000_000_000_000n)],
  ['KiB', unit('bytes', 1024n)],
  ['MiB', unit('bytes', 1_048_576n)],
  ['GiB', unit('bytes', 1_073_741_824n)],
  ['TiB', unit('bytes', 1_099_511_627_776n)],
]);

/** Whether numbers in the two units can be compared at all. */
export function areCompatible(a: string, b: string): boolean {
  if (a === b) return true;
  const left = UNITS.get(a);
  return left !== undefined && left.dimension === UNITS.get(b)?.dimension;
}

/**
 * Compares two finite numbers with their units, exactly: negative when `a` is the smaller one, 0
 * when they are equal. `undefined` when the units are incompatible or a number is not finite.
 */
export function compareQuantities(
  a: number,
  unitA: string,
  b: number,
  unitB: string,
): number | undefined {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return undefined;
  if (unitA === unitB) return a - b;
  const left = UNITS.get(unitA);
  const right = UNITS.get(unitB);
  if (left === undefined || right === undefined || left.dimension !== right.dimension) {
    return undefined;
  }
  const x = decimal(a);
  const y = decimal(b);
  const difference =
    x.digits * left.num * right.den * power(x.exponent - y.exponent) -
    y.digits * right.num * left.den * power(y.exponent - x.exponent);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * A number brought to another unit: the double nearest to the exact result. `undefined` when the
 * units are incompatible or the number is not finite.
 */
export function convert(value: number, from: string, to: string): number | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (from === to) return value;
  const source = UNITS.get(from);
  const target = UNITS.get(to);
  if (source === undefined || target === undefined || source.dimension !== target.dimension) {
    return undefined;
  }
  const { digits, exponent } = decimal(value);
  const num = digits * source.num * target.den * power(exponent);
  const den = source.den * target.num * power(-exponent);
  return divide(num, den);
}

/** The decimal that the number prints as: `digits * 10 ** exponent`. */
function decimal(value: number): { readonly digits: bigint; readonly exponent: number } {
  const [mantissa = '0', power10 = '0'] = value.toExponential().split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), exponent: Number(power10) - fraction.length };
}

/** `10 ** exponent` for a positive exponent, 1 for any other. */
function power(exponent: number): bigint {
  return exponent > 0 ? 10n ** BigInt(exponent) : 1n;
}

/** More decimal places than the smallest double has, so that only the last rounding decides. */
const PLACES = 400;

function divide(num: bigint, den: bigint): number {
  return Number(`${(num * 10n ** BigInt(PLACES)) / den}e-${PLACES}`);
}
