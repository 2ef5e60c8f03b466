import { CliFailure } from '../core/failure.ts';
import { plain } from '../core/io.ts';

const keyWords: Readonly<Record<string, string>> = {
  empty: 'is empty',
  'not-a-key': 'is no key in PEM or JWK',
  'private-key': 'is a private key; name the public one',
  'public-key': 'is a public key; name the private one',
  certificate: 'is a certificate; take its public key out first',
  encrypted: 'is encrypted; decrypt it for the pipeline, or sign elsewhere',
  'algorithm-unknown': 'is neither P-256 nor Ed25519',
  'key-invalid': 'is no valid key',
};

/** Why a file is no key that can be used, and how to make one. */
export function keyFailure(path: string, error: string): CliFailure {
  return new CliFailure(`key-${error}`, `${plain(path)} ${keyWords[error] ?? 'cannot be used'}`, {
    hint: 'openssl genpkey -algorithm ed25519 -out key.pem; openssl pkey -in key.pem -pubout -out key.pub.pem',
  });
}
