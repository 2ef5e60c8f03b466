import type { EvidenceGuesses } from './guess-evidence.ts';
import type { PlanGuess } from './guess-plans.ts';

/** The text of a `wavegate.yaml`: every guess with its reason above it. */
export function propose(
  name: string,
  plans: readonly PlanGuess[],
  { evidence, metrics, checksums }: EvidenceGuesses,
): string {
  const kind = plans.find((plan) => plan.isAside !== true && plan.kind !== undefined)?.kind;
  const lines = [
    '# yaml-language-server: $schema=./wavegate.schema.json',
    '# Editors complete this file once `wavegate schema > wavegate.schema.json` has run.',
    '# Proposed by `wavegate init`. Every line is a guess with its reason: keep what is right, correct',
    '# what is not, and run `wavegate collect`. All members: docs/cli.md of Wavegate.',
    'wavegate: 1',
    'project:',
    `  id: ${quoted(idOf(name))}`,
    `  title: ${quoted(name)}`,
  ];
  if (kind !== undefined && kind !== 'item') {
    lines.push(`  itemWord: { one: ${quoted(kind)}, other: ${quoted(`${kind}s`)} }`);
  }
  lines.push('', ...planLines(plans), '', ...evidenceLines(evidence), '');
  lines.push(...gateLines(evidence, plans), '', ...metricLines(metrics));
  if (checksums.length > 0) {
    lines.push(
      '',
      `# ${checksums.length} checksum files, the first ${comment(checksums[0] ?? '')}; compared with what lies beside them`,
      `checksums: [${checksums.slice(0, 20).map(quoted).join(', ')}]`,
    );
  }
  const documents = [
    ...new Set(
      plans.filter(({ files }) => /\.(?:md|markdown)$/.test(files)).map(({ files }) => files),
    ),
  ];
  lines.push(
    '',
    '# Links of these documents are checked; the outcome is evidence with the id `links`.',
    documents.length > 0
      ? `links: { files: [${documents.map(quoted).join(', ')}] }`
      : "# links: { files: '**/*.md' }",
  );
  return `${lines.join('\n')}\n`;
}

function planLines(plans: readonly PlanGuess[]): readonly string[] {
  const main = plans.filter(({ isAside }) => isAside !== true);
  if (main.length === 0) {
    const aside = plans.slice(0, 1);
    return [
      '# No plan was found in documents. A table needs a column with ids and one for dependencies;',
      '# headings look like “### Phase 1: Title” with a line “Depends on: …” below.',
      ...(aside.length === 0
        ? ['plans: []']
        : [
            '# The pipeline is taken instead, so that there is something to see.',
            'plans:',
            ...aside.flatMap((plan) => planEntry(plan, '')),
          ]),
      ...plans.slice(1).flatMap((plan) => planEntry(plan, '# ')),
    ];
  }
  // Two formats for one document give the same items; the one with more of them stands, the other waits.
  const taken = new Set<string>();
  return [
    'plans:',
    ...main.flatMap((plan) => {
      const isSecond = taken.has(plan.files);
      taken.add(plan.files);
      return planEntry(plan, isSecond ? '# ' : '');
    }),
    ...plans.filter(({ isAside }) => isAside === true).flatMap((plan) => planEntry(plan, '# ')),
  ];
}

function planEntry(plan: PlanGuess, mark: string): readonly string[] {
  return [
    `  # ${comment(plan.why)}`,
    `  ${mark}- files: ${quoted(plan.files)}`,
    `  ${mark}  format: ${plan.format}`,
    ...(plan.format === 'headings' && plan.kind !== undefined
      ? [`  ${mark}  kinds: [${quoted(plan.kind)}]`]
      : []),
    ...(plan.format !== 'headings' && plan.kind !== undefined
      ? [`  ${mark}  kind: ${quoted(plan.kind)}`]
      : []),
    ...(plan.heading === undefined ? [] : [`  ${mark}  heading: ${quoted(plan.heading)}`]),
    ...(plan.isUnordered === true
      ? [
          `  ${mark}  # sequence: true   # if each waits for the one before it; nothing in the text says so`,
        ]
      : []),
    ...(plan.prefix === undefined ? [] : [`  ${mark}  prefix: ${quoted(plan.prefix)}`]),
  ];
}

function evidenceLines(evidence: EvidenceGuesses['evidence']): readonly string[] {
  if (evidence.length === 0) {
    return [
      '# No reports were found. Point to what your tools write, in a pipeline after they ran:',
      '# evidence:',
      "#   - { files: 'reports/**/*.xml', kind: test-report, commit: true }",
    ];
  }
  return [
    'evidence:',
    ...evidence.flatMap(({ files, kind, why }) => [
      `  # ${comment(why)}`,
      `  - { files: ${quoted(files)}, kind: ${kind} }`,
    ]),
  ];
}

function gateLines(
  evidence: EvidenceGuesses['evidence'],
  plans: readonly PlanGuess[],
): readonly string[] {
  const tests = evidence.some(({ kind }) => kind === 'test-report');
  const hasBoxes = plans.length > 0;
  if (!tests) {
    return [
      '# A gate holds items back until its conditions hold. Nothing declared counts without one, or a file behind it.',
      '# gates:',
      '#   - id: tests',
      `#     complete: [${hasBoxes ? 'the ids of the items that it guards' : ''}]`,
      '#     conditions:',
      '#       - { kind: tests, evidence: { kind: test-report }, minCases: 1, maxFailed: 0 }',
    ];
  }
  return [
    '# Test reports are there, so a gate can ask for them. `complete` lists the items that it guards.',
    'gates:',
    '  - id: tests',
    '    title: All tests pass',
    '    complete: []',
    '    conditions:',
    '      - { kind: tests, evidence: { kind: test-report }, minCases: 1, maxFailed: 0 }',
  ];
}

function metricLines(metrics: EvidenceGuesses['metrics']): readonly string[] {
  if (metrics.length === 0)
    return ['# metrics: CSV files with a column for the time and one for the value.'];
  return [
    '# Units and which way is good are nobody’s to guess: fill them in and take the marks away.',
    '# metrics:',
    ...metrics
      .slice(0, 20)
      .flatMap(({ id, file, time, value, why }) => [
        `#   # ${comment(why)}`,
        `#   - { id: ${quoted(id)}, file: ${quoted(file)}, time: ${quoted(time)}, value: ${quoted(value)}, unit: ms, better: lower }`,
      ]),
  ];
}

/** One line, so that nothing from a file becomes configuration. */
const comment = (text: string): string =>
  text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 160);

/** JSON strings are YAML strings. */
const quoted = (text: string): string => JSON.stringify(text.replace(/[\u2028\u2029]/g, ' '));

const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'project';
