import type { ReportFamily } from './reports/report.ts';

/**
 * The formats that are told apart, with the family of report that each reads as. Without a family the
 * bytes are shown as they are.
 */
export const formatFamilies = {
  junit: 'tests',
  nunit: 'tests',
  xunit: 'tests',
  ctrf: 'tests',
  playwright: 'tests',
  /** Jest's JSON, which Vitest writes as well. */
  jest: 'tests',
  mocha: 'tests',
  rspec: 'tests',
  dart: 'tests',
  'go-test': 'tests',
  tap: 'tests',
  lcov: 'coverage',
  cobertura: 'coverage',
  istanbul: 'coverage',
  'istanbul-summary': 'coverage',
  sarif: 'sarif',
  /** A list of names with values: the custom format of github-action-benchmark. */
  'benchmark-list': 'benchmark',
  /** The history of github-action-benchmark, a script that holds data. */
  'benchmark-history': 'benchmark',
  bencher: 'benchmark',
  'google-benchmark': 'benchmark',
  'pytest-benchmark': 'benchmark',
  jmh: 'benchmark',
  'julia-benchmark': 'benchmark',
  benchmarkdotnet: 'benchmark',
  /** What Go, Cargo, Criterion, Catch2, Benchmark.js and Luau print. */
  'benchmark-text': 'benchmark',
  'in-toto': 'attestation',
  dsse: 'attestation',
  /** Envelopes wrapped by Sigstore, npm or Google Cloud Build. */
  'attestation-bundle': 'attestation',
  /** Statements or envelopes, one a line. */
  'attestation-lines': 'attestation',
  cyclonedx: 'sbom',
  spdx: 'sbom',
  'spdx-tag-value': 'sbom',
  csv: 'table',
  json: 'data',
  'json-lines': 'data',
  yaml: 'data',
  log: 'log',
  text: 'log',
  markdown: undefined,
  html: undefined,
  xml: undefined,
  /** Known by its root; there is no reader yet. */
  trx: undefined,
  svg: undefined,
  png: undefined,
  jpeg: undefined,
  gif: undefined,
  webp: undefined,
  avif: undefined,
  pdf: undefined,
  zip: undefined,
  gzip: undefined,
  binary: undefined,
} as const satisfies Readonly<Record<string, ReportFamily | undefined>>;

export type FormatId = keyof typeof formatFamilies;

/** Why bytes are taken for a format; the interface has a sentence for each. */
export interface Recognition {
  readonly format: FormatId;
  readonly because: RecognitionReason;
}

export type RecognitionReason =
  /** Somebody chose it. */
  | { readonly code: 'chosen' }
  | { readonly code: 'empty' }
  /** The first bytes are the mark of the format. */
  | { readonly code: 'first-bytes' }
  /** `element`: what the XML begins with. */
  | { readonly code: 'root-element'; readonly params: { readonly element: string } }
  /** `members`: what only this format has, separated by commas. */
  | { readonly code: 'members'; readonly params: { readonly members: string } }
  /** `text`: the line that only this format has. */
  | { readonly code: 'line'; readonly params: { readonly text: string } }
  /** The text has the shape of the language, and of no known report in it. */
  | { readonly code: 'syntax' }
  | { readonly code: 'name'; readonly params: { readonly ending: string } }
  | { readonly code: 'media-type'; readonly params: { readonly mediaType: string } }
  | { readonly code: 'escapes' }
  | { readonly code: 'is-text' }
  | { readonly code: 'is-not-text' };
