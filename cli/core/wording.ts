import type { Reason } from '../../src/gates/types.ts';
import type { Problem } from '../../src/model/problem.ts';
import { problemSentences } from '../../src/parts/wording/problems-en.ts';
import { evidenceReasons } from '../../src/parts/wording/reasons/evidence.ts';
import { governanceReasons } from '../../src/parts/wording/reasons/governance.ts';
import { measureReasons } from '../../src/parts/wording/reasons/measures.ts';
import { planReasons } from '../../src/parts/wording/reasons/plan.ts';
import { plain } from './io.ts';

/** The page's own sentences: what stands in a log and what stands on the page are the same words. */
const sentences: Readonly<Record<string, (params: never) => string>> = {
  ...evidenceReasons,
  ...measureReasons,
  ...governanceReasons,
  ...planReasons,
};

/** A reason of the engine as a sentence; a code without a sentence stands for itself. */
export function reasonText({ code, params = {} }: Reason): string {
  const word = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  return plain(word === undefined ? code : word(params as never));
}

/** What is wrong with something that was read, and what to do about it. */
export function problemText({ code, params = {} }: Problem): {
  readonly what: string;
  readonly remedy: string;
} {
  const sentence = Object.hasOwn(problemSentences, code) ? problemSentences[code] : undefined;
  return {
    what: plain(sentence?.what(params) ?? code),
    remedy: sentence?.remedy ?? '',
  };
}
