import { probeId } from '../../../src/model/ids.ts';
import type { Exhibit, ExhibitInfo } from '../shared/exhibit.ts';
import { jsonRecord, markdown, textLog } from '../shared/records.ts';
import { lines } from '../shared/sample-bundle.ts';
import { cases, ctrfReport, junitReport, type SampleCase } from '../shared/test-reports.ts';
import {
  ACCESS_CASES,
  PROVIDER_CASES,
  RESPONSES_CASES,
  RUNTIME_CASES,
  SSRF_CASES,
  TOOL_CASES,
  USAGE_CASES,
} from './reports.ts';
import { COMMITS, type Rev } from './source.ts';
import { LABELLED } from './waves.ts';

/** Who ran it and when; every report comes from the same pipeline. */
function run(
  id: string,
  path: string,
  wave: string,
  reported: readonly SampleCase[],
  collectedAt: string,
  commit: string,
): ExhibitInfo {
  const suites = new Set(reported.map((entry) => entry.suite));
  return {
    id,
    kind: 'test-report',
    path,
    collectedAt,
    collector: { name: 'pipeline', version: '4.1.0' },
    runUrl: `https://ci.example/waves/${id}`,
    commit,
    producer: { id: 'ci' },
    covers: [wave, ...[...suites].map((suite) => `${wave}/${suite}`)],
  };
}

/** W0: the rules of proof, and three reports of which they admit one. */
function hygiene(): readonly Exhibit[] {
  const contract = cases('contract', 12, (n) => `contract clause ${n}`);
  const at = '2026-10-16T13:20:00Z';
  const commit = '90b7d2c4e1f38a6655d0412c7fa9be8130d6e2f4';
  const report = (id: string, path: string) => run(id, path, 'W0', contract, at, commit);
  return [
    jsonRecord(
      {
        id: 'E-W0-rules',
        kind: 'adoption-record',
        path: 'evidence/w0/proof-rules.json',
        collectedAt: at,
        producer: { id: 'quality' },
        covers: ['W0'],
        commit,
      },
      {
        browserProof: { source: 'GoRunChat', adopted: true },
        routeProof: { source: 'GoRunChat', adopted: true },
        scan: {
          reports: 3,
          weakAsyncFound: 4,
          weakAsyncCounted: 0,
          truthinessOnlyFound: 9,
          truthinessOnlyCounted: 0,
        },
      },
      [
        '/browserProof/adopted',
        '/routeProof/adopted',
        '/scan/weakAsyncCounted',
        '/scan/truthinessOnlyCounted',
      ],
    ),
    junitReport(report('E-W0-contract', 'evidence/w0/contract.xml'), { cases: contract }),
    junitReport(
      {
        ...report('E-W0-contract-sleepy', 'evidence/w0/contract-sleepy.xml'),
        inadmissible: { reason: 'weak-asynchronous-wait' },
      },
      { cases: contract },
    ),
    ctrfReport(
      {
        ...report('E-W0-contract-truthy', 'evidence/w0/contract-truthy.json'),
        inadmissible: { reason: 'truthiness-only-assertion' },
      },
      { tool: 'legacy-runner', cases: contract },
    ),
  ];
}

/** W1: revision 47 has a tenant that sees a foreign replay; revision 48 has it mended. */
function runtime(rev: Rev): Exhibit {
  const reported =
    rev === '48'
      ? RUNTIME_CASES
      : RUNTIME_CASES.map(
          (entry): SampleCase =>
            entry.name === 'replay is scoped'
              ? { ...entry, outcome: 'failed', message: 'event of tenant b in replay of tenant a' }
              : entry,
        );
  const at = rev === '48' ? '2026-11-17T15:40:00Z' : '2026-11-12T08:05:00Z';
  return junitReport(
    run('E-W1-runtime', 'evidence/w1/runtime-spine.xml', 'W1', reported, at, COMMITS[rev]),
    { cases: reported },
  );
}

/** W2: the Responses report was replaced under its name and lost a suite on the way. */
function providers(rev: Rev): readonly Exhibit[] {
  const responses = rev === '48' ? RESPONSES_CASES : [...RESPONSES_CASES, ...USAGE_CASES];
  const at = rev === '48' ? '2026-11-19T22:10:00Z' : '2026-11-12T16:55:00Z';
  return [
    junitReport(
      run(
        'E-W2-providers',
        'evidence/w2/providers.xml',
        'W2',
        PROVIDER_CASES,
        '2026-11-12T16:50:00Z',
        COMMITS['47'],
      ),
      { cases: PROVIDER_CASES },
    ),
    ctrfReport(
      run('E-W2-responses', 'evidence/w2/responses.json', 'W2', responses, at, COMMITS[rev]),
      { tool: 'vitest', cases: responses },
    ),
  ];
}

/** W3: all but SSRF holds. */
function tools(rev: Rev): readonly Exhibit[] {
  const at = rev === '48' ? '2026-11-20T09:12:00Z' : '2026-11-12T09:12:00Z';
  return [
    junitReport(run('E-W3-tools', 'evidence/w3/tools.xml', 'W3', TOOL_CASES, at, COMMITS[rev]), {
      cases: TOOL_CASES,
    }),
    junitReport(
      run('E-W3-ssrf', 'evidence/w3/tools-ssrf.xml', 'W3', SSRF_CASES, at, COMMITS[rev]),
      { cases: SSRF_CASES },
    ),
    jsonRecord(
      {
        id: 'E-W3-actions',
        kind: 'audit-export',
        path: 'evidence/w3/material-actions.json',
        collectedAt: at,
        producer: { id: 'audit' },
        commit: COMMITS[rev],
        covers: ['W3', 'W3/material-actions'],
      },
      { exported: at, toolCalls: 214, mcpActions: 57, withoutRecord: 0 },
      ['/toolCalls', '/mcpActions', '/withoutRecord'],
    ),
  ];
}

/** W5: the rules for roles were last proven five weeks ago; own keys were never proven. */
function access(): readonly Exhibit[] {
  const roles = cases('roles-and-grants', 17, (n) => `rule ${n} for roles and grants`);
  return [
    junitReport(
      run(
        'E-W5-access',
        'evidence/w5/access.xml',
        'W5',
        ACCESS_CASES,
        '2026-11-19T18:30:00Z',
        COMMITS['48'],
      ),
      { cases: ACCESS_CASES },
    ),
    junitReport(
      run(
        'E-W5-roles',
        'evidence/w5/roles.xml',
        'W5',
        roles,
        '2026-10-15T18:30:00Z',
        '7d20f3b8c6a915e4402f88bd13c0e9a4571b62fe',
      ),
      { cases: roles },
    ),
    textLog(
      {
        id: 'E-W5-chat',
        kind: 'statement',
        path: 'evidence/w5/council-chat.txt',
        collectedAt: '2026-11-18T11:02:00Z',
        producer: { id: 'planning-assistant', advisory: true },
        covers: ['W5'],
      },
      lines(
        '2026-11-18T11:00:41Z a.ferreira: can we change the access lists this week?',
        '2026-11-18T11:01:57Z planning-assistant: the council seems in favour, go ahead',
      ),
    ),
  ];
}

/** Where the label is found on surfaces that are already visible. */
function labels(rev: Rev): Exhibit {
  const at = rev === '48' ? '2026-11-20T07:00:00Z' : '2026-11-13T07:00:00Z';
  return jsonRecord(
    {
      id: 'E-labels',
      kind: 'probe-run',
      path: 'evidence/labels/enterprise-ready.json',
      collectedAt: at,
      observedAt: at,
      producer: { id: 'ci' },
      commit: COMMITS[rev],
      covers: LABELLED,
    },
    { label: 'enterprise-ready', count: LABELLED.length, waves: LABELLED },
    ['/waves'],
    [
      {
        type: 'observation',
        probe: probeId('enterprise-ready-labels'),
        value: LABELLED.length,
        at,
        pointer: { kind: 'json', pointer: '/count' },
      },
    ],
  );
}

/** Early evidence of waves that have not begun. */
function early(): readonly Exhibit[] {
  const files = cases('file-validation', 9, (n) => `file ${n} is judged by its bytes`);
  const chat = cases('chat-paths', 11, (n) => `chat component state ${n}`);
  return [
    junitReport(
      run(
        'E-W4-files',
        'evidence/w4/files.xml',
        'W4',
        files,
        '2026-11-18T12:00:00Z',
        COMMITS['48'],
      ),
      { cases: files },
    ),
    ctrfReport(
      {
        ...run(
          'E-W8-components',
          'evidence/w8/components.json',
          'W8',
          chat,
          '2026-11-18T14:45:00Z',
          COMMITS['48'],
        ),
        strength: 'isolated-component',
        covers: ['W8', 'W8/browser', 'W8/components'],
      },
      { tool: 'vitest', cases: chat },
    ),
    markdown(
      {
        id: 'E-W9-notes',
        kind: 'document',
        path: 'evidence/w9/boundary-notes.md',
        collectedAt: '2026-11-05T10:00:00Z',
        producer: { id: 'integration' },
        covers: ['W9'],
      },
      lines(
        '# Boundary between Go and Rust',
        '',
        '- Go starts the app-server and speaks to it over its protocol.',
        '- Whatever Codex decides stays on the Rust side.',
      ),
    ),
  ];
}

function gateRecord(gate: string, at: string, by: string): Exhibit {
  return jsonRecord(
    {
      id: `E-gate-${gate}`,
      kind: 'gate-record',
      path: `evidence/gates/${gate.toLowerCase()}.json`,
      collectedAt: at,
      producer: { id: by },
      covers: [gate],
    },
    { gate: `G-${gate}`, verdict: 'PASS', decidedAt: at, decidedBy: by },
    ['/verdict'],
  );
}

/** All evidence of a revision but the metric files. */
export function exhibits(rev: Rev): readonly Exhibit[] {
  return [
    ...hygiene(),
    runtime(rev),
    ...providers(rev),
    ...tools(rev),
    ...(rev === '48' ? [...access(), ...early()] : []),
    labels(rev),
    gateRecord('W0', '2026-10-16T14:50:00Z', 'h.lindqvist'),
    gateRecord('W2', '2026-11-12T17:20:00Z', 'r.castellano'),
    ...(rev === '48' ? [gateRecord('W1', '2026-11-17T16:05:00Z', 'm.osei')] : []),
  ];
}
