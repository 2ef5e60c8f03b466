import type { ContractGuess } from './guess-contract.ts';
import type { EvidenceGuess, EvidenceGuesses } from './guess-evidence.ts';
import type { LinkGuess } from './guess-links.ts';
import type { MetricGuess } from './metric-guess.ts';
import { comment, deliverableId, flow, quoted } from './yaml-text.ts';

export interface GateGuesses extends EvidenceGuesses {
  readonly contracts: readonly ContractGuess[];
  readonly links: LinkGuess;
}

export interface ProposedGate {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** As they stand in the configuration. */
  readonly conditions: readonly object[];
}

/** A metric that can be judged: its unit says which way is good. */
export const isActive = ({ limit }: MetricGuess): boolean => limit !== undefined;

/** Gates as text, each with its reason. */
export function gateLines(gates: readonly ProposedGate[]): readonly string[] {
  const about = [
    '# A gate holds items back until all its conditions hold: `complete` lists the items that are not complete',
    '# before, `start` those that must not start, `advance` phases after which nothing starts. In a pipeline:',
  ];
  if (gates.length === 0) {
    return [
      ...about,
      '# wavegate check --gate tests',
      '# gates:',
      '#   - id: tests',
      '#     complete: []',
      '#     conditions:',
      '#       - { kind: tests, evidence: { kind: test-report }, minCases: 1, maxFailed: 0 }',
    ];
  }
  return [
    ...about,
    `# wavegate check ${gates.map(({ id }) => `--gate ${id}`).join(' ')}`,
    'gates:',
    ...gates.flatMap(({ id, title, why, conditions }) => [
      `  # ${comment(why)}`,
      `  - id: ${id}`,
      `    title: ${quoted(title)}`,
      '    complete: []',
      '    conditions:',
      ...conditions.map((condition) => `      - ${flow(condition)}`),
    ]),
  ];
}

const mostConditions = 12;

/**
 * A gate for every kind of evidence that was found. They hold nothing back until items are named, and ask
 * for no less than what is there now.
 */
export function gatesOf({
  evidence,
  metrics,
  checksums,
  contracts,
  links,
}: GateGuesses): readonly ProposedGate[] {
  const real = evidence.filter(({ isAside }) => isAside !== true);
  const of = (kind: string): readonly EvidenceGuess[] => real.filter((one) => one.kind === kind);
  const sure = metrics.filter(isActive).slice(0, mostConditions);
  return [
    ...testsGate(of('test-report')),
    ...coverageGate(of('coverage')),
    ...analysisGate(of('static-analysis')),
    ...presenceGate('sbom', 'The parts are listed', of('sbom')),
    ...presenceGate('attestation', 'The build is attested', of('attestation')),
    ...gate(
      'speed',
      'No benchmark is much slower than it was',
      'A quarter more than what was measured is allowed: less than that is noise on most machines',
      sure.map(({ id, limit }) => ({
        kind: 'metric',
        title: `${id} ${limit?.operator === 'at-least' ? 'at least' : 'at most'} ${limit?.value} ${limit?.unit}`,
        metric: id,
        aggregate: 'last',
        operator: limit?.operator,
        target: limit?.value,
        unit: limit?.unit,
      })),
    ),
    ...gate(
      'files',
      'What was promised is there',
      contracts.map(({ why }) => why).join('; '),
      contracts.flatMap(({ deliverables }, at) =>
        deliverables.map(({ path }) => ({
          kind: 'deliverable',
          title: path,
          deliverable: deliverableId(at, path),
        })),
      ),
    ),
    ...gate(
      'checksums',
      'Files have the bytes that their checksums state',
      `${checksums.length} checksum files, the first ${checksums[0]}:1`,
      checksums.slice(0, 20).map((path) => ({
        kind: 'value',
        title: path,
        evidence: `checksums:${path}`,
        pointer: { kind: 'json', pointer: '/mismatches' },
        operator: 'equals',
        target: 0,
        unit: 'count',
      })),
    ),
    ...gate(
      'links',
      'No link of the plan is broken',
      `${links.count} links, the first at ${links.first}`,
      links.count > 0
        ? [
            {
              kind: 'value',
              title: 'No broken link',
              evidence: 'links',
              pointer: { kind: 'json', pointer: '/broken' },
              operator: 'equals',
              target: 0,
              unit: 'count',
            },
          ]
        : [],
    ),
  ];
}

function gate(
  id: string,
  title: string,
  why: string,
  conditions: readonly object[],
): readonly ProposedGate[] {
  return conditions.length === 0 ? [] : [{ id, title, why, conditions }];
}

function testsGate(reports: readonly EvidenceGuess[]): readonly ProposedGate[] {
  const [first] = reports;
  if (first === undefined) return [];
  const tests = reports.reduce((sum, one) => sum + one.tests, 0);
  const failed = reports.reduce((sum, one) => sum + one.failed, 0);
  return gate(
    'tests',
    'All tests pass',
    `${tests} tests ran, so fewer would be a loss; ${failed === 0 ? 'none' : failed} failed. ${first.why}`,
    [
      {
        kind: 'tests',
        title: `At least ${tests} tests ran, and none failed`,
        evidence: { kind: 'test-report' },
        minCases: tests,
        maxFailed: 0,
      },
    ],
  );
}

function coverageGate(reports: readonly EvidenceGuess[]): readonly ProposedGate[] {
  const pieces = reports.flatMap(({ pieces: own }) => own).slice(0, mostConditions);
  const known = pieces.flatMap(({ path, value }) =>
    value === undefined ? [] : [{ path, ...value, floor: Math.floor(value.value * 10) / 10 }],
  );
  return gate(
    'coverage',
    'As much is covered as now',
    known.map(({ path, value }) => `${value.toFixed(2)} % now (${path}:1)`).join('; '),
    known.map(({ path, pointer, floor }) => ({
      kind: 'value',
      title: `At least ${floor} % covered (${path})`,
      evidence: path,
      pointer,
      operator: 'at-least',
      target: floor,
      unit: '%',
    })),
  );
}

function analysisGate(reports: readonly EvidenceGuess[]): readonly ProposedGate[] {
  const pieces = reports.flatMap(({ pieces: own }) => own).slice(0, mostConditions);
  return gate(
    'analysis',
    'Static analysis finds no error',
    pieces
      .map(({ path, value }) =>
        value === undefined
          ? `nobody can tell how many, since a run failed or told no results (${path}:1)`
          : `${value.value} errors now (${path}:1)`,
      )
      .join('; '),
    pieces.map(({ path }) => ({
      kind: 'value',
      title: `No error (${path})`,
      evidence: path,
      pointer: { kind: 'whole' },
      operator: 'equals',
      target: 0,
      unit: 'count',
    })),
  );
}

function presenceGate(
  kind: string,
  title: string,
  found: readonly EvidenceGuess[],
): readonly ProposedGate[] {
  const count = found.reduce((sum, { pieces }) => sum + pieces.length, 0);
  return gate(
    kind,
    title,
    found.map(({ why }) => why).join('; '),
    count === 0 ? [] : [{ kind: 'evidence', title, evidence: { kind }, minCount: count }],
  );
}
