import { issuesOf } from './issues.ts';
import type { CheckReport } from './judge.ts';

/**
 * SARIF 2.1.0, as code hosts read it. A result without a place in the repository stands at the bundle.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/
 */
export function asSarif(report: CheckReport, version: string): string {
  const issues = issuesOf(report);
  const rules = [...new Set(issues.map(({ rule }) => rule))].sort();
  return `${JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'wavegate', version, rules: rules.map((id) => ({ id })) } },
          results: issues.map(({ rule, level, title, text, file, line }) => ({
            ruleId: rule,
            ruleIndex: rules.indexOf(rule),
            level,
            message: { text: `${title}. ${text}` },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: encodePath(file ?? 'bundle.json') },
                  region: { startLine: line ?? 1 },
                },
              },
            ],
          })),
        },
      ],
    },
    null,
    2,
  )}\n`;
}

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
