import type { ConditionVerdict } from '../../src/gates/types.ts';
import { reasonText } from '../core/wording.ts';
import { headlineText } from './headline.ts';
import { worseningText } from './issues.ts';
import type { CheckReport } from './judge.ts';

type Ending = 'failure' | 'error' | 'skipped' | undefined;

const endings: Readonly<Record<ConditionVerdict, Ending>> = {
  passed: undefined,
  failed: 'failure',
  missing: 'failure',
  stale: 'failure',
  unknown: 'error',
  waived: 'skipped',
  'not-applicable': 'skipped',
};

interface Case {
  readonly name: string;
  readonly ending: Ending;
  readonly type: string;
  readonly message: string;
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** JUnit XML: a suite for each gate, a case for each condition, and one suite for the whole answer. */
export function asJunit(report: CheckReport): string {
  const suites: Suite[] = report.gates.map(({ result, title, conditions }) => ({
    name: `${result.id} ${title}`,
    cases: conditions.map(({ result: condition }) => ({
      name: condition.title,
      ending: condition.blocking ? endings[condition.verdict] : softened(condition.verdict),
      type: condition.verdict,
      message: reasonText(condition.reason),
    })),
  }));
  const items = report.items.map(({ result, title }) => ({
    name: `${result.id} ${title}`,
    ending: ['complete', 'in-progress', 'ready'].includes(result.state)
      ? undefined
      : ('failure' as const),
    type: result.state,
    message: reasonText(result.reason),
  }));
  if (items.length > 0) suites.push({ name: 'Items', cases: items });
  if (report.scope === 'plan') {
    const rules = report.invariants.map(({ title, verdict, reason }) => ({
      name: title,
      ending:
        verdict === 'holds'
          ? undefined
          : verdict === 'violated'
            ? 'failure'
            : ('skipped' as Ending),
      type: verdict,
      message: reasonText(reason),
    }));
    if (rules.length > 0) suites.push({ name: 'Rules of the plan', cases: rules });
  }
  suites.push(...comparedSuites(report), {
    name: 'Answer',
    cases: [
      {
        name: report.worse === undefined ? 'What was asked' : 'Nothing got worse',
        ending: answers[report.exitCode],
        type: `exit-${report.exitCode}`,
        message: headlineText(report),
      },
    ],
  });
  const body = suites.map(({ name, cases }) => {
    const count = (ending: Ending): number =>
      cases.filter((entry) => entry.ending === ending).length;
    const head = `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
    return [
      `  <testsuite name="${xmlText(name)}" ${head} timestamp="${xmlText(report.asOf)}">`,
      ...cases.map((entry) => caseText(entry, name)),
      '  </testsuite>',
    ].join('\n');
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="wavegate ${xmlText(report.project.title)}">\n${body.join('\n')}\n</testsuites>\n`;
}

/** Of the whole run, so that whoever reads the report alone never sees more green than the exit code. */
const answers = [undefined, 'failure', 'error'] as const;

function comparedSuites({ worse = [], acceptsLoosened }: CheckReport): Suite[] {
  if (worse.length === 0) return [];
  return [
    {
      name: 'Compared with the baseline',
      cases: worse.map((entry) => {
        const { title, text } = worseningText(entry);
        const isAccepted = entry.kind === 'demand' && acceptsLoosened;
        return {
          name: title,
          ending: isAccepted ? 'skipped' : 'failure',
          type: entry.kind === 'demand' ? 'loosened' : 'worse',
          message: text,
        };
      }),
    },
  ];
}

/** A condition that only informs never fails a suite. */
const softened = (verdict: ConditionVerdict): Ending =>
  endings[verdict] === undefined ? undefined : 'skipped';

function caseText({ name, ending, type, message }: Case, suite: string): string {
  const open = `    <testcase name="${xmlText(name)}" classname="${xmlText(suite)}"`;
  return ending === undefined
    ? `${open}/>`
    : `${open}><${ending} type="${xmlText(type)}" message="${xmlText(message)}"/></testcase>`;
}

/** Characters that XML 1.0 cannot hold at all become a replacement character. */
function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
}
