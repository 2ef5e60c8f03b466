import { headlineText } from './headline.ts';
import { issuesOf } from './issues.ts';
import type { CheckReport } from './judge.ts';

const commands = { error: 'error', warning: 'warning', note: 'notice' } as const;

/** Workflow commands of GitHub Actions: each issue is shown at its line in the change. */
export function asAnnotations(report: CheckReport): string {
  const lines = issuesOf(report).map(({ level, title, text, file, line }) => {
    const properties = [
      ...(file === undefined ? [] : [`file=${property(file)}`]),
      ...(line === undefined ? [] : [`line=${line}`]),
      `title=${property(title)}`,
    ];
    return `::${commands[level]} ${properties.join(',')}::${data(text)}`;
  });
  return `${[...lines, `::notice title=wavegate::${data(headlineText(report))}`].join('\n')}\n`;
}

/** A line break or a percent sign in the text must not start another command. */
const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
