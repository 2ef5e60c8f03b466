import type {
  EdgeRow,
  ItemDetail,
  ItemRow,
  PlanSnapshot,
  PlanStructure,
} from '../../../derive/types.ts';
import type { ConditionResult, ItemState } from '../../../gates/types.ts';
import {
  conditionId,
  evidenceId,
  gateId,
  itemId,
  projectId,
  revisionId,
} from '../../../model/ids.ts';

/** A small plan with a phase, every standing of an edge, and a dependency that leads nowhere. */

const info = {
  id: projectId('waves'),
  title: 'Waves',
  itemWord: { one: 'wave', other: 'waves' },
};
const revision = { id: revisionId('r1'), createdAt: '2026-11-21T10:00:00Z' };

interface Line {
  readonly id: string;
  readonly title: string;
  readonly state: ItemState;
  readonly parent?: string;
  readonly pips?: ItemRow['pips'];
  readonly declared?: ItemRow['declared'];
}

const lines: readonly Line[] = [
  { id: 'P1', title: 'First phase', state: 'in-progress' },
  { id: 'W0', title: 'Contract', state: 'complete', parent: 'P1', pips: ['passed'] },
  { id: 'W1', title: 'Runtime', state: 'complete', parent: 'P1' },
  {
    id: 'W3',
    title: 'Tools and lifecycle',
    state: 'failed',
    parent: 'P1',
    pips: ['passed', 'passed', 'failed', 'missing', 'missing', 'failed'],
    declared: 'in-progress',
  },
  { id: 'W4', title: 'Files', state: 'blocked' },
  { id: 'W5', title: 'Access', state: 'blocked' },
];

const edges: readonly EdgeRow[] = [
  edge('W1', 'W0', 'satisfied'),
  edge('W3', 'W1', 'satisfied'),
  edge('W3', 'W0', 'satisfied', { redundant: true }),
  edge('W4', 'W3', 'blocking'),
  edge('W5', 'W4', 'waiting'),
  edge('W5', 'W0', 'optional'),
  edge('W5', 'lost', 'blocking', { dangling: true }),
];

function edge(
  item: string,
  on: string,
  status: EdgeRow['status'],
  more: Partial<EdgeRow> = {},
): EdgeRow {
  return {
    item: itemId(item),
    on: itemId(on),
    status,
    origin: 'explicit',
    redundant: false,
    dangling: false,
    ...more,
  };
}

export const sampleStructure: PlanStructure = {
  info,
  revision,
  sample: false,
  items: lines.map(({ id, title, parent }) => ({
    id: itemId(id),
    kind: parent === undefined && id === 'P1' ? 'phase' : 'wave',
    title,
    ...(parent !== undefined && { parent: itemId(parent) }),
  })),
  dependencies: edges.map(({ item, on, status }) => ({
    item,
    on,
    ...(status === 'optional' && { optional: true }),
  })),
};

const rows: readonly ItemRow[] = sampleStructure.items.map((item, at) => ({
  ...item,
  state: lines[at]?.state ?? 'ready',
  ownFailure: lines[at]?.state === 'failed',
  held: lines[at]?.state === 'blocked',
  readiness: lines[at]?.state === 'failed' ? 'failing' : 'unproven',
  permission: 'not-authorised',
  reason: { code: 'item-ready' },
  pips: lines[at]?.pips ?? [],
  numbers: [],
  hasChildren: item.kind === 'phase',
  ...(lines[at]?.declared !== undefined && { declared: lines[at].declared }),
}));

export const sampleSnapshot: PlanSnapshot = {
  info,
  revision,
  sample: false,
  asOf: '2026-11-21T12:00:00Z',
  asOfOrigin: 'now',
  bundle: {
    origin: 'test',
    formatVersion: '1.0',
    bundleId: '00',
    bytes: 0,
    counts: {
      items: rows.length,
      dependencies: edges.length,
      gates: 1,
      conditions: 2,
      evidence: 1,
      metrics: 0,
      points: 0,
      documents: 0,
      deliverables: 0,
      authorisationRules: 0,
    },
    problems: { fatal: 0, error: 0, warning: 0 },
    digests: { match: 1, mismatch: 0, absent: 0, unreadable: 0, unchecked: 0 },
  },
  items: rows,
  edges,
  gates: [],
  metrics: [],
  invariants: [],
  findings: [],
  answers: {
    headline: 'held',
    inScope: 5,
    complete: 2,
    held: 2,
    contradicted: [],
    stopped: [],
    causes: [],
    causeCount: 1,
    unblocking: { causes: [], count: 0, exact: true, atLeast: 0 },
    ready: [],
    inProgress: [],
    oneStepAway: [],
    criticalPath: [],
    critical: { basis: 'length', total: 0 },
    confidence: { passes: 0, verified: 0, fresh: 0, independent: 0 },
    progress: [],
  },
  notes: [],
};

const failing: ConditionResult = {
  id: conditionId('ssrf'),
  kind: 'tests',
  title: 'Forged requests are refused',
  statement: 'Every case of the report passes.',
  blocking: true,
  verdict: 'failed',
  reason: { code: 'tests-failed', params: { failed: 2, allowed: 0 } },
  expected: { value: 0, operator: 'at-most', of: 'failed' },
  actual: { value: 2, of: 'failed' },
  uses: [
    {
      evidence: evidenceId('tools-report'),
      pointer: { kind: 'lines', from: 212, to: 212 },
      digest: 'match',
    },
  ],
};

const gate = gateId('G-W3');

/** The detail of any item of the plan; W4 is held by the gate of W3. */
export function sampleDetail(id: string): ItemDetail | undefined {
  const row = rows.find((one) => one.id === id);
  const item = sampleStructure.items.find((one) => one.id === id);
  if (row === undefined || item === undefined) return undefined;
  const condition = {
    key: 'condition',
    subject: { kind: 'condition', gate, result: failing },
    reason: failing.reason,
    children: [],
  } as const;
  const held = {
    key: 'W3',
    subject: { kind: 'item', id: itemId('W3'), title: 'Tools and lifecycle', state: 'failed' },
    reason: { code: 'item-ready' },
    children: [condition],
  } as const;
  return {
    item,
    row,
    proof: {
      key: 'root',
      subject: { kind: 'item', id: row.id, title: row.title, state: row.state },
      reason: row.reason,
      children: id === 'W4' ? [held] : id === 'W3' ? [condition] : [],
    },
    gates:
      id === 'W3'
        ? [
            {
              gate: {
                id: gate,
                title: 'Tool security',
                guards: [{ item: row.id, effect: 'complete' }],
                conditions: [],
                nonBypassable: true,
              },
              result: {
                id: gate,
                verdict: 'failed',
                reason: failing.reason,
                conditions: [
                  failing,
                  {
                    ...failing,
                    id: conditionId('audit'),
                    title: 'Audit is exported',
                    verdict: 'passed',
                    uses: [],
                  },
                ],
                contradicts: false,
              },
              waivers: [],
            },
          ]
        : [],
    evidence: [],
    dependsOn: edges.filter((one) => one.item === id),
    dependents: edges.filter((one) => one.on === id),
    relations: [],
    children: rows.filter((one) => one.parent === id),
    release: { causes: [], count: 0, exact: true, atLeast: 0 },
    causes: [],
  };
}
