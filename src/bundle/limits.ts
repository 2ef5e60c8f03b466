/**
 * What is refused before any work, with a problem that names the limit. The reader applies them
 * file by file; whoever opens a whole bundle adds its files up.
 */
export const limits = {
  /** Bytes of a bundle, and so of each file in it. */
  bundleBytes: 256 * 1024 * 1024,
  /** Bytes of a piece of evidence that is shown on a page. */
  inlineEvidenceBytes: 16 * 1024 * 1024,
  /** Nesting of JSON. */
  depth: 64,
  /** Plan items. */
  items: 100_000,
  /** Points of all metrics of a bundle, and so of each. */
  points: 1_000_000,
  /** Size unpacked by size packed, for a zip and for each entry of it. */
  zipRatio: 100,
  /** Problems that are listed one by one; the rest is counted. */
  problems: 1000,
} as const;
