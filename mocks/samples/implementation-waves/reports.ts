import { cases, named, type SampleCase } from '../shared/test-reports.ts';

const ADDRESSES = [
  '127.0.0.1',
  '0.0.0.0',
  '10.0.0.5',
  '172.16.4.1',
  '192.168.1.20',
  '169.254.169.254',
  '100.64.0.9',
  '[::1]',
  '[fd00::12]',
  '[fe80::1]',
  '[::ffff:169.254.169.254]',
  'metadata.internal',
  '2130706433',
] as const;

/** 41 cases; the two that fail are those in which the address is only known after a hop. */
export const SSRF_CASES: readonly SampleCase[] = [
  ...ADDRESSES.flatMap((address) =>
    ['direct request', 'redirect', 'rebinding name'].map((way): SampleCase => {
      const entry = { suite: 'ssrf-blocking', name: `${way} to ${address} is refused`, millis: 23 };
      if (address === '[::ffff:169.254.169.254]' && way === 'redirect') {
        return { ...entry, outcome: 'failed', message: 'expected 403, got 200 after one redirect' };
      }
      if (address === '100.64.0.9' && way === 'rebinding name') {
        return {
          ...entry,
          outcome: 'failed',
          message: 'expected 403, got 200 on the second look-up',
        };
      }
      return entry;
    }),
  ),
  { suite: 'ssrf-blocking', name: 'file scheme is refused', millis: 4 },
  { suite: 'ssrf-blocking', name: 'gopher scheme is refused', millis: 4 },
];

export const RUNTIME_CASES: readonly SampleCase[] = [
  ...cases('ordered-replay', 24, (n) => `replay of log ${n} keeps its order`),
  ...named(
    'reconnect-recovery',
    'resumes after the last event that was seen',
    'resumes after a server restart',
    'gives up with a reason when the log is gone',
    'does not deliver an event twice',
  ),
  ...named('abort', 'stops the provider call', 'marks the run aborted', 'is idempotent'),
  ...named('job-replacement', 'newer job wins', 'older job emits nothing more'),
  ...named(
    'tenant-scoping',
    'a tenant sees its own streams only',
    'a guessed stream id gives not-found',
    'replay is scoped',
  ),
];

/** The provider suites; every one of them holds. */
export const PROVIDER_CASES: readonly SampleCase[] = [
  ...cases('openai', 18, (n) => `openai exchange ${n} is normalised`),
  ...cases('anthropic', 18, (n) => `anthropic exchange ${n} is normalised`),
  ...cases('google', 16, (n) => `google exchange ${n} is normalised`),
  ...named('model-registry', 'lists what is enabled', 'hides what is withdrawn', 'is cached'),
  ...named('endpoint-registry', 'maps a model to its endpoint', 'refuses an unknown endpoint'),
];

export const RESPONSES_CASES: readonly SampleCase[] = [
  ...cases('responses', 14, (n) => `responses exchange ${n}`),
  ...named(
    'continuation-round-trip',
    'a stored response continues where it stopped',
    'a stored response keeps its tool state',
  ),
];

/** Was in the report of revision 47 and is gone from the one of revision 48. */
export const USAGE_CASES: readonly SampleCase[] = named(
  'usage-round-trip',
  'input tokens survive storing',
  'output tokens survive storing',
  'cached tokens survive storing',
);

export const TOOL_CASES: readonly SampleCase[] = [
  ...named('mcp-oauth', 'code flow', 'state is checked', 'issuer is checked'),
  ...named('token-refresh', 'refreshes before expiry', 'refreshes once for parallel calls'),
  ...named('registry-lifecycle', 'registers', 'updates', 'retires and refuses calls'),
  ...named('direct-transport', 'streams a result', 'reports a transport error'),
  ...named('action-oauth', 'code flow of an action', 'refuses a foreign redirect'),
  ...named('action-import', 'imports an OpenAPI file', 'refuses a file without servers'),
];

export const ACCESS_CASES: readonly SampleCase[] = [
  ...cases('admin-routes', 22, (n) => `admin route ${n} is mounted and guarded`),
  ...named('config', 'public part shows no secret', 'signed-in part needs a session'),
  ...named('session-transport', 'cookie is HttpOnly', 'session ends on sign-out'),
  ...named('acl', 'deny wins', 'inheritance stops at the tenant', 'no grant means no'),
  ...named('account-routes', 'own profile', 'own deletion', 'not somebody else’s'),
  ...named('security-middleware', 'headers', 'rate limit', 'body limit'),
];
