import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256Hex } from '../../src/bundle/digest.ts';
import { writeBundle } from '../../src/bundle/write-bundle.ts';
import {
  conditionId,
  evidenceId,
  gateId,
  itemId,
  projectId,
  revisionId,
} from '../../src/model/ids.ts';
import type { ProjectContent } from '../../src/model/project.ts';

export interface SmallPlan {
  readonly failed?: number;
  readonly minCases?: number;
  readonly title?: string;
  readonly withoutEvidence?: boolean;
}

/** Two waves and one gate with tests, written to a folder. */
export function writeSmallBundle(folder: string, plan: SmallPlan = {}): string {
  const { failed = 0, minCases = 2, title = 'All tests pass', withoutEvidence = false } = plan;
  const bytes = new TextEncoder().encode(JSON.stringify({ failed }));
  const content: ProjectContent = {
    project: { id: projectId('small'), title: 'Small plan' },
    revision: { id: revisionId('r1'), createdAt: '2026-11-01T00:00:00Z' },
    items: [
      {
        id: itemId('W1'),
        kind: 'wave',
        title: 'First',
        declared: { state: 'in-progress' },
        source: { path: 'docs/plan.md', line: 7 },
      },
      { id: itemId('W2'), kind: 'wave', title: 'Second', declared: { state: 'not-started' } },
    ],
    dependencies: [{ item: itemId('W2'), on: itemId('W1') }],
    gates: [
      {
        id: gateId('G1'),
        title: 'Proof of the first',
        guards: [{ item: itemId('W1'), effect: 'complete' }],
        source: { path: 'docs/plan.md', line: 12 },
        conditions: [
          {
            id: conditionId('tests'),
            title,
            kind: 'tests',
            evidence: { kind: 'test-report' },
            minCases,
            maxFailed: 0,
          },
        ],
      },
    ],
    evidence: withoutEvidence
      ? []
      : [
          {
            id: evidenceId('report'),
            kind: 'test-report',
            name: 'Report',
            path: 'evidence/report.json',
            digest: { sha256: sha256Hex(bytes) },
            size: bytes.byteLength,
            collectedAt: '2026-11-01T00:00:00Z',
            facts: [{ type: 'tests', total: 3, passed: 3 - failed, failed }],
          },
        ],
  };
  const files = withoutEvidence ? [] : [['evidence/report.json', bytes] as const];
  for (const [path, content_] of writeBundle(content, { files: new Map(files) })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content_);
  }
  return folder;
}
