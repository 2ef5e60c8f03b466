import { describe, expect, it } from 'vitest';
import type { AttestationFact, Evidence } from '../../model/evidence.ts';
import { evidenceId } from '../../model/ids.ts';
import { withoutOwnWord } from './own-word.ts';

const piece = (fact: Partial<AttestationFact>): Evidence => ({
  id: evidenceId('a'),
  kind: 'statement',
  name: 'a',
  facts: [
    { type: 'value', pointer: { kind: 'whole' }, value: 1 },
    { type: 'attestation', predicateType: 't', subjects: [], signer: 'ci', ...fact },
  ],
});

describe('withoutOwnWord', () => {
  it('believes no bundle that its signatures were verified', () => {
    const [read] = withoutOwnWord([piece({ verified: true })]);
    expect(read).toEqual(piece({}));
  });

  it('believes that one is not good, and leaves everything else as it is', () => {
    const evidence = [piece({ verified: false }), piece({})];
    expect(withoutOwnWord(evidence)).toBe(evidence);
  });
});
