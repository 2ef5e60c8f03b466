import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { platformEnvironment } from '../source/environment.ts';
import { httpSource } from '../source/http-source.ts';
import { createSession } from './session.ts';
import type { OpenRequest } from './session-types.ts';

/** What the documents behind the samples say, asked of the engine. */
const folder = resolve('public/bundles');
const session = createSession({
  openSource: (ref) => {
    if (ref.kind === 'local') throw new Error('not here');
    return httpSource(ref, {
      ...platformEnvironment('https://app.example/'),
      fetch: async (url) => {
        try {
          const path = decodeURIComponent(new URL(url).pathname.replace('/bundles/', ''));
          return new Response(new Uint8Array(await readFile(resolve(folder, path))));
        } catch {
          return new Response('', { status: 404 });
        }
      },
    });
  },
});

const asked = (project: string): OpenRequest => ({
  source: { kind: 'static', url: 'bundles/' },
  project,
  now: '2026-12-01T00:00:00Z',
});

describe('the handoff', () => {
  it('says of each step which leave it lacks, and why', async () => {
    const { steps, required, authorised, rules } = await session.authorisations(
      asked('governance-handoff'),
    );
    const told = Object.fromEntries(
      steps.map(({ item, cells }) => [item, cells.map(({ rule, state }) => `${rule} ${state}`)]),
    );
    expect(told).toEqual({
      'sb-0': ['SB-0-RATIFICATION partly', 'M-1 missing'],
      'step-0': [],
      'step-1': ['C-2 expired', 'M-1 advisory-only'],
      'step-2': ['C-1 missing', 'M-1 partly'],
      'step-3': ['M-1 covers-several'],
      'step-4': ['M-1 covers-several'],
      'step-5': ['M-1 same-person'],
      'step-6': ['M-1 other-role'],
      'step-7': ['C-7 missing', 'M-1 missing'],
      'step-8': [],
      'step-8-dry-run': [],
      'step-8-commit': ['C-7.3 missing', 'M-1 missing'],
      'step-9': ['A-9 missing', 'M-1 missing'],
      'ruleset-activation': ['C-7.2 expired'],
      'input-trust': ['C-7.1 obtained'],
    });
    expect([authorised, required]).toEqual([1, 12]);
    expect(rules[0]).toMatchObject({
      rule: { id: 'M-1', consequence: 'COMMIT_FORBIDDEN' },
      inForce: ['M-1@2026-06-01', 'M-1@2026-06-02'],
      required: 10,
      obtained: 0,
    });
  });

  it('says which records count for something, and why the others do not', async () => {
    const { records } = await session.authorisations(asked('governance-handoff'));
    expect(
      Object.fromEntries(
        records.map(({ record, standing, why }) => [record.id, why?.code ?? standing]),
      ),
    ).toMatchObject({
      'rec-gpt-go': 'authorisation-advisory-only',
      'rec-c2-expired': 'authorisation-expired',
      'rec-batch-3-4': 'authorisation-covers-several',
      'rec-council-as-master': 'authorisation-other-role',
      'rec-c71': 'granted',
      'rec-vote-2a': 'granted',
    });
  });

  it('has for each step its probes before and after, rehearsal, report and stops', async () => {
    const request = asked('governance-handoff');
    const step = await session.stepAuthorisation(request, 'step-1');
    const probe = step?.probes.find((entry) => entry.probe.id === 'apr-action-types');
    expect(probe?.before).toMatchObject([{ operator: 'equals', value: 6 }]);
    expect(probe?.after).toMatchObject([{ operator: 'equals', value: 10 }]);
    expect(probe?.latest?.value).toBe(6);
    expect(step?.rehearsal?.result.verdict).toBe('passed');
    expect(step?.report?.fields.length).toBe(14);
    const fourth = await session.stepAuthorisation(request, 'step-4');
    expect(fourth?.stops.filter(({ holds }) => holds).map(({ id }) => id)).toContain('residue');
    expect(await session.stepAuthorisation(request, 'nowhere')).toBeUndefined();
  });
});

describe('the contract', () => {
  it('has 22 deliverables, 14 targets in the summary and 20 open boxes', async () => {
    const { contracts, checklists } = await session.content(asked('phase-contract'));
    const [contract] = contracts;
    const perCategory = contract?.contract.categories.map(
      ({ id }) =>
        contract.deliverables.filter(({ deliverable }) => deliverable.category === id).length,
    );
    expect(perCategory).toEqual([6, 2, 3, 1, 1, 3, 1, 5]);
    const summary = contract?.targets.filter(({ target }) => target.statedIn === 'summary');
    expect(summary?.length).toBe(14);
    expect(contract?.lines).toMatchObject({ least: 1720, most: 4540 });
    const boxes = checklists.flatMap(({ groups }) => groups.map((group) => group.boxes.length));
    expect(boxes).toEqual([4, 7, 5, 4]);
    expect(contract?.attempts).toEqual({ made: 1, rejected: 0 });
  });

  it('holds every deliverable to all of its limits, whatever a gate asks of it', async () => {
    const { contracts } = await session.content(asked('phase-contract'));
    const failing = (contracts[0]?.deliverables ?? [])
      .filter(({ result }) => result?.verdict !== 'passed')
      .map(({ deliverable, result }) => `${deliverable.number} ${result?.reason.code}`);
    expect(failing).toEqual([
      '4 deliverable-lines',
      '6 deliverable-pattern-forbidden',
      '8 deliverable-absent',
      '11 waived',
      '17 deliverable-pattern-missing',
      '19 deliverable-rows',
      '20 deliverable-rows',
    ]);
  });

  it('knows that nobody delivers the proof of one target', async () => {
    const { contracts } = await session.content(asked('phase-contract'));
    const target = contracts[0]?.targets.find((entry) => entry.target.id === 'router-decision');
    expect(target?.target.evidencePath).toBe('metrics/performance/model_router_latency.csv');
    expect(target?.deliveredBy).toBeUndefined();
    expect(target?.evidence).toBeUndefined();
    expect(target?.result?.verdict).not.toBe('passed');
  });

  it('has budgets of which thirty full days break the month', async () => {
    const { budgets } = await session.content(asked('phase-contract'));
    expect(budgets[0]).toMatchObject({ thirtyDays: 13_500, budget: { monthlyCap: 12_000 } });
    expect(budgets[0]?.checks.map(({ check }) => check)).toContain('consistent');
  });
});

describe('the index', () => {
  it('lists 47 files with four shared numbers', async () => {
    const { catalogue } = await session.content(asked('specs-index'));
    expect(catalogue.files).toBe(47);
    expect(
      Object.fromEntries(
        catalogue.collisions.map(({ number, documents }) => [number, documents.length]),
      ),
    ).toEqual({ 20: 2, 21: 2, 25: 6, 26: 4 });
  });

  it('leaves out numbers in phase 1, and none as a whole', async () => {
    const { catalogue } = await session.content(asked('specs-index'));
    const first = catalogue.gaps.find(({ phase }) => phase === 'phase 1');
    expect(first?.numbers).toEqual(['22', '23', '24', '26']);
    expect(catalogue.gaps.filter(({ phase }) => phase === undefined)).toEqual([]);
  });

  it('has steps without a document, and steps with several', async () => {
    const { catalogue } = await session.content(asked('specs-index'));
    expect(catalogue.uncovered).toEqual([
      {
        parent: 'phase 2',
        steps: ['04', '07', '08', '09', '10', '11', '14'].map((step) => `phase 2 step ${step}`),
      },
    ]);
    const shared = Object.fromEntries(
      catalogue.shared.map(({ step, documents }) => [step, documents.length]),
    );
    expect(shared).toMatchObject({ 'phase 2 step 15': 2, 'phase 2 step 21': 3 });
  });

  it('has two registers that differ, proposals under a lock, and files that nobody lists', async () => {
    const { catalogue } = await session.content(asked('specs-index'));
    expect(catalogue.differences.map(({ path }) => path)).toEqual([
      'docs/specs/26_rate_limiting_and_abuse_protection.md',
    ]);
    const marked = (remark: string) =>
      catalogue.entries.filter(({ remarks }) => remarks.some((entry) => entry === remark)).length;
    expect(marked('locked-proposed')).toBe(4);
    expect(marked('missing')).toBe(2);
    expect(catalogue.unlisted.length).toBe(2);
  });
});
