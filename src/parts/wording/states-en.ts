import type {
  ConditionVerdict,
  GateVerdict,
  ItemState,
  Permission,
  Readiness,
} from '../../gates/types.ts';
import type { DigestState } from '../../model/evidence.ts';
import type { DeclaredState } from '../../model/plan.ts';

/** The word for every state and verdict; the only place that has them. */
export interface StateWords {
  readonly condition: Readonly<Record<ConditionVerdict, string>>;
  readonly gate: Readonly<Record<GateVerdict, string>>;
  readonly item: Readonly<Record<ItemState, string>>;
  readonly declared: Readonly<Record<DeclaredState, string>>;
  readonly readiness: Readonly<Record<Readiness, string>>;
  readonly permission: Readonly<Record<Permission, string>>;
  readonly digest: Readonly<Record<DigestState | 'unchecked' | 'unrecorded', string>>;
  readonly recorded: Readonly<Record<'passed' | 'failed' | 'unknown', string>>;
  /** One of these words inside a sentence. */
  readonly inside: (word: string) => string;
}

export const en: StateWords = {
  condition: {
    passed: 'Passes',
    failed: 'Fails',
    missing: 'Evidence missing',
    stale: 'Stale',
    unknown: 'Cannot be judged',
    waived: 'Waived',
    'not-applicable': 'Does not apply',
  },
  gate: {
    passed: 'Passes',
    failed: 'Fails',
    unknown: 'Cannot be judged',
    stale: 'Stale',
    missing: 'Evidence missing',
  },
  item: {
    complete: 'Complete',
    contradicted: 'Contradicted',
    stopped: 'Stopped',
    failed: 'Failed',
    'in-progress': 'In progress',
    ready: 'Ready',
    blocked: 'Blocked',
    deferred: 'Deferred',
  },
  declared: {
    'not-started': 'not started',
    'in-progress': 'in progress',
    complete: 'complete',
    blocked: 'blocked',
    failed: 'failed',
    deferred: 'deferred',
    reopened: 'reopened',
    stopped: 'stopped',
    unknown: 'not understood',
  },
  readiness: {
    proven: 'Proven',
    failing: 'Proof fails',
    unproven: 'Not proven',
    'not-required': 'No proof required',
  },
  permission: {
    authorised: 'Authorised',
    'not-authorised': 'Not authorised',
    expired: 'Authorisation expired',
    forbidden: 'Forbidden',
    'not-required': 'No authorisation required',
  },
  digest: {
    match: 'Digest matches',
    mismatch: 'Digest differs',
    absent: 'File is missing',
    unreadable: 'File cannot be read',
    unchecked: 'Not compared yet',
    unrecorded: 'No digest recorded',
  },
  recorded: { passed: 'passed', failed: 'failed', unknown: 'not understood' },
  inside: (word) => word.toLowerCase(),
};
