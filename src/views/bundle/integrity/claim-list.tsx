import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EvidenceLink, GateLink } from '../../../parts/links.tsx';
import { useOpenProject } from '../../../parts/project-context.tsx';
import type { IntegrityReport } from '../../../queries/integrity-types.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { ToneText } from '../../../ui/page-heading.tsx';
import { CodeRef, SafeText } from '../../../ui/safe-text.tsx';
import type { StateTone } from '../../../ui/state.ts';
import { StateBadge } from '../../../ui/state-glyph.tsx';
import { useFormat } from '../../../ui/wording/use-format.ts';
import styles from './integrity.module.css';
import { useIntegrityWords } from './words/use-integrity-words.ts';

type ClaimState = IntegrityReport['intact']['state'];

const tones: Readonly<Record<ClaimState, StateTone>> = {
  holds: 'passed',
  broken: 'failed',
  unknown: 'unknown',
  unclaimed: 'not-reached',
};

/** Entries of a list that are shown one by one. */
const mostListed = 200;

/** The four claims, never one mark for all. */
export function ClaimList({ report }: { readonly report: IntegrityReport }): ReactNode {
  return (
    <ul className={styles.claims}>
      <Claim name="intact" state={report.intact.state}>
        <Intact claim={report.intact} />
      </Claim>
      <Claim name="complete" state={report.complete.state}>
        <Complete claim={report.complete} />
      </Claim>
      <Claim name="authentic" state={report.authentic.state}>
        <Authentic claim={report.authentic} />
      </Claim>
      <Claim name="recomputed" state={report.recomputed.state}>
        <Recomputed claim={report.recomputed} />
      </Claim>
    </ul>
  );
}

function Claim({
  name,
  state,
  children,
}: {
  readonly name: 'intact' | 'complete' | 'authentic' | 'recomputed';
  readonly state: ClaimState;
  readonly children: ReactNode;
}): ReactNode {
  const words = useIntegrityWords();
  const { title, means } = words.claims[name];
  return (
    <li className={styles.claim}>
      <h3 className={styles.claimHead}>
        <span>{title}</span>
        <StateBadge tone={tones[state]} word={words.states[state]} />
      </h3>
      <p className={styles.quiet}>{means}</p>
      {children}
    </li>
  );
}

/** A list that opens, with its end counted. */
function Found<T>({
  title,
  entries,
  keyOf,
  children,
}: {
  readonly title: string;
  readonly entries: readonly T[];
  readonly keyOf: (entry: T) => string;
  readonly children: (entry: T) => ReactNode;
}): ReactNode {
  const words = useIntegrityWords();
  if (entries.length === 0) return null;
  return (
    <Disclosure summary={<ToneText tone="failed">{title}</ToneText>} defaultOpen>
      <ul className={styles.list}>
        {entries.slice(0, mostListed).map((entry) => (
          <li key={keyOf(entry)}>{children(entry)}</li>
        ))}
        {entries.length > mostListed && <li>{words.more(entries.length - mostListed)}</li>}
      </ul>
    </Disclosure>
  );
}

function Intact({ claim }: { readonly claim: IntegrityReport['intact'] }): ReactNode {
  const all = useIntegrityWords();
  const words = all.intact;
  const format = useFormat();
  const { request } = useOpenProject();
  const { ledger } = claim;
  return (
    <>
      <p>{words.compared(claim.matching, format.bytes(claim.bytes) ?? '')}</p>
      <p>
        {ledger.brokenAt !== undefined ? (
          <ToneText tone="failed">
            {words.ledgerBroken(ledger.brokenAt)}{' '}
            {ledger.why !== undefined && words.ledgerWhy[ledger.why]}
          </ToneText>
        ) : ledger.state === 'unclaimed' ? (
          words.noLedger
        ) : (
          words.ledger(ledger.entries)
        )}
      </p>
      {claim.unreadableLines.length > 0 && (
        <p>{words.lines(claim.unreadableLines.slice(0, mostListed).join(', '))}</p>
      )}
      <Found
        title={words.faults(claim.faults.length)}
        entries={claim.faults}
        keyOf={({ path }) => path}
      >
        {(fault) => (
          <>
            <CodeRef code={fault.path} /> {words.fault[fault.fault]} (
            {fault.recordedIn.map((place) => words.recordedIn[place]).join(', ')})
            {fault.stated !== undefined && (
              <span className={styles.digest}>
                {words.stated} <CodeRef code={fault.stated} most={24} />
              </span>
            )}
            {fault.found !== undefined && (
              <span className={styles.digest}>
                {words.found} <CodeRef code={fault.found} most={24} />
              </span>
            )}
          </>
        )}
      </Found>
      {claim.faults.length > 0 && (
        <Link
          to="/p/$project/evidence"
          params={{ project: request.project }}
          search={{ digest: 'mismatch' }}
        >
          {all.showFiles}
        </Link>
      )}
    </>
  );
}

function Complete({ claim }: { readonly claim: IntegrityReport['complete'] }): ReactNode {
  const words = useIntegrityWords().complete;
  return (
    <>
      <p>
        {words.listed(claim.listed)} {!claim.isListingKnown && words.unknown}
      </p>
      <Found title={words.missing(claim.missing.length)} entries={claim.missing} keyOf={same}>
        {(path) => <CodeRef code={path} />}
      </Found>
      <Found title={words.unlisted(claim.unlisted.length)} entries={claim.unlisted} keyOf={same}>
        {(path) => <CodeRef code={path} />}
      </Found>
    </>
  );
}

function same(path: string): string {
  return path;
}

function Authentic({ claim }: { readonly claim: IntegrityReport['authentic'] }): ReactNode {
  const words = useIntegrityWords().authentic;
  return (
    <>
      <p>
        {claim.signatures.length === 0
          ? words.none
          : claim.signedBy.length > 0 && words.signedBy(claim.signedBy.length)}
      </p>
      <ul className={styles.list}>
        {claim.signatures.slice(0, mostListed).map((signature, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: signatures have no ids and never move
          <li key={index}>
            {words.line(signature.line)}: <SafeText text={signature.predicateType} />,{' '}
            <ToneText
              tone={
                signature.result === 'verified'
                  ? 'passed'
                  : signature.result === 'wrong'
                    ? 'failed'
                    : 'unknown'
              }
            >
              {words.results[signature.result]}
            </ToneText>
            , {words.covers[signature.covers]}
            {signature.keyId !== undefined && (
              <>
                {' '}
                <CodeRef code={signature.keyId} most={24} />
              </>
            )}
            {signature.otherSubjects.length > 0 && (
              <ToneText tone="failed">
                {' '}
                {words.otherSubjects(signature.otherSubjects.length)}
              </ToneText>
            )}
          </li>
        ))}
        {claim.remarks.slice(0, mostListed).map(({ code, line }) => (
          <li key={JSON.stringify([code, line])} className={styles.quiet}>
            {words.remark(code, line)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Recomputed({ claim }: { readonly claim: IntegrityReport['recomputed'] }): ReactNode {
  const words = useIntegrityWords().recomputed;
  const { facts, decisions } = claim;
  return (
    <>
      <p>
        {words.facts(facts.agreeing, facts.unchecked)} {words.decisions(decisions.agreeing)}
      </p>
      <ul className={styles.list}>
        {facts.differing.slice(0, mostListed).map((one) => (
          <li key={JSON.stringify([one.evidence, one.fact, one.member])}>
            <EvidenceLink evidence={one.evidence}>
              <SafeText text={words.fact(one.evidence, one.member, one.stated, one.found)} />
            </EvidenceLink>
          </li>
        ))}
        {decisions.differing.slice(0, mostListed).map((one) => (
          <li key={JSON.stringify([one.gate, one.recordedIn, one.line])}>
            <GateLink gate={one.gate}>
              <SafeText text={words.decision(one.gate, one.stated, one.found)} />
            </GateLink>
          </li>
        ))}
        {decisions.unknownGates.slice(0, mostListed).map((gate) => (
          <li key={gate}>
            <SafeText text={words.unknownGate(gate)} />
          </li>
        ))}
      </ul>
    </>
  );
}
