/** A place that looks like a secret; what it is, never the secret itself. */
export interface SecretFinding {
  readonly rule: string;
  /** 1-based. */
  readonly line: number;
}

export interface Redacted {
  readonly text: string;
  readonly findings: readonly SecretFinding[];
}

/**
 * Shapes of secrets, each with a bounded match. The first group, where there is one, is what is taken
 * out. Shapes are those that their issuers publish.
 */
const rules: readonly (readonly [string, RegExp])[] = [
  [
    'private-key',
    /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,20000}?(?:-----END (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----|$)/g,
  ],
  ['aws-access-key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g],
  ['github-token', /\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{60,255})\b/g],
  ['gitlab-token', /\bgl(?:pat|ptt|dt|rt|cbt)-[A-Za-z0-9_-]{20,64}\b/g],
  ['slack-token', /\bxox[abeoprs]-[A-Za-z0-9-]{10,250}\b/g],
  ['google-key', /\bAIza[0-9A-Za-z_-]{35}\b/g],
  ['stripe-key', /\b[rs]k_live_[0-9A-Za-z]{20,247}\b/g],
  ['npm-token', /\bnpm_[A-Za-z0-9]{36}\b/g],
  ['openai-key', /\bsk-(?:proj-|ant-)?[A-Za-z0-9_-]{32,200}\b/g],
  [
    'json-web-token',
    /\beyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{10,1000}/g,
  ],
  [
    'password-in-address',
    /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"'<>]{1,100}:([^\s/@"'<>]{3,200})@/g,
  ],
  [
    'assigned-secret',
    /\b(?:password|passwd|secret|token|api[_-]?key|access[_-]?key|client[_-]?secret|private[_-]?key)["']?\s{0,4}[:=]\s{0,4}["']([A-Za-z0-9+/_.~!@#$%^&*=-]{12,200})["']/gi,
  ],
  [
    'authorization-header',
    /\bauthorization["']?\s{0,4}[:=]\s{0,4}["']?(?:bearer|basic)\s{1,4}([A-Za-z0-9+/_.=~-]{16,2000})/gi,
  ],
];

/** Values that stand for a secret and are none. */
const placeholder =
  /^(?:x{3,}|\*{3,}|<.*>|\$\{.*\}|\{\{.*\}\}|changeme|example|your[_-].*|redacted.*|dummy.*|.*placeholder.*|(.)\1+)$/i;

/** Takes secrets out of a text; lines stay where they are, so that pointers go on to hold. */
export function redactSecrets(text: string): Redacted {
  let result = text;
  const findings: SecretFinding[] = [];
  for (const [rule, pattern] of rules) {
    result = result.replace(pattern, (whole: string, ...rest: unknown[]) => {
      const group = typeof rest[0] === 'string' ? rest[0] : undefined;
      const offset = rest.find((part): part is number => typeof part === 'number') ?? 0;
      const secret = group ?? whole;
      if (placeholder.test(secret) || secret.startsWith('[redacted:')) return whole;
      findings.push({ rule, line: lineAt(result, offset) });
      const breaks = secret.replace(/[^\n]/g, '');
      const mark = `[redacted:${rule}]${breaks}`;
      return group === undefined ? mark : whole.replace(group, () => mark);
    });
  }
  return { text: result, findings };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1))
    line += 1;
  return line;
}
