import type { ReactNode } from 'react';
import type { Evidence } from '../../model/evidence.ts';
import { useSourceErrorWords } from '../../parts/wording/source-errors.ts';
import type { EvidenceContent } from '../../queries/session-types.ts';
import { Button } from '../../ui/button.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { EmptyState, ErrorState } from '../../ui/feedback.tsx';
import { CodeRef } from '../../ui/safe-text.tsx';
import type { DetailWords } from './words/detail-en.ts';
import { useDetailWords } from './words/use-detail-words.ts';

type SourceError = Extract<EvidenceContent, { ok: false }>['error'];

export interface ContentFailureProps {
  readonly evidence: Evidence;
  /** `record-only`: nobody ever claimed that the bundle holds the file. */
  readonly failure: SourceError | { readonly code: 'record-only' };
  readonly onRetry: () => void;
}

/** Why there is nothing to show: what, where, and what to do. Each cause has a face of its own. */
export function ContentFailure({ evidence, failure, onRetry }: ContentFailureProps): ReactNode {
  const words = useDetailWords();
  const source = useSourceErrorWords();
  if (failure.code === 'record-only') {
    const { what, remedy } = words.faces.recordOnly;
    return (
      <EmptyState
        title={what}
        action={evidence.uri !== undefined && <ExternalLink address={evidence.uri} />}
      >
        {remedy}
      </EmptyState>
    );
  }
  const face = faceOf(failure.code);
  const known = face === undefined ? undefined : words.faces[face];
  const elsewhere = face !== 'absent' && /^https?:\/\//i.test(failure.where) && (
    <ExternalLink address={failure.where} label={words.openElsewhere} />
  );
  if (face === 'tooLarge') {
    // Nothing is wrong with it.
    return (
      <EmptyState title={words.faces.tooLarge.what} action={elsewhere}>
        <CodeRef code={evidence.path ?? failure.where} />. {words.faces.tooLarge.remedy}
      </EmptyState>
    );
  }
  return (
    <ErrorState
      what={known?.what ?? source.what(failure)}
      where={
        <>
          <CodeRef code={evidence.path ?? failure.where} /> {elsewhere}
        </>
      }
      remedy={
        <>
          {known?.remedy ?? source.remedy(failure)}
          {face === 'absent' && ` ${words.consequence}`}
        </>
      }
      action={<Button onClick={onRetry}>{words.tryAgain}</Button>}
      {...(face === 'unreachable' && { details: source.what(failure) })}
    />
  );
}

function faceOf(code: SourceError['code']): keyof DetailWords['faces'] | undefined {
  switch (code) {
    case 'not-found':
      return 'absent';
    case 'too-large':
      return 'tooLarge';
    case 'unreachable':
    case 'cors-or-network':
    case 'timeout':
    case 'server-error':
    case 'too-many-requests':
      return 'unreachable';
    default:
      return undefined;
  }
}
