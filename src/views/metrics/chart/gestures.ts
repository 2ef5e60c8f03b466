import type { ChartSpan } from './chart-model.ts';

/** A finger on the plot: where it stands as a share of the plot's width, and the time it holds. */
export interface Finger {
  readonly share: number;
  readonly time: number;
}

/** A stretch that is `factor` times as long, with one moment where it was. */
export function zoomed({ from, to }: ChartSpan, centre: number, factor: number): ChartSpan {
  return { from: centre - (centre - from) * factor, to: centre + (to - centre) * factor };
}

/** How much of the width two fingers are apart at least, so that a stretch has an end. */
const leastApart = 0.01;

/** The stretch in which both fingers still hold the times that they took hold of. */
export function pinched(one: Finger, other: Finger): ChartSpan | undefined {
  const [left, right] = one.time <= other.time ? [one, other] : [other, one];
  const apart = right.share - left.share;
  if (apart < leastApart || left.time === right.time) return undefined;
  const whole = (right.time - left.time) / apart;
  const from = left.time - left.share * whole;
  return { from, to: from + whole };
}

/** How much of a stretch one turn of a wheel leaves or adds. */
export function wheelFactor(deltaY: number): number {
  return 2 ** Math.max(-1, Math.min(1, deltaY / 100));
}
