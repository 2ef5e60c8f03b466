import type { ReactNode } from 'react';
import type { Evidence } from '../../../model/evidence.ts';
import type { FileAnswer } from '../../../queries/evidence-files.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/feedback.tsx';
import { CodeRef } from '../../../ui/safe-text.tsx';
import { ContentFailure } from '../content-failure.tsx';
import { useDetailWords } from '../words/use-detail-words.ts';

type SourceError = Extract<FileAnswer<unknown>, { readonly ok: false }>['error'];

/** Why a question about a file has no answer: the file cannot be had, or the engine stopped. */
export type Trouble = SourceError | { readonly code: 'engine'; readonly reason: string };

/** What a query about a file shows of itself. */
interface Asked {
  readonly data: FileAnswer<unknown> | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** The first trouble among some questions; `undefined` while all have an answer or wait for one. */
export function troubleOf(asked: readonly Asked[]): Trouble | undefined {
  for (const { data, error } of asked) {
    if (error !== null) return engineStopped(error);
    if (data?.ok === false) return data.error;
  }
  return undefined;
}

export function engineStopped(cause: unknown): Trouble {
  return { code: 'engine', reason: cause instanceof Error ? cause.message : String(cause) };
}

/** Asks again whatever got no answer. */
export function askAgain(asked: readonly Asked[]): void {
  for (const { data, error, refetch } of asked) {
    if (error !== null || data?.ok === false) void refetch();
  }
}

/** What cannot be shown of a file, why, and the way to have it after all. */
export function FileTrouble({
  evidence,
  trouble,
  onRetry,
}: {
  readonly evidence: Evidence;
  readonly trouble: Trouble;
  readonly onRetry: () => void;
}): ReactNode {
  const words = useDetailWords();
  if (trouble.code !== 'engine') {
    return <ContentFailure evidence={evidence} failure={trouble} onRetry={onRetry} />;
  }
  return (
    <ErrorState
      what={words.faces.engine.what}
      where={<CodeRef code={evidence.path ?? evidence.name} />}
      remedy={words.faces.engine.remedy}
      action={<Button onClick={onRetry}>{words.tryAgain}</Button>}
      details={trouble.reason}
    />
  );
}
