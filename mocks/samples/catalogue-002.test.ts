import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlanItem } from '../../src/model/plan.ts';
import { sample } from './governance-handoff/sample.ts';
import { parsed } from './shared/testing/parsed.ts';

const bundle = sample();
const { files } = bundle;
const content = parsed(bundle);
const items = new Map<string, PlanItem>(content.items.map((item) => [item.id, item]));
const gates = new Map<string, NonNullable<typeof content.gates>[number]>(
  content.gates?.map((gate) => [gate.id, gate]),
);
const probes = new Map<string, NonNullable<typeof content.probes>[number]>(
  content.probes?.map((probe) => [probe.id, probe]),
);
const steps = content.items.filter((item) => item.kind === 'step');

function number(item: PlanItem | undefined, namespace: string): string | undefined {
  return item?.numbers?.find((entry) => entry.namespace === namespace)?.value;
}

function needs(gate: string): readonly string[] {
  return (gates.get(gate)?.conditions ?? []).flatMap((condition) =>
    condition.kind === 'authorisation' ? [condition.rule] : [],
  );
}

function waitsFor(item: string): readonly string[] {
  return content.dependencies.filter((entry) => entry.item === item).map((entry) => entry.on);
}

function expected(probe: string) {
  return probes
    .get(probe)
    ?.expectations.map(({ before, after, operator, value }) => [
      before ?? null,
      after ?? null,
      operator,
      value ?? null,
    ]);
}

describe('seed 002, entities', () => {
  it('has ten numbered steps and one that was inserted', () => {
    expect(steps.map((item) => [item.id, number(item, 'build-order')])).toEqual([
      ['sb-0', 'STEP 0'],
      ['step-0', 'STEP 0'],
      ['step-1', 'STEP 1'],
      ['step-2', 'STEP 2'],
      ['step-3', 'STEP 3'],
      ['step-4', 'STEP 4'],
      ['step-5', 'STEP 5'],
      ['step-6', 'STEP 6'],
      ['step-7', 'STEP 7'],
      ['step-8', 'STEP 8'],
      ['step-9', 'STEP 9'],
    ]);
  });

  it('maps steps to components, and two of them to phase letters', () => {
    expect(steps.map((item) => number(item, 'component'))).toEqual([
      'SB-0',
      undefined,
      'SB-1',
      'SB-2',
      'SB-12',
      'SB-13',
      'SB-10',
      'SB-11',
      'T6/T7',
      'backfill',
      'Phase-B',
    ]);
    expect([
      number(items.get('step-1'), 'phase-letter'),
      number(items.get('step-9'), 'phase-letter'),
    ]).toEqual(['A', 'B']);
  });

  it('has every authorisation rule with its role', () => {
    const rules = content.authorisationRules?.map((rule) => [
      rule.id,
      rule.definitions.map((definition) => definition.demands.map((demand) => demand.role)),
    ]);
    expect(rules).toEqual([
      ['M-1', [['sovereign'], ['council', 'sovereign']]],
      ['A-9', [['sovereign']]],
      ['C-1', [['council']]],
      ['C-2', [['council']]],
      ['C-7', [['council']]],
      ['C-7.1', [['council']]],
      ['C-7.2', [['council']]],
      ['C-7.3', [['council']]],
      ['SB-0-RATIFICATION', [['council', 'sovereign']]],
    ]);
    expect(
      content.authorisationRules?.filter((rule) => rule.master).map((rule) => rule.id),
    ).toEqual(['M-1']);
    expect(content.invariants?.some((invariant) => invariant.id === 'G-APPLY')).toBe(true);
  });

  it('has the ladder of roles: 4, 2, and advice', () => {
    expect(content.roles?.map(({ id, level, advisory }) => [id, level, advisory])).toEqual([
      ['sovereign', 4, undefined],
      ['council', 2, undefined],
      ['gpt', undefined, true],
      ['build-agent', 0, undefined],
    ]);
  });

  it('has seven corrections, each of which must precede its step', () => {
    const corrections = content.items.filter((item) => item.kind === 'correction');
    expect(
      corrections.map((item) => [
        item.id,
        content.dependencies.find((entry) => entry.on === item.id)?.item,
      ]),
    ).toEqual([
      ['F-83-1', 'step-1'],
      ['F-57-1', 'step-4'],
      ['F-57-2', 'step-6'],
      ['F-57-3', 'step-6'],
      ['F-57-4', 'step-6'],
      ['F-R7-1', 'step-7'],
      ['F-R7-2', 'step-7'],
    ]);
  });

  it('has the twenty listed probes, six of them on tables, and two of organic growth', () => {
    const listed = content.probes?.filter(
      (probe) => probe.query !== undefined && !probe.organicGrowth,
    );
    expect(listed).toHaveLength(20);
    expect(content.probes?.filter((probe) => probe.group === 'substrate')).toHaveLength(6);
    expect(content.probes?.filter((probe) => probe.organicGrowth).map((probe) => probe.id)).toEqual(
      ['birth-registry', 'event-outbox'],
    );
  });

  it('has six stop conditions, seven things to read and fourteen fields to report', () => {
    expect(content.stopConditions).toHaveLength(6);
    const order = content.notes?.filter((note) => note.kind === 'read-order');
    expect(order?.map((note) => note.order)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    for (const item of [...steps.slice(0, 9), items.get('step-8-commit')]) {
      expect(item?.report?.fields, item?.id).toHaveLength(14);
    }
  });

  it('asks four things for the way back, with three timeouts', () => {
    for (const id of ['sb-0', 'step-1', 'step-7', 'step-8-commit']) {
      expect(items.get(id)?.rollback, id).toHaveLength(4);
    }
    const timeouts = gates.get('ready-step-1')?.conditions.find((entry) => entry.id === 'timeouts');
    expect(
      timeouts?.kind === 'all' &&
        timeouts.of.map((entry) => entry.kind === 'value' && [entry.title, entry.target]),
    ).toEqual([
      ['statement_timeout', '5s'],
      ['lock_timeout', '3s'],
      ['idle_in_transaction_session_timeout', '15s'],
    ]);
    const manifest = JSON.parse(String(files.get('evidence/dumps/step-1-rehearsal.json')));
    expect(manifest.tables).toHaveLength(7);
  });

  it('has three attestations on every completion', () => {
    for (const id of [
      'sb-0',
      'step-1',
      'step-2',
      'step-3',
      'step-4',
      'step-5',
      'step-6',
      'step-7',
    ]) {
      const kinds = gates
        .get(`done-${id}`)
        ?.conditions.filter((entry) => entry.kind === 'attestation');
      expect(kinds, id).toHaveLength(3);
    }
  });

  it('lets every step do and forbids it what its row says, and what the row for all says', () => {
    const effects = (id: string, kind: string) =>
      items.get(id)?.effects?.filter((effect) => effect.kind === kind).length;
    expect([1, 2, 3, 4, 5, 6, 7, 8].map((n) => effects(`step-${n}`, 'allowed'))).toEqual([
      2, 2, 1, 1, 1, 1, 1, 1,
    ]);
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => effects(`step-${n}`, 'forbidden'))).toEqual([
      8, 8, 8, 8, 8, 8, 8, 7, 6,
    ]);
    for (const effect of steps.flatMap((item) => item.effects ?? [])) {
      if (effect.probe !== undefined) expect(probes.has(effect.probe), effect.probe).toBe(true);
    }
  });

  it('has the documents that are named, by number and by folder', () => {
    const of = (register: string) =>
      content.documents
        ?.filter((entry) => entry.register === register)
        .map((entry) => entry.number);
    expect(of('index-2026-06-01')?.toSorted()).toEqual(
      '00 16 17 24 25 38 39 40 41 58 59 60 61 63 69 75 76 77 78 79 80 81 83 84 86 88 89 90 91'.split(
        ' ',
      ),
    );
    expect(of('hardening-2026-06-02')).toEqual(['02', '03', '11', '13']);
    expect(of('bootstrap-2026-06-02')).toHaveLength(10);
    expect(of('laws')).toHaveLength(1);
  });

  it('says that it is ready and not authorised', () => {
    expect(content.notes?.filter((note) => note.kind === 'verdict')).toHaveLength(1);
    expect(content.sample).toBe(true);
  });
});

describe('seed 002, rules', () => {
  it('R-002-1: a commit needs a row of its own and every record of its list', () => {
    expect(needs('permit-step-1')).toEqual(['C-2', 'M-1']);
    const master = content.authorisationRules?.find((rule) => rule.id === 'M-1');
    expect(master?.perStep).toBe(true);
    expect(expected('approvals')).toEqual([[null, null, 'greater-than', 0]]);
    expect(content.authorisations?.some((record) => record.form === 'approval-row')).toBe(false);
  });

  it('R-002-2: a record by a lower role is there, and so is advice', () => {
    const masters = content.authorisations?.filter((record) => record.rule === 'M-1');
    const lower = masters?.filter(
      (record) => record.role === 'council' && record.form !== 'quorum-vote',
    );
    expect(lower?.map((record) => record.steps)).toEqual([['step-6']]);
    expect(masters?.filter((record) => record.advisory).map((record) => record.role)).toEqual([
      'gpt',
    ]);
  });

  it('R-002-3: the order and the needs of each step', () => {
    expect(waitsFor('step-5')).toContain('step-3');
    expect(
      waitsFor('step-7')
        .filter((id) => id.startsWith('step-'))
        .toSorted(),
    ).toEqual(['step-3', 'step-4', 'step-5', 'step-6']);
    expect(needs('permit-sb-0')).toEqual(['SB-0-RATIFICATION', 'M-1']);
    expect(needs('permit-step-2')).toEqual(['C-1', 'M-1']);
    for (const n of [3, 4, 5, 6]) expect(needs(`permit-step-${n}`)).toEqual(['M-1']);
    expect(needs('permit-step-7')).toEqual(['C-7', 'M-1']);
    expect(needs('permit-step-8-commit')).toEqual(['C-7.3', 'M-1']);
    expect(gates.has('permit-step-8-dry-run')).toBe(false);
    expect(waitsFor('step-8-dry-run')).toEqual([]);
    expect(needs('permit-step-9')).toEqual(['A-9', 'M-1']);
    expect(items.get('step-9')?.forbidden?.unless).toBe('A-9');
  });

  it('R-002-4: one record covers two steps', () => {
    expect(
      content.authorisations
        ?.filter((record) => record.steps.length > 1)
        .map((record) => record.steps),
    ).toEqual([['step-3', 'step-4']]);
    expect(content.invariants?.some((entry) => entry.rule === 'one-authorisation-one-step')).toBe(
      true,
    );
  });

  it('R-002-5: what a probe must show depends on the steps that are built', () => {
    expect(expected('apr-action-types')).toEqual([
      ['step-1', null, 'equals', 6],
      [null, 'step-1', 'equals', 10],
    ]);
    expect(expected('governance-action-codes')).toEqual([
      ['step-1', null, 'equals', 0],
      [null, 'step-1', 'equals', 4],
    ]);
    expect(expected('birth-rows-action-types')?.[0]).toEqual(['step-1', null, 'equals', 0]);
    expect(expected('governance-event-types')).toEqual([
      ['step-6', null, 'equals', 0],
      [null, 'step-6', 'equals', 5],
    ]);
    for (const id of [
      'active-governance-event-types',
      'governance-outbox',
      'idle-in-transaction',
    ]) {
      expect(expected(id), id).toEqual([[null, null, 'equals', 0]]);
    }
    const until = content.probes
      ?.filter((probe) => probe.group === 'substrate')
      .map((probe) => [
        probe.id.slice(6),
        probe.expectations[0]?.before,
        probe.expectations[0]?.operator,
      ]);
    expect(until).toEqual([
      ['governance_object_ownership', 'step-2', 'absent'],
      ['governance_responsibility_scope', 'step-2', 'absent'],
      ['governance_ruleset', 'step-3', 'absent'],
      ['gov_worker_cursor', 'step-4', 'absent'],
      ['governance_candidate_state', 'step-5', 'absent'],
      ['candidate_scan_run', 'step-5', 'absent'],
    ]);
  });

  it('R-002-6: drift stops, organic growth does not', () => {
    const drift = content.stopConditions?.find((stop) => stop.id === 'drift');
    expect(drift?.safeWhile?.kind).toBe('all');
    expect(probes.get('birth-rows-action-types')?.organicGrowth).toBeUndefined();
    expect(probes.get('governance-outbox')?.organicGrowth).toBeUndefined();
  });

  it('R-002-7: entry equals exit in every rehearsal, apart from what may grow', () => {
    const facts = content.evidence
      ?.flatMap((entry) => entry.facts ?? [])
      .filter((fact) => fact.type === 'rehearsal');
    expect(facts?.map((fact) => fact.step)).toEqual([
      'sb-0',
      'step-1',
      'step-2',
      'step-3',
      'step-4',
      'step-5',
      'step-6',
      'step-7',
      'step-8-dry-run',
    ]);
    for (const fact of facts ?? []) {
      const differing = Object.keys(fact.entry).filter(
        (name) => fact.entry[name] !== fact.exit[name],
      );
      expect(differing).toEqual(fact.exempt);
    }
  });

  it('R-002-8: the report of the pre-flight check has its fields and no event', () => {
    const report = content.evidence
      ?.find((entry) => entry.id === 'report-step-0')
      ?.facts?.find((fact) => fact.type === 'report');
    expect(Object.keys(report?.fields ?? {})).toHaveLength(14);
    expect(report?.fields.eventsEmitted).toBe(0);
  });

  it('R-002-9: a stop was raised, later counts are clean, and nothing lifts it', () => {
    const events = content.stopConditions?.flatMap((stop) => stop.events ?? []);
    expect(
      events?.map((event) => [event.item, event.finding, event.authorisation, event.clearedAt]),
    ).toEqual([['step-4', undefined, undefined, undefined]]);
    const idle = content.evidence
      ?.flatMap((entry) => entry.facts ?? [])
      .filter((fact) => fact.type === 'observation' && fact.probe === 'idle-in-transaction')
      .map((fact) => fact.type === 'observation' && [fact.at, fact.value]);
    expect(idle?.toSorted()).toEqual([
      ['2026-10-19T06:00:00Z', 0],
      ['2026-11-12T13:42:10Z', 1],
      ['2026-11-20T06:10:00Z', 0],
    ]);
  });

  it('R-002-10: M-1 has a definition of each day', () => {
    const master = content.authorisationRules?.find((rule) => rule.id === 'M-1');
    expect(master?.definitions.map((entry) => [entry.from, entry.until])).toEqual([
      ['2026-06-01T00:00:00Z', undefined],
      ['2026-06-02T00:00:00Z', undefined],
    ]);
  });
});

describe('seed 002, traps', () => {
  const note = (id: string) => content.notes?.find((entry) => entry.id === id);

  it('T-002-1: two definitions of M-1 and an unchanged master gate are a conflict', () => {
    expect(note('conflict-master')?.kind).toBe('conflict');
    const addendum = content.definitions?.find((entry) => entry.from === '2026-06-02T00:00:00Z');
    expect(addendum?.redefines).toContain('M-1');
    expect(addendum?.keeps).toHaveLength(1);
    expect(content.definitions?.every((entry) => entry.until === undefined)).toBe(true);
  });

  it('T-002-2: two steps share the number 0 and keep their own ids', () => {
    expect(
      steps.filter((item) => number(item, 'build-order') === 'STEP 0').map((item) => item.id),
    ).toEqual(['sb-0', 'step-0']);
  });

  it('T-002-3: a range counts components, and the token is kept', () => {
    const ranged = content.dependencies.filter((entry) => entry.source?.raw === 'SB-10..13');
    expect(ranged.map((entry) => number(items.get(entry.on), 'component'))).toEqual([
      'SB-10',
      'SB-11',
      'SB-12',
      'SB-13',
    ]);
    expect(new Set(ranged.map((entry) => entry.item))).toEqual(new Set(['step-7']));
  });

  it('T-002-4: the lost table is admitted, and its merged rows are spread with their token', () => {
    expect(note('lost-table')).toBeDefined();
    const raws = (id: string) =>
      new Set(items.get(id)?.effects?.map((effect) => effect.source?.raw));
    expect(raws('step-4')).toEqual(new Set(['3–5', 'all']));
    expect(raws('step-9')).toEqual(new Set(['all']));
  });

  it('T-002-5: the parts of C-7 are tied by position, not in the order of their numbers', () => {
    const tied = content.relations?.filter((relation) => relation.from.startsWith('C-7'));
    expect(tied?.map(({ from, to, stated }) => [from, to, stated])).toEqual([
      ['C-7.2', 'ruleset-activation', 'positional'],
      ['C-7.3', 'step-8-commit', 'positional'],
      ['C-7.1', 'input-trust', 'positional'],
    ]);
    expect(content.authorisationRules?.filter((rule) => rule.partOf === 'C-7')).toHaveLength(3);
  });

  it('T-002-6: elided prefixes are expanded, and the list is kept as written', () => {
    const listed = content.dependencies.filter((entry) => entry.source?.raw === 'F-57-2/3/4');
    expect(listed.map((entry) => entry.on)).toEqual(['F-57-2', 'F-57-3', 'F-57-4']);
  });

  it('T-002-7: readiness and permission are gates of their own', () => {
    for (const n of [1, 2, 3, 4, 5, 6, 7]) {
      const ready = gates.get(`ready-step-${n}`)?.conditions ?? [];
      const permit = gates.get(`permit-step-${n}`)?.conditions ?? [];
      expect(ready.some((condition) => condition.kind === 'authorisation')).toBe(false);
      expect(permit.every((condition) => condition.kind === 'authorisation')).toBe(true);
    }
  });

  it('T-002-8: numbers inside prose are kept as numbers', () => {
    expect(items.get('step-1')?.attributes).toMatchObject({ rows: 4, riskLevel: 'high' });
    expect(items.get('step-2')?.attributes).toMatchObject({
      seededScopes: 6,
      ownershipColumns: 20,
      views: 2,
    });
    expect(items.get('step-6')?.attributes).toMatchObject({ eventTypes: 5 });
    expect(items.get('step-7')?.attributes).toMatchObject({
      domainRows: 4,
      toolRows: 4,
      coverageRows: 4,
    });
    expect(expected('scope-rows')?.[1]?.[3]).toBe(6);
    expect(expected('ownership-columns')?.[1]?.[3]).toBe(20);
    expect(expected('resolution-views')?.[1]?.[3]).toBe(2);
  });

  it('T-002-9: every probe has an age, and one observation is older', () => {
    expect(content.probes?.every((probe) => probe.maxAge === 86_400)).toBe(true);
    const facts = content.evidence?.flatMap((entry) => entry.facts ?? []);
    const seen = facts?.filter(
      (fact) => fact.type === 'observation' && fact.at.startsWith('2026-11-20'),
    );
    const fresh = new Set(seen?.map((fact) => fact.type === 'observation' && fact.probe));
    expect([...probes.keys()].filter((id) => !fresh.has(probes.get(id)?.id ?? false))).toEqual([
      'normative-registry',
    ]);
  });
});

const SEED = join(process.cwd(), '../shared/seeds/002_03ce1d03383baba0.txt');

describe.skipIf(!existsSync(SEED))(
  'against the seed (skipped where it is not beside the checkout)',
  () => {
    const text = () => readFileSync(SEED, 'utf8');

    it('names the tokens that the text names', () => {
      const tokens = [
        ...new Set(text().match(/\b(?:F-\d+-\d+|F-R7-\d|C-7\.\d|C-[12]\b|A-9|M-1|G-APPLY)/g)),
      ];
      const known = JSON.stringify(content);
      for (const token of tokens) expect(known, token).toContain(token);
    });

    it('points at lines that hold their token', () => {
      const lines = text().split('\n');
      const sources = [
        ...content.items.flatMap((item) => [
          item.source,
          ...(item.numbers ?? []).map((n) => n.source),
        ]),
        ...content.dependencies.map((entry) => entry.source),
      ];
      for (const source of sources) {
        if (source?.line === undefined) continue;
        expect(lines[source.line - 1], String(source.line)).toBeTruthy();
        const token = source.raw?.split(/[ ]/)[0];
        if (token !== undefined) expect(lines[source.line - 1]).toContain(token);
      }
    });

    it('asks the queries that the text asks, table by table', () => {
      const tables = [...text().matchAll(/count\(\*\) FROM (\w+)/g)].map((match) => match[1]);
      const asked = content.probes?.map((probe) => probe.query ?? '').join('\n');
      expect(tables).toHaveLength(14);
      for (const table of tables) expect(asked).toContain(`FROM ${table}`);
      const regclass = [...text().matchAll(/to_regclass\('public\.(\w+)'\)/g)].map(
        (match) => match[1],
      );
      expect(regclass).toHaveLength(6);
      for (const table of regclass) expect(asked).toContain(`public.${table}'`);
    });

    it('borrows no sentence', () => {
      const own = JSON.stringify(content).toLowerCase();
      for (const sentence of text().split(/[.\n;:•—→]|\s{2,}/)) {
        const words = sentence.trim().toLowerCase().split(/\s+/);
        if (words.length < 7 || /select|from|count/.test(sentence)) continue;
        expect(own).not.toContain(words.join(' '));
      }
    });
  },
);
