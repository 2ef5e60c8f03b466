import type { ContractGuess } from './guess-contract.ts';
import type { EvidenceGuesses } from './guess-evidence.ts';
import type { LinkGuess } from './guess-links.ts';
import type { PlanGuess } from './guess-plans.ts';
import type { MetricGuess } from './metric-guess.ts';
import { gateLines, gatesOf, isActive } from './propose-gates.ts';
import { comment, contractId, deliverableId, flow, quoted } from './yaml-text.ts';

export interface Guesses extends EvidenceGuesses {
  readonly plans: readonly PlanGuess[];
  readonly contracts: readonly ContractGuess[];
  readonly links: LinkGuess;
}

/** The text of a `wavegate.yaml`: every guess with its reason above it. */
export function propose(name: string, guesses: Guesses): string {
  const { plans, evidence, metrics, checksums, contracts, links } = guesses;
  const kind = plans.find(
    (plan) => plan.isAside !== true && plan.isBeside !== true && plan.kind !== undefined,
  )?.kind;
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
  lines.push(...metricLines(metrics), '', ...contractLines(contracts), '');
  lines.push(...gateLines(gatesOf(guesses)));
  if (checksums.length > 0) {
    lines.push(
      '',
      `# ${checksums.length} checksum files, the first ${comment(checksums[0] ?? '')}; compared with what lies beside them`,
      `checksums: [${checksums.slice(0, 20).map(quoted).join(', ')}]`,
    );
  }
  lines.push(
    '',
    '# Links of these documents are checked; the outcome is evidence with the id `links`.',
    links.files.length > 0
      ? `links: { files: [${links.files.map(quoted).join(', ')}] }`
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
    ...(plan.each === undefined ? [] : eachLines(plan, mark)),
    ...(plan.format !== 'headings' && plan.each === undefined && plan.kind !== undefined
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

function eachLines({ each, kind, isBeside }: PlanGuess, mark: string): readonly string[] {
  return isBeside === true
    ? [
        `  ${mark}# each: ${each}   # makes items of them, declared as far as their boxes are ticked`,
      ]
    : [
        `  ${mark}  each: ${each}   # is an item, declared as far as its boxes are ticked`,
        `  ${mark}  kind: ${kind}`,
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
  const isEmpty = evidence.every(({ isAside }) => isAside === true);
  return [
    ...(isEmpty
      ? [
          '# Reports were found only where data for tests lies. Take the mark from those that count:',
          'evidence: []',
        ]
      : ['evidence:']),
    ...evidence.flatMap(({ files, kind, why, isAside }) => {
      const mark = isAside === true ? '# ' : '';
      return [
        `  # ${comment(why)}${isAside === true && !isEmpty ? '; it looks like data for tests' : ''}`,
        `  ${mark}- { files: ${quoted(files)}, kind: ${kind} }`,
      ];
    }),
  ];
}

const mostMetrics = 20;

function metricLines(metrics: EvidenceGuesses['metrics']): readonly string[] {
  if (metrics.length === 0)
    return [
      '# metrics: CSV files with a column for the value, Prometheus text, what benchmark tools write.',
    ];
  const sure = metrics.filter(isActive).slice(0, mostMetrics);
  const open = metrics.filter((metric) => !isActive(metric)).slice(0, mostMetrics);
  const entry = (metric: MetricGuess, mark: string): readonly string[] => [
    `  ${mark}# ${comment(metric.why)}`,
    `  ${mark}- ${flow({ id: metric.id, file: metric.file, ...metric.members })}`,
  ];
  return [
    ...(sure.length === 0 ? [] : ['metrics:', ...sure.flatMap((metric) => entry(metric, ''))]),
    ...(open.length === 0
      ? []
      : [
          '# Units and which way is good are nobody’s to guess: fill them in and take the marks away.',
          ...(sure.length === 0 ? ['# metrics:'] : []),
          ...open.flatMap((metric) => entry(metric, '# ')),
        ]),
  ];
}

function contractLines(contracts: readonly ContractGuess[]): readonly string[] {
  if (contracts.length === 0)
    return ['# contracts: files that must be there, with limits and patterns for what is in them.'];
  return [
    'contracts:',
    ...contracts.flatMap(({ file, why, deliverables }, at) => [
      `  # ${comment(why)}`,
      `  - id: ${quoted(contractId(at))}`,
      `    file: ${quoted(file)}`,
      '    deliverables:',
      ...deliverables.map(({ path, min, max }) => {
        const lines =
          min === undefined && max === undefined
            ? ''
            : `, lines: ${flow({ min, max, count: 'physical' })}`;
        return `      - { id: ${quoted(deliverableId(at, path))}, path: ${quoted(path)}${lines} }`;
      }),
    ]),
  ];
}

const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'project';
