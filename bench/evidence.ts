import { measureHashing } from './evidence-hashing.ts';
import { listing } from './evidence-list.ts';
import { opening } from './evidence-open.ts';
import type { Benchmark } from './support/result.ts';

/** Looking through evidence: many pieces, and large ones. */
export const evidence: Benchmark = {
  name: 'evidence',
  title: 'Looking through evidence',
  run: async () => {
    const list = listing();
    const open = await opening();
    const hashing = await measureHashing();
    return {
      parts: [...list.parts, ...open.parts, ...hashing.parts],
      context: { list: list.context, open: open.context, hashing: hashing.context },
    };
  },
};
