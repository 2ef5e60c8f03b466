import { visibleText } from '../../../lib/text/visible.ts';
import type { ContractReport, ReportCheck, ReportVerdict } from './contract-report.ts';

/** What the Markdown form needs to say, in the reader's language. */
export interface ReportTexts {
  readonly title: (contract: string) => string;
  readonly facts: (report: ContractReport) => readonly string[];
  readonly deliverables: string;
  readonly deliverableHead: readonly string[];
  readonly targets: string;
  readonly targetHead: readonly string[];
  readonly crossChecks: string;
  readonly definitionOfDone: string;
  readonly hits: (pattern: string, lines: readonly number[] | undefined) => string;
  readonly verdict: (verdict: string) => string;
  readonly target: (operator: string, value: number, unit: string) => string;
  readonly actual: (actual: NonNullable<ContractReport['targets'][number]['actual']>) => string;
}

/** The report as a Markdown document that reads well as plain text too. */
export function reportMarkdown(report: ContractReport, texts: ReportTexts): string {
  const verdictText = ({ verdict, text }: ReportVerdict): string =>
    [texts.verdict(verdict), text].filter((part) => part !== undefined).join(': ');
  const checks = (title: string, list: readonly ReportCheck[]): readonly string[] =>
    list.length === 0
      ? []
      : [`## ${cell(title)}`, '', ...list.flatMap((check) => checkLines(check, 0)), ''];
  const checkLines = (check: ReportCheck, depth: number): readonly string[] => [
    `${'  '.repeat(depth)}- **${cell(check.title)}** – ${cell(verdictText(check))}`,
    ...check.parts.flatMap((part) => checkLines(part, depth + 1)),
  ];
  return [
    `# ${cell(texts.title(report.contract.title))}`,
    '',
    ...texts.facts(report).map((fact) => `- ${cell(fact)}`),
    '',
    `## ${cell(texts.deliverables)}`,
    '',
    ...table(
      texts.deliverableHead,
      report.deliverables.map((entry) => [
        entry.number ?? entry.id,
        entry.title,
        entry.path,
        [
          entry.agreed.lines,
          entry.agreed.minRows === undefined ? undefined : `≥ ${entry.agreed.minRows}`,
        ]
          .filter((part) => part !== undefined)
          .join(', '),
        [entry.measured?.lines, entry.measured?.rows]
          .filter((part) => part !== undefined)
          .join(', '),
        [
          verdictText(entry),
          ...entry.patterns
            .filter(({ kind, holds }) => kind === 'forbidden' && holds === false)
            .map(({ pattern, lines }) => texts.hits(pattern, lines)),
        ].join('; '),
      ]),
    ),
    '',
    `## ${cell(texts.targets)}`,
    '',
    ...table(
      texts.targetHead,
      report.targets.map((entry) => [
        entry.title,
        texts.target(entry.operator, entry.value, entry.unit),
        entry.actual === undefined ? '' : texts.actual(entry.actual),
        verdictText(entry),
        entry.proof === undefined ? '' : entry.proof,
      ]),
    ),
    '',
    ...checks(texts.crossChecks, report.crossChecks),
    ...checks(texts.definitionOfDone, report.definitionOfDone),
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(line)];
}

/** Text of a bundle on one line, without anything that would end a cell or begin markup. */
function cell(text: string): string {
  return visibleText(text.replaceAll(/\s+/g, ' ').trim()).replaceAll(
    /[|<>[\]*_]|(?<=^)[#+-](?=\s)/g,
    (mark) => `\\${mark}`,
  );
}
