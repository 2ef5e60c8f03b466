import { useQueries } from '@tanstack/react-query';
import { useOpenProject } from '../../../parts/project-context.tsx';
import type { FileLine } from '../../../queries/evidence-files.ts';
import { filePartQuery } from '../../../queries/evidence-options.ts';
import { askAgain, type Trouble, troubleOf } from './file-trouble.tsx';

/** Lines or rows that are asked for at a time. */
const partLength = 400;

export type Part = FileLine | readonly string[];

export interface FileParts {
  /** A line or row; `undefined` while it is on its way, `lost` where it cannot be had. */
  readonly partOf: (index: number) => Part | 'lost' | undefined;
  /** Why some of what is in view cannot be had. */
  readonly trouble: Trouble | undefined;
  readonly retry: () => void;
}

/** The lines or rows of what is in view. */
export function useFileParts(
  evidence: string,
  unit: 'lines' | 'rows',
  first: number,
  end: number,
): FileParts {
  const { session, request } = useOpenProject();
  const from = Math.floor(first / partLength);
  const to = Math.max(from, Math.floor(Math.max(first, end - 1) / partLength));
  const answers = useQueries({
    queries: Array.from({ length: to - from + 1 }, (_, offset) =>
      filePartQuery(session, request, evidence, unit, (from + offset) * partLength, partLength),
    ),
  });
  return {
    partOf: (index) => {
      const answer = answers[Math.floor(index / partLength) - from];
      if (answer?.error != null || answer?.data?.ok === false) return 'lost';
      return answer?.data?.value[index % partLength];
    },
    trouble: troubleOf(answers),
    retry: () => askAgain(answers),
  };
}
