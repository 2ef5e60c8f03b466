import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ContractDetail } from '../../../derive/contracts.ts';
import { useSnapshot } from '../../../parts/project-context.tsx';
import { useValues } from '../../../parts/use-values.ts';
import { useReasonText } from '../../../parts/wording/reasons/reasons.ts';
import { useStateWords } from '../../../parts/wording/states.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { saveBlob } from '../../../ui/save-file.ts';
import { useToasts } from '../../../ui/toasts.tsx';
import { useFormat } from '../../../ui/wording/use-format.ts';
import styles from '../contract.module.css';
import { useContractWords } from '../words/use-contract-words.ts';
import { contractReport } from './contract-report.ts';
import { type ReportTexts, reportMarkdown } from './report-markdown.ts';

/** Saves what the page shows, for people as Markdown and for programs as JSON. */
export function ReportButtons({ detail }: { readonly detail: ContractDetail }): ReactNode {
  const words = useContractWords();
  const toasts = useToasts();
  const snapshot = useSnapshot();
  const say = useReasonText();
  const texts = useReportTexts();
  const save = (ending: 'md' | 'json'): void => {
    const report = contractReport(detail, snapshot, say);
    const text =
      ending === 'json' ? `${JSON.stringify(report, null, 2)}\n` : reportMarkdown(report, texts);
    const name = `contract-${safeName(detail.contract.id)}-${safeName(snapshot.revision.id)}.${ending}`;
    const type = ending === 'json' ? 'application/json' : 'text/markdown';
    saveBlob(new Blob([text], { type: `${type};charset=utf-8` }), name);
    toasts.add({ title: words.saved(name) });
  };
  return (
    <div className={styles.tools}>
      <Button icon={<Icon of={Download} />} onClick={() => save('md')}>
        {words.saveMarkdown}
      </Button>
      <Button icon={<Icon of={Download} />} onClick={() => save('json')}>
        {words.saveJson}
      </Button>
    </div>
  );
}

function useReportTexts(): ReportTexts {
  const words = useContractWords();
  const states = useStateWords();
  const values = useValues();
  const format = useFormat();
  const verdicts = new Map<string, string>(Object.entries(states.condition));
  return {
    title: words.reportTitle,
    facts: ({ project, revision, bundle, asOf, summary }) =>
      words.reportFacts({
        project: project.title,
        sample: project.sample,
        revision,
        bundle,
        asOf: format.exactTime(asOf) ?? asOf,
        deliverables: words.of(summary.deliverables.met, summary.deliverables.of),
        targets: words.of(summary.targets.met, summary.targets.of),
        attempts: words.attemptsUsed(summary.attempts.made, summary.attempts.limit),
      }),
    deliverables: words.deliverables,
    deliverableHead: [
      words.number,
      words.deliverable,
      words.path,
      words.limits,
      words.measured,
      words.verdict,
    ],
    targets: words.target,
    targetHead: [words.target, words.wanted, words.measured, words.verdict, words.proof],
    crossChecks: words.crossChecks,
    definitionOfDone: words.definitionOfDone,
    hits: (pattern, lines) => words.hitLines(pattern, (lines ?? []).join(', ')),
    verdict: (verdict) => verdicts.get(verdict) ?? verdict,
    target: (operator, value, unit) => values.target({ operator, value }, unit),
    actual: ({ of, value, unit }) =>
      [of, values.scalar(value, unit)].filter((part) => part !== undefined).join(' '),
  };
}

/** An id as part of a file name. */
function safeName(id: string): string {
  return id.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_').slice(0, 60);
}
