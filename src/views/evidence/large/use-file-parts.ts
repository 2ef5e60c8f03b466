import { useQueries } from '@tanstack/react-query';
import { useOpenProject } from '../../../parts/project-context.tsx';
import type { FileLine } from '../../../queries/evidence-files.ts';
import { filePartQuery } from '../../../queries/evidence-options.ts';

/** Lines or rows that are asked for at a time. */
const partLength = 400;

export type Part = FileLine | readonly string[];

/** The lines or rows of what is in view; `undefined` while one is on its way. */
export function useFileParts(
  evidence: string,
  unit: 'lines' | 'rows',
  first: number,
  end: number,
): (index: number) => Part | undefined {
  const { session, request } = useOpenProject();
  const from = Math.floor(first / partLength);
  const to = Math.max(from, Math.floor(Math.max(first, end - 1) / partLength));
  const answers = useQueries({
    queries: Array.from({ length: to - from + 1 }, (_, offset) =>
      filePartQuery(session, request, evidence, unit, (from + offset) * partLength, partLength),
    ),
  });
  return (index) => answers[Math.floor(index / partLength) - from]?.data?.[index % partLength];
}
