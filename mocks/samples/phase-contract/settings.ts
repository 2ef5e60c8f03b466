import type { Scalar } from '../../../src/model/common.ts';
import type { Fact } from '../../../src/model/evidence.ts';
import { type Exhibit, exhibit } from '../shared/exhibit.ts';
import { type Json, scalarAt } from '../shared/records.ts';
import { measured } from './measure.ts';
import { deliverable, measurement } from './names.ts';

/** The budgets of the three phases, as the policy file must state them. */
export const BUDGET_POLICY = {
  phases: {
    '1': {
      daily_eur_cap: 450,
      monthly_eur_cap: 12000,
      providers: {
        openai: { max_tokens: 80000, models: ['gpt-4o-mini', 'gpt-4o'] },
        anthropic: { max_tokens: 60000, models: ['claude-3-5-sonnet-20241022'] },
        local: { max_tokens: 100000 },
      },
    },
    '2': {
      daily_eur_cap: 650,
      monthly_eur_cap: 16000,
      providers: { openai: { max_tokens: 120000 }, anthropic: { max_tokens: 100000 } },
    },
    '3': {
      daily_eur_cap: 900,
      monthly_eur_cap: 22000,
      providers: { openai: { max_tokens: 150000 }, anthropic: { max_tokens: 130000 } },
    },
  },
  alerts: {
    threshold_percent: 80,
    channels: [
      { type: 'slack', destination: '#finops-alerts' },
      { type: 'email', destination: 'finops@example.com' },
    ],
  },
} as const satisfies Json;

const ROUTING = {
  weights: { cost: 0.4, latency: 0.3, accuracy: 0.3 },
  providers: {
    openai: {
      models: { planning: 'gpt-4o-mini', coding: 'gpt-4o', review: 'gpt-4o-mini' },
      base_latency_ms: 800,
      cost_per_1k_tokens: { 'gpt-4o-mini': 0.00015, 'gpt-4o': 0.0025 },
    },
    anthropic: {
      models: {
        planning: 'claude-3-5-sonnet-20241022',
        coding: 'claude-3-5-sonnet-20241022',
        review: 'claude-3-5-sonnet-20241022',
      },
      base_latency_ms: 1200,
      cost_per_1k_tokens: { 'claude-3-5-sonnet-20241022': 0.003 },
    },
    local: {
      models: { planning: 'local-llm', coding: 'local-llm', review: 'local-llm' },
      base_latency_ms: 300,
      cost_per_1k_tokens: { 'local-llm': 0 },
    },
  },
  task_types: {
    planning: { preferred_provider: 'openai', fallback: 'local', max_tokens: 4000 },
    coding: { preferred_provider: 'anthropic', fallback: 'openai', max_tokens: 16000 },
    review: { preferred_provider: 'openai', fallback: 'local', max_tokens: 8000 },
  },
  failover: { max_retries: 3, retry_delay_ms: 500, fallback_provider: 'local' },
} as const satisfies Json;

const RESIDENCY = {
  vendors: {
    openai: vendor('eu-west-1', 'https://api.openai.com/v1'),
    anthropic: vendor('eu-central-1', 'https://api.anthropic.com/v1'),
    local: {
      region: 'on-premise',
      endpoint: 'http://localhost:8080',
      data_retention: true,
      training_data_opt_out: true,
      logging_enabled: true,
    },
  },
  enforcement: { block_non_eu_requests: true, alert_on_violation: true, log_all_requests: true },
} as const satisfies Json;

function vendor(region: string, endpoint: string) {
  return {
    region,
    endpoint,
    data_retention: false,
    training_data_opt_out: true,
    logging_enabled: false,
    compliance: ['GDPR', 'EU AI Act'],
  };
}

/**
 * Block-style YAML for maps, lists and scalars. An empty line stands between the top-level members
 * and between the members of the maps that are named in `airy`.
 */
function yaml(record: Json, airy: readonly string[] = []): string {
  const sections = entriesOf(record).map(([key, value]) => {
    const inner = entriesOf(value).map((entry) => block([entry], 1));
    return `${key}:\n${airy.includes(key) ? inner.join('\n') : inner.join('')}`;
  });
  return sections.join('\n');
}

function block(entries: readonly (readonly [string, Json])[], depth: number): string {
  const indent = '  '.repeat(depth);
  return entries
    .map(([key, value]) => {
      if (Array.isArray(value)) {
        return `${indent}${key}:\n${value.map((entry) => item(entry, depth + 1)).join('')}`;
      }
      return value !== null && typeof value === 'object'
        ? `${indent}${key}:\n${block(entriesOf(value), depth + 1)}`
        : `${indent}${key}: ${scalar(value)}\n`;
    })
    .join('');
}

function item(value: Json, depth: number): string {
  const indent = '  '.repeat(depth);
  if (value === null || typeof value !== 'object') return `${indent}- ${scalar(value)}\n`;
  return block(entriesOf(value), depth + 1).replace(`${indent}  `, `${indent}- `);
}

function entriesOf(value: Json): readonly (readonly [string, Json])[] {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.entries(value)
    : [];
}

function scalar(value: Scalar | readonly Json[]): string {
  return typeof value === 'string' && /[:#@]/.test(value) ? JSON.stringify(value) : String(value);
}

interface Setting {
  readonly number: number;
  readonly path: string;
  readonly record: Json;
  readonly airy?: readonly string[];
  readonly pointers: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

const SETTINGS: readonly Setting[] = [
  {
    number: 9,
    path: 'policies/finops.yaml',
    record: BUDGET_POLICY,
    pointers: [
      '/phases/1/daily_eur_cap',
      '/phases/1/monthly_eur_cap',
      '/phases/2/daily_eur_cap',
      '/phases/2/monthly_eur_cap',
      '/phases/3/daily_eur_cap',
      '/phases/3/monthly_eur_cap',
      '/alerts/threshold_percent',
    ],
    counts: { phases: 1, alerts: 1 },
  },
  {
    number: 10,
    path: 'configs/model_routing.yaml',
    record: ROUTING,
    airy: ['providers'],
    pointers: [
      '/providers/openai/base_latency_ms',
      '/providers/anthropic/base_latency_ms',
      '/providers/local/base_latency_ms',
      '/failover/fallback_provider',
    ],
    counts: {
      weights: 1,
      providers: 1,
      task_types: 1,
      failover: 1,
      openai: 1,
      anthropic: 1,
      local: 1,
    },
  },
  {
    number: 11,
    path: 'configs/vendor_residency.yaml',
    record: RESIDENCY,
    airy: ['vendors'],
    pointers: [
      '/vendors/openai/region',
      '/vendors/openai/endpoint',
      '/vendors/anthropic/region',
      '/vendors/local/region',
      '/enforcement/block_non_eu_requests',
    ],
    counts: {
      vendors: 1,
      enforcement: 1,
      openai: 1,
      anthropic: 1,
      local: 1,
    },
  },
];

/** The three configuration files. Values point into the YAML as into the same tree in JSON. */
export const SETTING_FILES: readonly Exhibit[] = SETTINGS.map((setting) => {
  const text = yaml(setting.record, setting.airy);
  const values = setting.pointers.map(
    (pointer): Fact => ({
      type: 'value',
      pointer: { kind: 'json', pointer },
      value: scalarAt(setting.record, pointer),
    }),
  );
  return exhibit(
    {
      id: measurement(setting.number),
      kind: 'configuration',
      path: setting.path,
      mediaType: 'application/yaml',
      collectedAt: '2026-11-19T18:00:00Z',
      observedAt: '2026-11-16T09:00:00Z',
      producer: { id: 'repository' },
      covers: [deliverable(setting.number)],
    },
    text,
    [measured(setting.path, text, { counts: setting.counts }), ...values],
  );
});
