import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Deliverable } from '../../src/model/contract.ts';
import type { FileFact } from '../../src/model/evidence.ts';
import { sample } from './phase-contract/sample.ts';
import { parsed } from './shared/testing/parsed.ts';

const bundle = sample();
const { files } = bundle;
const content = parsed(bundle);
const contract = content.contracts?.[0];
if (contract === undefined) throw new Error('no contract');
const { deliverables } = contract;
const evidence = new Map<string, NonNullable<typeof content.evidence>[number]>(
  content.evidence?.map((entry) => [entry.id, entry]),
);
const gates = new Map<string, NonNullable<typeof content.gates>[number]>(
  content.gates?.map((gate) => [gate.id, gate]),
);
const metrics = new Map<string, NonNullable<typeof content.metrics>[number]>(
  content.metrics?.map((metric) => [metric.id, metric]),
);

const text = (path: string) => String(files.get(path));
const rows = (path: string) =>
  text(path)
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

function measured(number: number): FileFact | undefined {
  const id = deliverables[number - 1]?.measuredBy ?? '';
  return evidence.get(id)?.facts?.find((fact) => fact.type === 'file');
}

/** Path, least and most lines, least rows: typed by hand from the document. */
const LISTED: readonly (readonly [string, number | undefined, number | undefined, number?])[] = [
  ['src/state/repository.py', 100, 250],
  ['src/state/ledger_replay.py', 80, 200],
  ['src/orchestration/graph_builder.py', 100, 300],
  ['src/models/router.py', 120, 300],
  ['src/notifications/publisher.py', 80, 200],
  ['src/finops/guardrails.py', 100, 250],
  ['scripts/verify_packages.py', 150, 400],
  ['scripts/check_residency.py', 100, 250],
  ['policies/finops.yaml', 40, 100],
  ['configs/model_routing.yaml', 50, 150],
  ['configs/vendor_residency.yaml', 40, 120],
  ['migrations/versions/001_create_sessions_tables.py', 40, 120],
  ['docs/architecture/phase1_architecture.md', 200, 500],
  ['tests/integration/test_state_repository.py', 100, 300],
  ['tests/integration/test_orchestration.py', 100, 300],
  ['tests/integration/test_model_router.py', 120, 350],
  ['evidence/gates/g1_architecture.json', 40, 150],
  ['metrics/performance/state_cache_latency.csv', undefined, undefined, 20],
  ['metrics/quality/model_routing_accuracy.csv', undefined, undefined, 15],
  ['notifications/delivery_log.csv', undefined, undefined, 25],
  ['metrics/cost/budget_report.csv', undefined, undefined, 20],
  ['evidence/pkg_reality_report.md', 80, 300],
];

describe('seed 004, entities', () => {
  it('has 22 deliverables with their paths and limits', () => {
    expect(
      deliverables.map((entry) => [entry.path, entry.lines?.min, entry.lines?.max, entry.minRows]),
    ).toEqual(LISTED.map(([path, min, max, least]) => [path, min, max, least]));
  });

  it('has eight categories that add up to 22', () => {
    expect(contract.categories.map(({ id, count }) => [id, count])).toEqual([
      ['core', 6],
      ['scripts', 2],
      ['configuration', 3],
      ['infrastructure', 1],
      ['documentation', 1],
      ['tests', 3],
      ['evidence', 1],
      ['metrics', 5],
    ]);
    for (const { id, count } of contract.categories) {
      expect(
        deliverables.filter((entry) => entry.category === id),
        id,
      ).toHaveLength(count);
    }
  });

  it('names methods, providers, tables, sections and columns', () => {
    const names = (number: number, kind: string) =>
      deliverables[number - 1]?.mustContain
        ?.filter((entry) => entry.kind === kind)
        .map((entry) => entry.name);
    expect(names(1, 'method')).toEqual(['save', 'get', 'delete', 'verify_integrity']);
    expect(names(2, 'method')).toEqual([
      'replay_events',
      'append_event',
      'verify_ledger_integrity',
    ]);
    expect(names(3, 'node')).toEqual(['planner', 'coder', 'critic', 'qa', 'approver']);
    expect(names(4, 'method')).toEqual(['route', 'estimate_cost', 'check_budget', 'failover']);
    expect(names(4, 'provider')).toEqual(['openai', 'anthropic', 'local']);
    expect(names(5, 'method')).toEqual(['publish', 'publish_batch', 'get_delivery_status']);
    expect(names(6, 'method')).toEqual([
      'check_budget',
      'record_spend',
      'trigger_alert',
      'get_remaining_budget',
    ]);
    expect(names(12, 'table')).toEqual(['sessions', 'state_audit', 'state_hash_index']);
    expect(names(13, 'section')).toHaveLength(8);
    expect(names(22, 'section')).toHaveLength(4);
    expect(deliverables[12]?.minCounts).toMatchObject({ codeExamples: 8, diagrams: 3 });
    expect(deliverables.slice(17, 21).map((entry) => entry.columns?.length)).toEqual([4, 5, 5, 6]);
  });

  it('forbids the same markers everywhere, each in a dialect of its own', () => {
    expect(contract.forbidden?.map((rule) => rule.id)).toEqual([
      'todo',
      'tbd',
      'fixme',
      'pass-stub',
      'not-implemented',
      'template-marker',
      'placeholder',
      'empty-docstring',
    ]);
    for (const entry of deliverables) expect(entry.forbidden, entry.id).toEqual(contract.forbidden);
  });

  it('has four cross-checks, six criteria and 20 boxes, none of them ticked', () => {
    expect(contract.crossChecks?.map((entry) => entry.id)).toEqual([
      'budget-consistency',
      'evidence-paths',
      'router-alignment',
      'test-coverage',
    ]);
    expect(contract.definitionOfDone?.map((entry) => entry.id)).toEqual([
      'all-exist',
      'quality',
      'cross-file',
      'no-forbidden',
      'tests-pass',
      'gate-passed',
    ]);
    const groups = content.checklists?.[0]?.groups;
    expect(groups?.map((group) => group.boxes.length)).toEqual([4, 7, 5, 4]);
    expect(groups?.flatMap((group) => group.boxes).some((box) => box.checked)).toBe(false);
  });

  it('has gate G1 with six subsystems that point into its document', () => {
    const g1 = gates.get('G1');
    expect(g1?.conditions.map((condition) => condition.id)).toEqual([
      'state_fabric',
      'orchestration',
      'router',
      'finops',
      'residency',
      'packages',
    ]);
    const document = JSON.parse(text('evidence/gates/g1_architecture.json'));
    expect(Object.keys(document.subsystems)).toHaveLength(6);
    for (const condition of g1?.conditions ?? []) {
      const parts = condition.kind === 'all' ? condition.of : [];
      const first = parts[0];
      expect(first?.kind === 'value' && first.pointer).toEqual({
        kind: 'json',
        pointer: `/subsystems/${condition.id}/status`,
      });
    }
    expect([document.deliverables_count, document.lines_delivered]).toEqual([22, 2847]);
  });

  it('has the budgets of three phases with ceilings, threshold and channels', () => {
    expect(
      content.budgets?.map((budget) => [
        budget.phase,
        budget.dailyCap,
        budget.monthlyCap,
        budget.tokenCeilings?.map((entry) => `${entry.provider} ${entry.maxTokens}`),
      ]),
    ).toEqual([
      ['1', 450, 12000, ['openai 80000', 'anthropic 60000', 'local 100000']],
      ['2', 650, 16000, ['openai 120000', 'anthropic 100000']],
      ['3', 900, 22000, ['openai 150000', 'anthropic 130000']],
    ]);
    expect(content.budgets?.every((budget) => budget.alertAt === 0.8)).toBe(true);
    expect(content.budgets?.[0]?.alertChannels?.map((channel) => channel.type)).toEqual([
      'slack',
      'email',
    ]);
    expect(content.budgets?.[0]?.tokenCeilings?.[0]?.models).toEqual(['gpt-4o-mini', 'gpt-4o']);
  });

  it('has objectives, lessons, attempts, history, tag and validator', () => {
    const kind = (name: string) => content.notes?.filter((note) => note.kind === name);
    expect(kind('objective')).toHaveLength(8);
    expect(kind('lesson')).toHaveLength(7);
    expect(kind('consequence')).toHaveLength(4);
    expect(contract.attemptLimit).toBe(2);
    expect(contract.attempts?.map((attempt) => [attempt.number, attempt.verdict])).toEqual([
      [1, 'pending'],
    ]);
    expect(contract.history?.map((entry) => [entry.item, entry.number, entry.verdict])).toEqual([
      ['phase-0', 1, 'rejected'],
      ['phase-0', 2, 'accepted'],
    ]);
    expect(contract.tag).toBe('v1.0-phase1-complete');
    expect(contract.id).toBe('PHASE_1_CORE_ARCHITECTURE_2025');
    expect(contract.validator).toEqual({
      command:
        'python3 scripts/validate_contract.py contracts/phase_1_core_architecture.contract.json',
      acceptedExitCode: 0,
    });
    expect(content.items.find((item) => item.id === 'phase-1')?.estimate).toEqual({
      value: 120,
      unit: 'h',
    });
  });

  it('has the agents with their lawful loop, apart from the plan', () => {
    const workflow = content.workflows?.[0];
    expect(workflow?.nodes.map((node) => node.id)).toEqual([
      'planner',
      'coder',
      'critic',
      'qa',
      'approver',
      'end',
    ]);
    expect(workflow?.transitions.map(({ from, to }) => `${from}>${to}`)).toEqual([
      'planner>coder',
      'coder>critic',
      'critic>coder',
      'critic>qa',
      'qa>approver',
      'approver>end',
    ]);
  });
});

describe('seed 004, rules', () => {
  it('R-004-1: acceptance is an exit code, and the report names the contents that it saw', () => {
    const condition = gates.get('acceptance')?.conditions[0];
    expect(condition?.kind === 'value' && [condition.operator, condition.target]).toEqual([
      'equals',
      0,
    ]);
    const report = JSON.parse(text('evidence/validation/phase1_contract_validation.json'));
    expect(report.exit_code).toBe(1);
    expect(report.saw).toHaveLength(22);
  });

  it('R-004-2: most files pass; one is too long, one marked, one absent, three too short', () => {
    const faults = deliverables.flatMap((entry, index) => {
      const fact = measured(index + 1);
      return faultsOf(entry, fact).map((fault) => `${entry.id} ${fault}`);
    });
    expect(faults).toEqual([
      'D04 lines 312',
      'D06 forbidden todo 88,131',
      'D08 absent',
      'D11 lines 32',
      'D17 required names-deliveries',
      'D19 rows 12',
      'D20 rows 20',
    ]);
  });

  it('R-004-3: done is six criteria, which no waiver reaches', () => {
    expect(gates.get('definition-of-done')?.conditions).toHaveLength(6);
    expect(gates.get('definition-of-done')?.nonBypassable).toBe(true);
    expect(
      content.waivers?.map((waiver) => [waiver.gate, waiver.condition, waiver.expires]),
    ).toEqual([
      ['done-residency', 'D11', '2026-12-15T00:00:00Z'],
      ['done-router', 'D04', '2026-11-10T00:00:00Z'],
    ]);
  });

  it('R-004-4: policy and every row of the report state 450 and 12 000', () => {
    const report = rows('metrics/cost/budget_report.csv');
    expect(report).toHaveLength(50);
    expect(new Set(report.map((row) => `${row[3]} ${row[5]}`))).toEqual(new Set(['450 12000']));
    expect(
      content.budgets?.[0]?.statedIn?.map((place) => [place.dailyCap, place.monthlyCap]),
    ).toEqual([
      [450, 12000],
      [450, 12000],
    ]);
    const rule = contract.crossChecks?.[0];
    expect(rule?.kind === 'all' && rule.of).toHaveLength(101);
    const due = report.find((row) => Number(row[4]) >= 9600);
    expect(content.budgets?.[0]?.alerts?.[0]?.at.slice(0, 10)).toBe(due?.[0]);
    expect(report.every((row) => Number(row[2]) <= 450)).toBe(true);
  });

  it('R-004-5: five files must be named and be here', () => {
    const rule = contract.crossChecks?.[1];
    const paths =
      rule?.kind === 'all'
        ? rule.of.flatMap((part) => (part.kind === 'evidence' ? [part.evidence.path] : []))
        : [];
    expect(paths).toEqual([
      'metrics/performance/state_cache_latency.csv',
      'metrics/quality/model_routing_accuracy.csv',
      'notifications/delivery_log.csv',
      'metrics/cost/budget_report.csv',
      'evidence/pkg_reality_report.md',
    ]);
    for (const path of paths) expect(files.has(path ?? ''), path).toBe(true);
  });

  it('R-004-6: three modules have their tests, 5, 5 and 6 at least', () => {
    expect([14, 15, 16].map((number) => deliverables[number - 1]?.minCounts)).toEqual([
      { tests: 5 },
      { tests: 5 },
      { tests: 6 },
    ]);
    const rule = contract.crossChecks?.[3];
    expect(
      rule?.kind === 'all' &&
        rule.of.map((part) => part.kind === 'deliverable' && part.deliverable),
    ).toEqual(['D01', 'D14', 'D03', 'D15', 'D04', 'D16']);
  });

  it('R-004-7: the limit of attempts is an invariant', () => {
    expect(content.invariants?.some((entry) => entry.rule === 'attempts-within-limit')).toBe(true);
  });

  it('R-004-8: 14 targets with their strictness and their proof', () => {
    const stated = contract.targets?.filter((target) => target.statedIn === 'summary');
    expect(
      stated?.map((target) => [
        target.source?.raw,
        target.operator,
        target.value,
        target.unit,
        target.evidencePath ?? null,
      ]),
    ).toEqual([
      ['<50ms', 'less-than', 50, 'ms', 'metrics/performance/state_cache_latency.csv'],
      ['<120ms', 'less-than', 120, 'ms', 'metrics/performance/state_cache_latency.csv'],
      ['≥92%', 'at-least', 92, '%', 'metrics/performance/state_cache_latency.csv'],
      ['<80ms', 'less-than', 80, 'ms', null],
      ['<1.5s', 'less-than', 1.5, 's', null],
      ['<120ms', 'less-than', 120, 'ms', 'metrics/performance/model_router_latency.csv'],
      ['<5s', 'less-than', 5000, 'ms', 'notifications/delivery_log.csv'],
      ['≥99.5%', 'at-least', 0.995, 'ratio', 'notifications/delivery_log.csv'],
      ['≥92%', 'at-least', 0.92, 'ratio', 'metrics/quality/model_routing_accuracy.csv'],
      ['0%', 'equals', 0, '%', 'metrics/cost/budget_report.csv'],
      ['≥99%', 'at-least', 99, '%', null],
      ['100%', 'equals', 100, '%', 'configs/vendor_residency.yaml'],
      ['<8min', 'less-than', 8, 'min', 'evidence/pkg_reality_report.md'],
      ['0', 'equals', 0, 'count', 'evidence/pkg_reality_report.md'],
    ]);
  });

  it('R-004-9: seven targets stand in sections only', () => {
    const section = contract.targets?.filter((target) => target.statedIn === 'section');
    expect(
      section?.map((target) => [target.id, target.operator, target.value, target.unit]),
    ).toEqual([
      ['spend-variance', 'at-most', 5, '%'],
      ['alert-lead', 'at-least', 24, 'h'],
      ['token-ceiling', 'equals', 100, '%'],
      ['correlation-coverage', 'equals', 100, '%'],
      ['snapshot-rebuild', 'less-than', 30, 's'],
      ['residency-check', 'less-than', 2, 'min'],
      ['policy-coverage', 'equals', 100, '%'],
    ]);
  });

  it('R-004-10: the tables ask for 20, 15, 25 and 20 rows and hold their columns', () => {
    expect(deliverables.slice(17, 21).map((entry) => entry.minRows)).toEqual([20, 15, 25, 20]);
    for (const entry of deliverables.slice(17, 21)) {
      expect(text(entry.path).split('\n')[0]).toBe(entry.columns?.join(','));
    }
    expect(deliverables.slice(17, 21).map((entry) => rows(entry.path).length)).toEqual([
      24, 12, 20, 50,
    ]);
  });

  it('R-004-11: phase 1 starts when gate G0 has passed', () => {
    const condition = gates.get('start-phase-1')?.conditions[0];
    expect(condition?.kind === 'gate' && condition.gate).toBe('G0');
    expect(content.dependencies[0]).toMatchObject({ item: 'phase-1', on: 'phase-0' });
  });

  it('R-004-12: the headroom of the gate document', () => {
    const headroom = (id: string) => {
      const metric = metrics.get(`stated-${id}`);
      const target = metric?.target?.value ?? Number.NaN;
      return Math.round(((target - (metric?.series?.v[0] ?? Number.NaN)) / target) * 1000) / 10;
    };
    expect(headroom('redis_latency_p95_ms')).toBe(10);
    expect(headroom('postgres_latency_p95_ms')).toBe(4.2);
    expect(headroom('routing_latency_p95_ms')).toBe(1.7);
    expect(headroom('graph_execution_latency_ms')).toBe(5.3);
  });
});

function faultsOf(entry: Deliverable, fact: FileFact | undefined): readonly string[] {
  if (fact === undefined) return ['unmeasured'];
  if (!fact.exists) return ['absent'];
  const count = (rule: string) => fact.patterns?.find((found) => found.rule === rule);
  const outside =
    entry.lines !== undefined &&
    ((fact.lines ?? 0) < (entry.lines.min ?? 0) ||
      (fact.lines ?? 0) > (entry.lines.max ?? Number.POSITIVE_INFINITY));
  return [
    ...(outside ? [`lines ${fact.lines}`] : []),
    ...(entry.minRows !== undefined && (fact.rows ?? 0) < entry.minRows
      ? [`rows ${fact.rows}`]
      : []),
    ...(entry.required ?? [])
      .filter((rule) => (count(rule.id)?.count ?? 0) < (rule.minCount ?? 1))
      .map((rule) => `required ${rule.id}`),
    ...(entry.forbidden ?? [])
      .filter((rule) => (count(rule.id)?.count ?? 1) > 0)
      .map((rule) => `forbidden ${rule.id} ${count(rule.id)?.lines?.join(',')}`),
    ...Object.entries(entry.minCounts ?? {})
      .filter(([name, least]) => (fact.counts?.[name] ?? 0) < least)
      .map(([name]) => `count ${name}`),
  ];
}

describe('seed 004, traps', () => {
  const conflict = (part: string) =>
    content.notes?.some((note) => note.kind === 'conflict' && note.text.includes(part));

  it('T-004-1: repaired signs are reported where they stood', () => {
    expect(content.project.sources?.[0]?.repaired).toBe('mac-roman-mojibake');
    const repaired = contract.targets?.filter((target) => target.source?.repaired !== undefined);
    expect(repaired?.map((target) => target.source?.raw)).toEqual([
      '≥92%',
      '≥99.5%',
      '≥92%',
      '≥99%',
      '≤5%',
      '≥24 hours',
    ]);
    expect(contract.targets?.some((target) => /[‚‰√]/.test(target.source?.raw ?? ''))).toBe(false);
  });

  it('T-004-2: paths that are named and not delivered', () => {
    const delivered = new Set(deliverables.map((entry) => entry.path));
    expect(contract.mentionedPaths?.map((entry) => entry.path)).toEqual([
      'contracts/phase_1_core_architecture.contract.json',
      'scripts/validate_contract.py',
      'evidence/validation/phase1_contract_validation.json',
      'metrics/performance/model_router_latency.csv',
      'metrics/compliance/vendor_region_distribution.csv',
    ]);
    expect(contract.mentionedPaths?.some((entry) => delivered.has(entry.path))).toBe(false);
    expect(files.has('metrics/performance/model_router_latency.csv')).toBe(false);
    expect(metrics.get('router-decision')?.series).toBeUndefined();
  });

  it('T-004-3: one of the five metrics is a document, and four are CSV', () => {
    const five = deliverables.filter((entry) => entry.category === 'metrics');
    expect(five.filter((entry) => entry.path.endsWith('.csv'))).toHaveLength(4);
    expect(contract.counts?.find((entry) => entry.id === 'csv-files')).toMatchObject({
      stated: 5,
      counted: 4,
    });
  });

  it('T-004-4: three targets name no file, one names a configuration', () => {
    const noted = contract.targets?.filter((target) => target.evidenceNote !== undefined);
    expect(noted?.map((target) => target.id)).toEqual([
      'ledger-append',
      'graph-execution',
      'failover-success',
    ]);
    expect(evidence.get('D11-file')?.kind).toBe('configuration');
    expect(metrics.get('eu-compliance')?.seriesFile).toBeUndefined();
  });

  it('T-004-5: the cache file has no hit ratio and no write', () => {
    const columns = measured(18)?.columns;
    expect(columns).not.toContain(metrics.get('cache-hit-ratio')?.seriesFile?.valueColumn);
    expect(
      new Set(rows('metrics/performance/state_cache_latency.csv').map((row) => row[1])),
    ).toEqual(new Set(['GET']));
  });

  it('T-004-6: 11 of 12 miss 92 %, and 20 of 20 are too few', () => {
    const accuracy = rows('metrics/quality/model_routing_accuracy.csv');
    expect(accuracy.filter((row) => row[4] === 'true')).toHaveLength(11);
    expect(accuracy.every((row) => (row[2] === row[3]) === (row[4] === 'true'))).toBe(true);
    const log = rows('notifications/delivery_log.csv');
    expect(log.every((row) => row[3] === 'delivered')).toBe(true);
    expect(metrics.get('notification-success')?.target?.minSamples).toBe(25);
  });

  it('T-004-7: the gate document names four of the five files', () => {
    const document = text('evidence/gates/g1_architecture.json');
    expect(
      measured(17)
        ?.patterns?.filter((found) => found.rule.startsWith('names-'))
        .map((found) => [found.rule, found.count]),
    ).toEqual([
      ['names-cache', 1],
      ['names-accuracy', 1],
      ['names-deliveries', 0],
      ['names-budget', 1],
      ['names-packages', 1],
    ]);
    expect(document).not.toContain('delivery_log');
  });

  it('T-004-8: eight objectives, six subsystems', () => {
    expect(content.items.filter((item) => item.kind === 'objective')).toHaveLength(8);
    const tied = new Set<string>(content.relations?.map((relation) => relation.from));
    expect(
      content.items
        .filter((item) => item.kind === 'objective' && !tied.has(item.id))
        .map((item) => item.id),
    ).toEqual(['pkg-ledger', 'pkg-telemetry']);
  });

  it('T-004-9: the limits of the files leave the total open', () => {
    const least = LISTED.reduce((sum, [, min, , leastRows]) => sum + (min ?? leastRows ?? 0), 0);
    const most = LISTED.reduce((sum, [, , max]) => sum + (max ?? 0), 0);
    expect([least, most]).toEqual([1720, 4540]);
    expect(contract.totals).toEqual({ files: 22, lines: { min: 2500, max: 3500 } });
  });

  it('T-004-10: 32 prescribed lines against 40, and 40 exactly', () => {
    const lines = (path: string) => text(path).split('\n').length - 1;
    expect(lines('configs/vendor_residency.yaml')).toBe(32);
    expect(lines('policies/finops.yaml')).toBe(40);
    expect(lines('configs/model_routing.yaml')).toBe(52);
    expect(deliverables.every((entry) => entry.lines?.count !== 'data-rows')).toBe(true);
    expect(measured(18)).toMatchObject({ lines: 25, rows: 24 });
  });

  it('T-004-11: the instructions are exempt from the search', () => {
    expect(content.notes?.some((note) => note.kind === 'exemption')).toBe(true);
    expect(deliverables.some((entry) => entry.path.includes('Instructions'))).toBe(false);
  });

  it('T-004-12: every number has a unit, and shares are no percentages', () => {
    expect(content.metrics?.every((metric) => metric.unit !== '')).toBe(true);
    expect(metrics.get('stated-cache_hit_ratio')).toMatchObject({ unit: 'ratio' });
    expect(metrics.get('stated-daily_spend_variance_pct')).toMatchObject({ unit: '%' });
    expect(metrics.get('graph-execution')?.unit).toBe('s');
    expect(metrics.get('stated-graph_execution_latency_ms')?.unit).toBe('ms');
  });

  it('T-004-13: thirty days at the cap are more than a month, in all three phases', () => {
    for (const budget of content.budgets ?? []) {
      expect((budget.dailyCap ?? 0) * 30).toBeGreaterThan(budget.monthlyCap ?? 0);
    }
    expect(conflict('13,500')).toBe(true);
  });

  it('T-004-14: G0 is declared passed while its box is open', () => {
    expect(gates.get('G0')?.declared?.verdict).toBe('passed');
    const box = content.checklists?.[0]?.groups[0]?.boxes[0];
    expect([box?.checked, box?.refs]).toEqual([false, ['G0', 'phase-0']]);
  });

  it('T-004-15: a value without target, a target without value', () => {
    expect(metrics.get('stated-conditional_accuracy')?.series?.v).toEqual([0.91]);
    expect(metrics.get('stated-conditional_accuracy')?.target).toBeUndefined();
    expect(metrics.get('ledger-append')?.series).toBeUndefined();
  });

  it('T-004-16: a global endpoint is remarked', () => {
    expect(text('configs/vendor_residency.yaml')).toContain('https://api.openai.com/v1');
    expect(
      content.notes?.some((note) => note.refs?.includes('D11') && note.text.includes('global')),
    ).toBe(true);
  });

  it('T-004-17: every pattern names its dialect, and the stub its flags', () => {
    expect(
      contract.forbidden?.every(
        (rule) => rule.dialect === 'literal' || rule.appliesTo !== undefined,
      ),
    ).toBe(true);
    expect(contract.forbidden?.find((rule) => rule.id === 'pass-stub')).toMatchObject({
      flags: 'm',
      appliesTo: 'line',
    });
  });
});

const SEED = join(process.cwd(), '../shared/seeds/004_933a25b2d709a36d.txt');

/** The part of Mac Roman above ASCII; the seed was read with it instead of UTF-8. */
const MAC_ROMAN =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

function repaired(mojibake: string): string {
  const bytes = [...mojibake].map((sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return code < 128 ? code : 128 + MAC_ROMAN.indexOf(sign);
  });
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
}

describe.skipIf(!existsSync(SEED))(
  'against the seed (skipped where it is not beside the checkout)',
  () => {
    const document = () => repaired(readFileSync(SEED, 'utf8')).split('\n');

    it('has the paths and ranges of the sections', () => {
      const lines = document();
      const found = lines.flatMap((line, index) => {
        const path = /^\*\*File:\*\* `(.+)`/.exec(line)?.[1];
        const range = /^\*\*Lines:\*\* (\d+)-(\d+)/.exec(lines[index + 1] ?? '');
        return path === undefined ? [] : [[path, Number(range?.[1]), Number(range?.[2])]];
      });
      expect(found).toHaveLength(14);
      for (const [path, min, max] of found) {
        const entry = deliverables.find((candidate) => candidate.path === path);
        expect([entry?.lines?.min, entry?.lines?.max], String(path)).toEqual([min, max]);
      }
    });

    it('has the rows of the table of targets', () => {
      const table = document().slice(961, 975);
      const stated = contract.targets?.filter((target) => target.statedIn === 'summary');
      expect(table.map((line) => line.split('|')[2]?.trim())).toEqual(
        stated?.map((target) => target.source?.raw),
      );
      expect(table.map((line) => /`(.+)`/.exec(line)?.[1])).toEqual(
        stated?.map((target) => target.evidencePath),
      );
    });

    it('has as many boxes, on the same lines', () => {
      const open = document().flatMap((line, index) =>
        line.startsWith('- [ ]') ? [index + 1] : [],
      );
      const boxes = content.checklists?.[0]?.groups.flatMap((group) => group.boxes);
      expect(boxes?.map((box) => box.source?.line)).toEqual(open);
    });

    it('names all 26 paths in code, and one more', () => {
      const named = new Set(
        [
          ...document()
            .join('\n')
            .matchAll(/`([\w./-]+\/[\w.-]+\.\w+)`/g),
        ].map((match) => match[1]),
      );
      const known = new Set([
        ...deliverables.map((entry) => entry.path),
        ...(contract.mentionedPaths ?? []).map((entry) => entry.path),
      ]);
      expect(named.size).toBe(26);
      expect([...named].filter((path) => !known.has(path ?? ''))).toEqual([]);
    });

    it('states the gate document with the same facts', () => {
      const block = /```json\n([\s\S]*?)\n```/.exec(document().join('\n'))?.[1] ?? '';
      expect(JSON.parse(text('evidence/gates/g1_architecture.json'))).toEqual(JSON.parse(block));
    });

    it('marks as repaired what was repaired, and nothing else', () => {
      const lines = document();
      for (const target of contract.targets ?? []) {
        const { line = 0, raw = '', repaired: mark } = target.source ?? {};
        expect(lines[line - 1], target.id).toContain(raw);
        expect(mark !== undefined, target.id).toBe([...raw].some((sign) => sign > '~'));
      }
    });

    it('borrows no sentence', () => {
      const own = JSON.stringify(content).toLowerCase();
      for (const line of document()) {
        for (const sentence of line.split(/[.:;|`*#]|→/)) {
          const words = sentence.trim().toLowerCase().split(/\s+/);
          if (words.length >= 6) expect(own).not.toContain(words.join(' '));
        }
      }
    });
  },
);
