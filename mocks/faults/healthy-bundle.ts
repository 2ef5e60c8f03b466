/** Written as data, not in the types of the model: most bundles made of it are wrong on purpose. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };
export interface JsonObject {
  readonly [key: string]: Json;
}

export const createdAt = '2026-06-01T08:00:00Z';
const collectedAt = '2026-05-31T18:00:00Z';

/** Files of the healthy bundle beside its document. */
export const evidenceFiles = {
  'evidence/unit.json': '{\n  "total": 12,\n  "passed": 12,\n  "failed": 0\n}\n',
  'evidence/decision.json': '{\n  "decision": "go",\n  "openBlockers": 0\n}\n',
} as const;
export type EvidencePath = keyof typeof evidenceFiles;

/** A plan of three waves: the first is done and proven, the second may start, the third waits. */
export function healthyBundle(id: string, digestOf: (path: EvidencePath) => string): JsonObject {
  return {
    wavegate: '1.0.0',
    project: { id, title: `Sentinel ${id}`, itemWord: { one: 'wave', other: 'waves' } },
    revision: { id: 'r1', createdAt },
    sample: true,
    sampleNote: 'Made for tests.',
    items: [
      {
        id: 'A',
        kind: 'wave',
        title: 'Foundation',
        order: 1,
        declared: { state: 'complete', raw: 'done' },
        evidence: ['unit', 'decision'],
      },
      { id: 'B', kind: 'wave', title: 'Walls', order: 2 },
      { id: 'C', kind: 'wave', title: 'Roof', order: 3 },
    ],
    dependencies: [
      { item: 'B', on: 'A' },
      { item: 'C', on: 'B' },
    ],
    gates: [
      {
        id: 'gate-A',
        title: 'Foundation holds',
        guards: [{ item: 'A', effect: 'complete' }],
        declared: { verdict: 'passed', raw: 'go' },
        conditions: [
          {
            id: 'tests',
            kind: 'tests',
            title: 'Unit tests are green',
            evidence: { ids: ['unit'] },
            minCases: 10,
            maxFailed: 0,
          },
          {
            id: 'blockers',
            kind: 'value',
            title: 'No open blocker',
            evidence: 'decision',
            pointer: { kind: 'json', pointer: '/openBlockers' },
            operator: 'equals',
            target: 0,
          },
        ],
      },
    ],
    evidence: [
      {
        id: 'unit',
        kind: 'test-report',
        name: 'Unit tests',
        path: 'evidence/unit.json',
        mediaType: 'application/json',
        digest: { sha256: digestOf('evidence/unit.json') },
        size: evidenceFiles['evidence/unit.json'].length,
        collectedAt,
        facts: [{ type: 'tests', total: 12, passed: 12, failed: 0 }],
      },
      {
        id: 'decision',
        kind: 'gate-record',
        name: 'Decision record',
        path: 'evidence/decision.json',
        mediaType: 'application/json',
        digest: { sha256: digestOf('evidence/decision.json') },
        size: evidenceFiles['evidence/decision.json'].length,
        collectedAt,
        facts: [
          {
            type: 'value',
            pointer: { kind: 'json', pointer: '/openBlockers' },
            value: 0,
          },
        ],
      },
    ],
  };
}
