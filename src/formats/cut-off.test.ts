import { describe, expect, it } from 'vitest';
import { formatFamilies } from './format-id.ts';
import { readEvidence } from './read-evidence.ts';
import { sampleFormats, samples } from './testing/samples.ts';

/** Each of these samples has a case that failed; what is left of them must not look as if none had. */
const failing = sampleFormats.filter(
  (format) => formatFamilies[format] === 'tests' && format !== 'playwright',
);

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a report of tests with a failure', () => {
  it.each(failing)('never reads as one that passed when its end is missing: %s', (format) => {
    const bytes = bytesOf(samples[format]);
    for (let end = 1; end < bytes.length; end += 1) {
      const { facts } = readEvidence(bytes.subarray(0, end), { format });
      for (const fact of facts) {
        if (fact.type !== 'tests') continue;
        const { total, passed, failed, skipped = 0 } = fact;
        const isClean = failed === 0 && total > 0 && passed + skipped === total;
        expect({ end, isClean }).toEqual({ end, isClean: false });
      }
    }
  });

  it.each(failing.filter((format) => !/^[{[]/.test(samples[format])))(
    'never reads as one that passed when lines in its middle are missing: %s',
    (format) => {
      const lines = samples[format].split('\n');
      for (let at = 0; at < lines.length; at += 1) {
        const rest = [...lines.slice(0, at), ...lines.slice(at + 1)].join('\n');
        const { facts, warnings } = readEvidence(bytesOf(rest), { format });
        for (const fact of facts) {
          if (fact.type !== 'tests') continue;
          const { total, passed, failed, skipped = 0 } = fact;
          const isClean = failed === 0 && total > 0 && passed + skipped === total;
          // A single line that goes without a trace can take its failure with it; then somebody says so.
          if (isClean) expect({ at, warned: warnings.length > 0 }).toEqual({ at, warned: true });
        }
      }
    },
  );
});
