import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { digestOf } from '../../mocks/faults/fault-bundles.ts';
import { signStatement } from '../bundle/integrity/dsse.ts';
import { formatPublicKey } from '../bundle/integrity/keys.ts';
import { testKeys } from '../bundle/integrity/testing/signed-bundle.ts';
import { useTrustedKeys } from '../state/trusted-keys.ts';
import { createdAt, gate, type Plan, planOf, waves } from './testing/plans.ts';
import { type AppTest, renderApp } from './testing/render-app.tsx';

const predicateType = 'https://in-toto.io/attestation/test-result/v0.1';
const sha256 = 'aa'.repeat(32);

/** A gate that wants a test result signed by `ci`, and a bundle that says it is: signed, and so claimed. */
function signedPlan(): Plan {
  const path = 'evidence/result.intoto.jsonl';
  const text = signStatement(
    {
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'app.zip', digest: { sha256 } }],
      predicateType,
      predicate: { result: 'PASSED', configuration: [] },
    },
    [testKeys.p256],
  );
  const { document, files } = planOf({
    items: waves('A'),
    gates: [
      gate('G', 'A start', [
        { id: 'c', kind: 'attestation', title: 'Signed result', predicateType, signers: ['ci'] },
      ]),
    ],
  });
  const fact = {
    type: 'attestation',
    predicateType,
    signer: 'ci',
    verified: true,
    subjects: [{ name: 'app.zip', sha256 }],
    result: 'passed',
  };
  return {
    files: { ...files, [path]: text },
    document: {
      ...document,
      evidence: [
        {
          id: 'result',
          kind: 'attestation',
          name: 'Result',
          path,
          mediaType: 'application/vnd.in-toto+json',
          digest: { sha256: digestOf(text) },
          size: text.length,
          collectedAt: createdAt,
          facts: [fact],
        },
      ],
    },
  };
}

const key = testKeys.p256.publicKey;
const named = `keys=${key.id.slice(0, 16)}`;
const open = (page: string, search = ''): AppTest =>
  renderApp(`/p/waves/${page}${search}`, { plans: { waves: signedPlan() } });
const notice = () => screen.findByRole('status', { name: 'Keys that these verdicts rest on' });
/** The bar stands before what it says is judged. */
const noticed = (text: RegExp): Promise<unknown> =>
  waitFor(async () => expect(await notice()).toHaveTextContent(text));

beforeEach(() => useTrustedKeys.setState({ keys: [] }));

describe('the keys of whoever looks', () => {
  it('count when the link says so, and then every page says so', async () => {
    const { user, url, router } = open('bundle');
    const paste = await screen.findByRole('textbox', { name: 'Public key as PEM or JWK' });
    await user.click(paste);
    await user.paste(formatPublicKey(key));
    await user.type(screen.getByRole('textbox', { name: 'Whose key it is' }), 'ci');
    await user.click(screen.getByRole('button', { name: 'Trust this key' }));
    const judge = await screen.findByRole('switch', { name: 'Judge with these keys' });
    expect(judge).not.toBeChecked();
    expect(url()).not.toContain('keys=');
    await user.click(judge);
    await waitFor(() => expect(url()).toContain(named));
    await noticed(/1 key that you chose: ci.*1 condition holds because of it/);
    await router.navigate({
      to: '/p/$project/gates',
      params: { project: 'waves' },
      search: { gate: 'G' },
    });
    expect(
      await screen.findByText(/its signature was verified with the key ci that you chose/),
    ).toBeVisible();
    expect(url()).toContain(named);
    await user.click(within(await notice()).getByRole('button', { name: 'Judge without keys' }));
    expect(
      await screen.findByText(/signature of result was not verified with a key that you chose/),
    ).toBeVisible();
    expect(url()).not.toContain('keys=');
  });

  it('change nothing behind a link that names none', async () => {
    useTrustedKeys.setState({ keys: [{ ...key, name: 'ci' }] });
    open('gates', '?gate=G');
    expect(await screen.findByText(/was not verified with a key that you chose/)).toBeVisible();
    expect(screen.queryByRole('status', { name: /Keys that these verdicts/ })).toBeNull();
  });

  it('are missed where the link names one that is not here, until it is chosen', async () => {
    open('gates', `?gate=G&${named}`);
    await noticed(/judged with 1 key that you have not chosen/);
    expect(await screen.findByText(/was not verified with a key that you chose/)).toBeVisible();
    useTrustedKeys.getState().trust({ ...key, name: 'ci' });
    expect(await screen.findByText(/verified with the key ci that you chose/)).toBeVisible();
    useTrustedKeys.getState().distrust(key.id);
    expect(await screen.findByText(/was not verified with a key that you chose/)).toBeVisible();
  });

  it('count for nobody but their owner', async () => {
    useTrustedKeys.setState({ keys: [{ ...key, name: 'somebody' }] });
    open('gates', `?gate=G&${named}`);
    expect(
      await screen.findByText(/signed with the key somebody, which belongs to none of the signers/),
    ).toBeVisible();
    await noticed(/No condition holds because of it/);
  });
});
