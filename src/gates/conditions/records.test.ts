import { describe, expect, it } from 'vitest';
import type { AttestationCondition, ReviewCondition } from '../../model/condition.ts';
import type { PlanDocument } from '../../model/document.ts';
import type { AttestationFact, ReviewFact } from '../../model/evidence.ts';
import { documentId, evidenceId, roleId } from '../../model/ids.ts';
import { evidence, judgeCondition, judgeGolden, withFacts } from '../testing/builders.ts';

describe('attestation', () => {
  const type = 'https://slsa.dev/provenance/v1';
  const fact = (more: Partial<AttestationFact> = {}): AttestationFact => ({
    type: 'attestation',
    predicateType: type,
    subjects: [{ name: 'app.zip', sha256: 'AA' }],
    ...more,
  });
  const ask = (
    asked: Partial<AttestationCondition>,
    facts: readonly AttestationFact[],
    subject?: string,
  ) =>
    judgeGolden(
      { kind: 'attestation', predicateType: type, ...asked },
      {
        evidence: [
          ...facts.map((one, at) => withFacts(`a${at}`, [one])),
          ...(subject === undefined
            ? []
            : [evidence('file', { path: 'app.zip', digest: { sha256: subject } })]),
        ],
      },
    );
  const signed = { signer: 'ci', verified: true } as const;

  it.each([
    ['passed', 'attested', {}, [fact()]],
    ['missing', 'attestation-none', {}, []],
    ['missing', 'attestation-none', {}, [fact({ predicateType: 'other' })]],
    ['failed', 'attestation-failed', {}, [fact({ result: 'failed' })]],
    ['failed', 'attestation-failed', {}, [fact(), fact({ result: 'failed' })]],
    ['unknown', 'attestation-unverified', {}, [fact({ verified: false })]],
    ['passed', 'attested', { signers: ['ci'] }, [fact(signed)]],
    ['unknown', 'attestation-unverified', { signers: ['ci'] }, [fact({ signer: 'ci' })]],
    [
      'missing',
      'attestation-other-signer',
      { signers: ['ci'] },
      [fact({ ...signed, signer: 'x' })],
    ],
    ['missing', 'attestation-other-signer', { signers: ['ci'] }, [fact({ verified: true })]],
    ['passed', 'attested', { signers: ['ci'] }, [fact({ ...signed, signer: 'x' }), fact(signed)]],
    ['passed', 'attested', { subject: 'app.zip' }, [fact()]],
    ['missing', 'attestation-other-subject', { subject: 'app' }, [fact()]],
    ['passed', 'attested', { subject: 'app.zip', subjectDigest: 'aa' }, [fact()]],
    ['passed', 'attested', { subjectDigest: 'aa' }, [fact()]],
    ['failed', 'attestation-digest-differs', { subjectDigest: 'bb' }, [fact()]],
    [
      'failed',
      'attestation-digest-differs',
      { subjectDigest: 'aa' },
      [fact({ subjects: [{ name: 'app.zip' }] })],
    ],
  ] as const)('is %s with %s', (verdict, code, asked, facts) => {
    expect(ask(asked, facts)).toMatchObject({ verdict, reason: { code } });
  });

  it.each([
    ['passed', 'attested-with-key', ['ci']],
    ['passed', 'attested-with-key', ['key-1']],
    ['unknown', 'attestation-other-key', ['somebody']],
    ['missing', 'attestation-other-signer', ['nobody']],
  ] as const)(
    'is %s with %s by a key of the viewer, where %s may sign',
    (verdict, code, signers) => {
      // Whose key it is, is the viewer's word; who the bundle says has signed is not.
      const signed = fact({ signer: 'somebody' });
      const signatures = new Map([
        [signed, { keys: [{ id: 'key-1', name: 'ci' }], isWrong: false }],
      ]);
      const asked = { kind: 'attestation', predicateType: type, signers } as const;
      const result = judgeGolden(asked, { evidence: [withFacts('a', [signed])] }, { signatures });
      expect(result).toMatchObject({ verdict, reason: { code } });
    },
  );

  it('never takes a key of the viewer for more than a signature', () => {
    const keys = [{ id: 'key-1', name: 'ci' }];
    const ask = (one: AttestationFact, isWrong = false, signers?: readonly string[]) =>
      judgeCondition(
        { kind: 'attestation', predicateType: type, ...(signers === undefined ? {} : { signers }) },
        { evidence: [withFacts('a', [one])] },
        { signatures: new Map([[one, { keys, isWrong }]]) },
      );
    expect(ask(fact({ result: 'failed' }), false, ['ci'])).toMatchObject({ verdict: 'failed' });
    expect(ask(fact({ verified: false }), false, ['ci'])).toMatchObject({ verdict: 'unknown' });
    expect(ask(fact(), true, ['ci'])).toMatchObject({ verdict: 'unknown' });
    expect(ask(fact(), true)).toMatchObject({ verdict: 'unknown' });
    // What holds without a key does not hold because of one.
    expect(ask(fact())).toMatchObject({ verdict: 'passed', reason: { code: 'attested' } });
  });

  it('is stale when the file is another one than was attested', () => {
    const asked = { subject: 'app.zip' };
    expect(ask(asked, [fact()], 'aa').verdict).toBe('passed');
    expect(ask(asked, [fact()], 'bb')).toMatchObject({
      verdict: 'stale',
      reason: { code: 'attestation-digest-differs' },
    });
    expect(ask(asked, [fact({ subjects: [{ name: 'app.zip' }] })], 'bb').verdict).toBe('passed');
  });

  it('is stale with an old statement and names what it looked at', () => {
    const result = ask({ maxAge: 1 }, [fact()]);
    expect(result).toMatchObject({ verdict: 'stale', uses: [{ evidence: 'a0' }] });
  });
});

describe('document', () => {
  const id = documentId('d');
  const doc = (more: Partial<PlanDocument> = {}): PlanDocument => ({
    id,
    path: 'd.md',
    title: 'D',
    ...more,
  });
  const ask = (
    entry: PlanDocument | undefined,
    status?: readonly string[],
    others = [] as PlanDocument[],
  ) =>
    judgeGolden(
      { kind: 'document', document: id, ...(status === undefined ? {} : { status }) },
      {
        documents: [...(entry === undefined ? [] : [entry]), ...others],
        evidence: [evidence('file')],
      },
    );
  const locked = { exists: true, lock: { at: '2026-01-01T00:00:00Z', sha256: 'AA' } } as const;

  it.each([
    ['missing', 'document-absent', undefined, undefined],
    ['passed', 'document-there', doc({ exists: true }), undefined],
    ['passed', 'document-there', doc({ sha256: 'aa' }), undefined],
    ['passed', 'document-there', doc({ evidence: [evidenceId('file')] }), undefined],
    ['unknown', 'document-not-checked', doc(), undefined],
    ['failed', 'document-absent', doc({ exists: false }), undefined],
    ['failed', 'document-absent', doc({ exists: false, sha256: 'aa' }), undefined],
    [
      'missing',
      'evidence-not-found',
      doc({ exists: true, evidence: [evidenceId('x')] }),
      undefined,
    ],
    ['passed', 'document-there', doc({ exists: true, status: 'final' }), ['final', 'locked']],
    ['failed', 'document-status', doc({ exists: true, status: 'proposed' }), ['final']],
    ['missing', 'document-without-status', doc({ exists: true }), ['final']],
    ['passed', 'document-there', doc({ ...locked, sha256: 'aa' }), undefined],
    ['passed', 'document-there', doc(locked), undefined],
    ['failed', 'document-changed-after-lock', doc({ ...locked, sha256: 'bb' }), undefined],
  ] as const)('is %s with %s', (verdict, code, entry, status) => {
    expect(ask(entry, status)).toMatchObject({ verdict, reason: { code } });
  });

  it('needs every piece of evidence that is named, also one that is still to come', () => {
    const result = judgeGolden(
      { kind: 'document', document: id },
      {
        documents: [doc({ exists: true, evidence: [evidenceId('file'), evidenceId('later')] })],
        evidence: [evidence('file'), evidence('later', { collectedAt: '2026-06-03T00:00:00Z' })],
      },
    );
    expect(result).toMatchObject({ verdict: 'missing', reason: { code: 'evidence-later' } });
  });

  it('may change after its lock by way of a document that amends it', () => {
    const amendment = doc({ id: documentId('e'), amends: [id] });
    expect(ask(doc({ ...locked, sha256: 'bb' }), undefined, [amendment]).verdict).toBe('passed');
  });

  it('is unknown when its file is damaged or its entry is', () => {
    const entry = doc({ evidence: [evidenceId('file')] });
    const parts = { documents: [entry], evidence: [evidence('file')] };
    const digests = new Map([[evidenceId('file'), 'mismatch' as const]]);
    const asked = { kind: 'document', document: id } as const;
    expect(judgeGolden(asked, parts, { digests }).reason.code).toBe('digest-mismatch');
    const problems = [{ code: 'x', severity: 'error', affects: ['d'] }] as const;
    expect(judgeGolden(asked, parts, { problems }).reason.code).toBe('reading-problem');
  });
});

describe('review', () => {
  const qa = roleId('qa');
  const fact = (more: Partial<ReviewFact> = {}): ReviewFact => ({
    type: 'review',
    role: qa,
    person: 'ann',
    subject: 'W1',
    decision: 'accepted',
    at: '2026-06-01T00:00:00Z',
    ...more,
  });
  const roles = [
    { id: qa, title: 'QA' },
    { id: roleId('bot'), title: 'Bot', advisory: true },
  ];
  const ask = (facts: readonly ReviewFact[], asked: Partial<ReviewCondition> = {}) =>
    judgeGolden(
      { kind: 'review', role: qa, subject: 'W1', ...asked },
      { roles, evidence: facts.map((one, at) => withFacts(`r${at}`, [one])) },
    );
  const later = { at: '2026-06-01T12:00:00Z' };

  it.each([
    ['passed', 'reviewed', [fact()]],
    ['missing', 'review-none', []],
    ['missing', 'review-none', [fact({ subject: 'W10' })]],
    ['missing', 'review-none', [fact({ role: roleId('dev') })]],
    ['missing', 'review-none', [fact({ at: '2027-01-01T00:00:00Z' })]],
    ['missing', 'review-none', [fact({ at: 'then' })]],
    ['failed', 'review-objects', [fact({ decision: 'rejected' })]],
    ['failed', 'review-objects', [fact({ decision: 'questioned' })]],
    ['failed', 'review-objects', [fact(), fact({ decision: 'rejected', person: 'bob' })]],
    ['failed', 'review-objects', [fact(), fact({ decision: 'rejected', ...later })]],
    ['passed', 'reviewed', [fact({ decision: 'rejected' }), fact(later)]],
    ['failed', 'review-objects', [fact({ decision: 'rejected' }), fact()]],
    ['failed', 'review-objects', [fact(), fact({ decision: 'rejected' })]],
    ['failed', 'review-objects', [fact(), fact({ decision: 'rejected', at: 'then' })]],
  ] as const)('is %s with %s', (verdict, code, facts) => {
    expect(ask(facts)).toMatchObject({ verdict, reason: { code } });
  });

  it('is unknown for a role that nobody describes', () => {
    expect(ask([fact()], { role: roleId('x') })).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'unknown-reference', params: { kind: 'role', id: 'x' } },
    });
  });

  it('does not believe an adviser who speaks for another role', () => {
    const said = (producer: { id: string; advisory?: boolean; role?: ReturnType<typeof roleId> }) =>
      judgeGolden(
        { kind: 'review', role: qa, subject: 'W1' },
        { roles, evidence: [withFacts('r', [fact()], { producer })] },
      );
    expect(said({ id: 'chat', advisory: true })).toMatchObject({
      verdict: 'missing',
      reason: { code: 'evidence-advisory' },
      uses: [{ evidence: 'r' }],
    });
    expect(said({ id: 'bot', role: roleId('bot') }).verdict).toBe('missing');
    expect(said({ id: 'ann', role: qa }).verdict).toBe('passed');
    expect(said({ id: 'ann' }).verdict).toBe('passed');
  });

  it('believes an adviser who was asked as one', () => {
    const result = judgeGolden(
      { kind: 'review', role: roleId('bot'), subject: 'W1' },
      {
        roles,
        evidence: [
          withFacts('r', [fact({ role: roleId('bot') })], {
            producer: { id: 'b', advisory: true },
          }),
        ],
      },
    );
    expect(result.verdict).toBe('passed');
  });

  it('is stale when all reviews are old', () => {
    expect(ask([fact()], { maxAge: 1 }).verdict).toBe('stale');
  });
});
