import { formatCount } from '../../src/lib/format/list.ts';
import { plain } from '../core/io.ts';
import { reasonText } from '../core/wording.ts';
import { headlineText, keysText } from './headline.ts';
import { worseningText } from './issues.ts';
import type { CheckReport } from './judge.ts';

const mostCauses = 8;

/** For a comment or a job summary. Text of the plan cannot become markup or a mention. */
export function asMarkdown(report: CheckReport): string {
  const items = report.project.itemWord ?? { one: 'item', other: 'items' };
  const mark = (['✅', '❌', '❔'] as const)[report.exitCode];
  const lines = [
    `### ${mark} ${inert(headlineText(report))}`,
    '',
    `${inert(report.project.title)} · ${inert(report.revision.label ?? report.revision.id)} · as of ${report.asOf} · bundle \`${report.bundleId.slice(0, 12)}\`${report.sample ? ' · **sample data**' : ''}`,
  ];
  if (report.keys !== undefined) lines.push('', inert(keysText(report.keys)));
  for (const worse of report.worse ?? []) {
    lines.push(
      worse.kind === 'demand'
        ? `- **Loosened**${report.acceptsLoosened ? ', accepted' : ''}: ${inert(worseningText(worse).title)}, ${inert(worseningText(worse).text)}`
        : `- ${worse.kind} ${inert(worse.id)} ${inert(worse.title)}: ${worse.before} → ${worse.after}`,
    );
  }
  const causes = report.causes.slice(0, mostCauses);
  if (causes.length > 0) {
    lines.push('', `| what holds it back | why | frees |`, '| --- | --- | --- |');
    for (const cause of causes) {
      const subject =
        cause.item === undefined
          ? inert(cause.title)
          : `**${inert(cause.item)}** ${inert(cause.title)}`;
      const effect =
        cause.releaseCount > 0
          ? formatCount(cause.releaseCount, items)
          : cause.holdCount > 0
            ? `with others, of ${cause.holdCount}`
            : '';
      lines.push(`| ${subject} | ${inert(reasonText(cause.reason))} | ${effect} |`);
    }
  }
  const gates = report.gates.filter(
    ({ result }) => report.scope === 'named' || result.verdict !== 'missing',
  );
  if (gates.length > 0) {
    lines.push('', '| gate | verdict | conditions met |', '| --- | --- | --- |');
    for (const { result, title, conditions } of gates) {
      const met = conditions.filter(({ result: { verdict } }) =>
        ['passed', 'waived', 'not-applicable'].includes(verdict),
      ).length;
      lines.push(
        `| **${inert(result.id)}** ${inert(title)} | ${result.verdict} | ${met} of ${conditions.length} |`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

function inert(text: string): string {
  return plain(text)
    .replace(/[\\`*_{}[\]<>()#+!|~]/g, (character) => `\\${character}`)
    .replaceAll('@', '@\u200b');
}
