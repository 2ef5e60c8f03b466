import type { Condition, MetricCondition } from '../../../src/model/condition.ts';
import type { Gate, RecordedVerdict } from '../../../src/model/gate.ts';
import {
  authorisationRuleId,
  conditionId,
  evidenceId,
  gateId,
  itemId,
  metricId,
} from '../../../src/model/ids.ts';
import { days, present, suite, valueAt } from '../shared/conditions.ts';
import { TARGETS } from './metrics.ts';
import { at, type Rev } from './source.ts';

/** A proof package: what a wave must pass before it is signed off. */
function proof(
  gate: string,
  title: string,
  waves: readonly string[],
  owner: string,
  line: number | undefined,
  conditions: readonly Condition[],
  more: Partial<Gate> = {},
): Gate {
  return {
    id: gateId(gate),
    title,
    guards: waves.map((wave) => ({ item: itemId(wave), effect: 'complete' as const })),
    conditions,
    owner,
    ...(line === undefined ? {} : { source: at(line) }),
    ...more,
  };
}

/** One suite for each named behaviour of a wave, proven by a report that covers it. */
function behaviours(
  wave: string,
  names: Readonly<Record<string, string>>,
  more: Readonly<Record<string, Parameters<typeof suite>[3]>> = {},
): readonly Condition[] {
  return Object.entries(names).map(([id, title]) => suite(id, title, `${wave}/${id}`, more[id]));
}

function recorded(at: string, by: string, evidence: string): RecordedVerdict {
  return { verdict: 'passed', raw: 'PASS', at, by, evidence: [evidenceId(evidence)] };
}

/** A target that the document does not set; shown beside the proof, never in its way. */
function watched(rev: Rev, id: keyof (typeof TARGETS)['48'], title: string): MetricCondition {
  const target = TARGETS[rev][id];
  return {
    id: conditionId(id),
    kind: 'metric',
    title,
    blocking: false,
    metric: metricId(id),
    aggregate: target.aggregate,
    operator: target.operator,
    target: target.value,
    unit: target.unit,
    minSamples: target.minSamples,
  };
}

/** The proof packages of the blocking waves up to W5. */
export function firstGates(rev: Rev): readonly Gate[] {
  return [
    proof(
      'G-W0',
      'Hygiene freeze',
      ['W0'],
      'quality',
      30,
      [
        valueAt(
          'browser-rules',
          'GoRunChat browser proof rules are adopted',
          'E-W0-rules',
          '/browserProof/adopted',
          { operator: 'equals', target: true },
        ),
        valueAt(
          'route-rules',
          'GoRunChat route proof rules are adopted',
          'E-W0-rules',
          '/routeProof/adopted',
          { operator: 'equals', target: true },
        ),
        valueAt(
          'weak-async',
          'No weak asynchronous check is counted',
          'E-W0-rules',
          '/scan/weakAsyncCounted',
          { operator: 'equals', target: 0 },
        ),
        valueAt(
          'truthiness',
          'No truthiness-only assertion is counted',
          'E-W0-rules',
          '/scan/truthinessOnlyCounted',
          { operator: 'equals', target: 0 },
        ),
        suite('contract', 'Contract suite holds under these rules', 'W0/contract', {
          minCases: 12,
          maxFailed: 0,
        }),
      ],
      { declared: recorded('2026-10-16T14:50:00Z', 'h.lindqvist', 'E-gate-W0') },
    ),
    proof(
      'G-W1',
      'Runtime spine',
      ['W1'],
      'runtime',
      31,
      [
        ...behaviours('W1', {
          'ordered-replay': 'Replay keeps the order',
          'reconnect-recovery': 'A reconnect recovers',
          abort: 'Abort ends the run',
          'job-replacement': 'A newer job replaces the older one',
          'tenant-scoping': 'Tenants are kept apart',
        }),
        watched(rev, 'reconnect-recovery-time', 'Reconnect recovery time'),
        watched(rev, 'replay-lag', 'Replay lag'),
      ],
      rev === '48' ? { declared: recorded('2026-11-17T16:05:00Z', 'm.osei', 'E-gate-W1') } : {},
    ),
    proof(
      'G-W2',
      'Providers',
      ['W2'],
      'providers',
      32,
      [
        ...behaviours('W2', {
          openai: 'OpenAI behaves as normalised',
          anthropic: 'Anthropic behaves as normalised',
          google: 'Google behaves as normalised',
          'model-registry': 'Model registry',
          'endpoint-registry': 'Endpoint registry',
          responses: 'Responses behaviour',
          'usage-round-trip': 'A stored response keeps its usage',
          'continuation-round-trip': 'A stored response keeps its continuation state',
        }),
        watched(rev, 'usage-preserved', 'Share of round trips that keep usage'),
      ],
      { declared: recorded('2026-11-12T17:20:00Z', 'r.castellano', 'E-gate-W2') },
    ),
    proof('G-W3', 'Tool security', ['W3'], 'tools', 33, [
      ...behaviours('W3', {
        'mcp-oauth': 'MCP OAuth',
        'token-refresh': 'Tokens are refreshed',
        'registry-lifecycle': 'Registry life cycle',
        'ssrf-blocking': 'SSRF requests are blocked',
        'direct-transport': 'Direct transport of tool calls',
        'action-oauth': 'Action OAuth',
        'action-import': 'Actions are imported',
      }),
      present(
        'material-actions',
        'Material tool and MCP actions leave evidence',
        'audit-export',
        'W3/material-actions',
        { maxAge: days(30) },
      ),
    ]),
    proof(
      'G-W4',
      'Files and conversations',
      ['W4'],
      'content',
      34,
      behaviours('W4', {
        'file-validation': 'Files are validated',
        'attachment-routing': 'Attachments are routed',
        citations: 'Citations',
        'document-parsing': 'Documents are parsed',
        'conversation-lifecycle': 'Conversation life cycle',
        tags: 'Tags',
        'import-limits': 'Imports respect their limits',
        'destructive-content': 'Destructive handling of content',
      }),
    ),
    proof('G-W5', 'Access', ['W5'], 'access', 35, [
      ...behaviours(
        'W5',
        {
          'admin-routes': 'Admin routes are mounted',
          config: 'Configuration, public and signed in',
          'session-transport': 'Sign-in and session transport',
          'roles-and-grants': 'Rules for roles and grants',
          acl: 'Access control lists behave',
          'byok-mutation': 'Changes to own keys (BYOK)',
          'account-routes': 'Routes of the user account',
          'security-middleware': 'Security middleware',
          'utility-routes': 'Utility routes',
        },
        { 'roles-and-grants': { maxAge: days(14) } },
      ),
      {
        id: conditionId('council-record'),
        kind: 'authorisation',
        title: 'The council has allowed the change of access control',
        rule: authorisationRuleId('A-ACL'),
        step: itemId('W5'),
        owner: 'governance',
      },
    ]),
  ];
}
