import type { EvidenceFiles } from '../evidence-files.ts';
import type { OpenRequest } from '../session-types.ts';

const refuse = (): Promise<never> => Promise.reject(new Error('not part of this test'));

/** For sessions of tests that look into no file. */
export const noFiles: EvidenceFiles<OpenRequest> = {
  reviewQueue: refuse,
  reading: refuse,
  cases: refuse,
  largeReading: refuse,
  column: refuse,
  open: refuse,
  count: refuse,
  digest: refuse,
  lines: refuse,
  rows: refuse,
  find: refuse,
  bytes: refuse,
};
