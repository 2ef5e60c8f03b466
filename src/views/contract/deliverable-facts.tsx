import { type ReactNode, useRef } from 'react';
import type { DeliverableDetail, PatternCount } from '../../derive/contracts.ts';
import { EvidenceLink } from '../../parts/links.tsx';
import { Badge } from '../../ui/badge.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import type { StateTone } from '../../ui/state.ts';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import { useIntoView } from '../../ui/use-into-view.ts';
import styles from './contract.module.css';
import { Verdict } from './verdict.tsx';
import { useContractWords } from './words/use-contract-words.ts';

/** One deliverable in full: each check with its verdict, each pattern with where it was found. */
export function DeliverableFacts({ detail }: { readonly detail: DeliverableDetail }): ReactNode {
  const words = useContractWords();
  const place = useRef<HTMLDivElement>(null);
  useIntoView(place, true);
  const { deliverable, checks, measured, patterns } = detail;
  const { purpose, requirements, mustContain, minCounts, columns } = deliverable;
  const counts = Object.entries(minCounts ?? {});
  return (
    <div ref={place} className={styles.factGrid}>
      <div>
        {purpose !== undefined && (
          <p>
            <SafeText text={purpose} multiline />
          </p>
        )}
        <ul className={styles.list}>
          {checks.map(({ check, result }) => (
            <li key={check}>
              <strong>{words.check[check]}</strong> <Verdict result={result} />
            </li>
          ))}
        </ul>
        {measured !== undefined && (
          <p className={styles.quiet}>
            {words.evidence}{' '}
            <EvidenceLink evidence={measured.evidence}>
              <CodeRef code={measured.evidence} id />
            </EvidenceLink>
          </p>
        )}
      </div>
      <div>
        {(['required', 'forbidden'] as const).map((kind) => (
          <Patterns
            key={kind}
            title={words[kind]}
            patterns={patterns.filter((entry) => entry.kind === kind)}
            evidence={measured?.evidence}
          />
        ))}
      </div>
      <div>
        {(counts.length > 0 || (columns ?? []).length > 0 || (mustContain ?? []).length > 0) && (
          <>
            <h3 className={styles.subheading}>{words.contains}</h3>
            <p className={styles.badges}>
              {counts.map(([name, least]) => (
                <Badge key={name}>
                  <SafeText
                    text={`${name}: ${words.atLeast(least)}, ${measured?.file.counts?.[name] ?? words.notMeasured}`}
                  />
                </Badge>
              ))}
              {[...(columns ?? []), ...(mustContain ?? []).map(({ name }) => name)].map((name) => (
                <Badge key={name} look="outline">
                  <SafeText text={name} />
                </Badge>
              ))}
            </p>
          </>
        )}
        {(requirements ?? []).length > 0 && (
          <>
            <h3 className={styles.subheading}>{words.requirements}</h3>
            <ul className={styles.plain}>
              {(requirements ?? []).map((text) => (
                <li key={text}>
                  <SafeText text={text} />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}

function Patterns({
  title,
  patterns,
  evidence,
}: {
  readonly title: string;
  readonly patterns: readonly PatternCount[];
  readonly evidence: string | undefined;
}): ReactNode {
  const words = useContractWords();
  if (patterns.length === 0) return null;
  return (
    <>
      <h3 className={styles.subheading}>{title}</h3>
      <ul className={styles.patterns}>
        {patterns.map(({ rule, kind, count, lines, holds }) => {
          const tone: StateTone = holds === undefined ? 'missing' : holds ? 'passed' : 'failed';
          const [first] = lines ?? [];
          return (
            <li key={rule.id}>
              <StateGlyph tone={tone} size={12} />
              <CodeRef code={rule.pattern} most={32} />
              <span className={styles.quiet}>
                {kind === 'required' ? words.atLeast(rule.minCount ?? 1) : words.noneAllowed}
              </span>
              <span className={styles.number}>
                {count ?? words.notMeasured}
                {first !== undefined && evidence !== undefined && lines !== undefined && (
                  <>
                    {' '}
                    <EvidenceLink
                      evidence={evidence}
                      pointer={{ kind: 'lines', from: first, to: first }}
                    >
                      {words.atLines(lines.join(', '))}
                    </EvidenceLink>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
