import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from '../../lib/base64.ts';
import { preAuthEncoding, signMessage, signStatement, verifySignature } from './dsse.ts';
import {
  formatPublicKey,
  type PrivateKey,
  type PublicKey,
  readPrivateKey,
  readPublicKey,
} from './keys.ts';

const hex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const base64url = (bytes: Uint8Array): string =>
  encodeBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function publicOf(jwk: object): PublicKey {
  const key = readPublicKey(JSON.stringify(jwk));
  if (!key.ok) throw new Error(key.error);
  return key.value;
}

function privateOf(jwk: object): PrivateKey {
  const key = readPrivateKey(JSON.stringify(jwk));
  if (!key.ok) throw new Error(key.error);
  return key.value;
}

const ed25519Jwk = (x: string, d?: string) => ({
  kty: 'OKP',
  crv: 'Ed25519',
  x: base64url(hex(x)),
  ...(d === undefined ? {} : { d: base64url(hex(d)) }),
});
const p256Jwk = (x: string, y: string, d?: string) => ({
  kty: 'EC',
  crv: 'P-256',
  x: base64url(hex(x)),
  y: base64url(hex(y)),
  ...(d === undefined ? {} : { d: base64url(hex(d)) }),
});

/** RFC 8032, section 7.1: secret key, public key, message, signature. */
const rfc8032 = [
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
  [
    '833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42',
    'ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf',
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    'dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704',
  ],
] as const;

/** RFC 6979, section A.2.5 (P-256 with SHA-256), a key of the NIST curve. */
const rfc6979 = {
  d: 'c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721',
  x: '60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6',
  y: '7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299',
  signatures: [
    [
      'sample',
      'efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716',
      'f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8',
    ],
    [
      'test',
      'f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367',
      '019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083',
    ],
  ],
} as const;

/** The example of the DSSE protocol: numbers of a P-256 key, and a signature of r and s. */
const dsse = {
  x: 46950820868899156662930047687818585632848591499744589407958293238635476079160n,
  y: 5640078356564379163099075877009565129882514886557779369047442380624545832820n,
  d: 97358161215184420915383655311931858321456579547487070936769975997791359926199n,
  type: 'http://example.com/HelloWorld',
  body: 'hello world',
  encoded: 'DSSEv1 29 http://example.com/HelloWorld 11 hello world',
  signature:
    'A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==',
} as const;

const number32 = (value: bigint): string => value.toString(16).padStart(64, '0');

function der(r: string, s: string): Uint8Array {
  const integer = (text: string): number[] => {
    const bytes = [...hex(text)];
    while (bytes.length > 1 && bytes[0] === 0 && (bytes[1] ?? 0) < 0x80) bytes.shift();
    if ((bytes[0] ?? 0) >= 0x80) bytes.unshift(0);
    return [0x02, bytes.length, ...bytes];
  };
  const content = [...integer(r), ...integer(s)];
  return Uint8Array.from([0x30, content.length, ...content]);
}

describe('public vectors', () => {
  it.each(rfc8032)('RFC 8032: %s', (secret, publicHex, message, signature) => {
    const key = privateOf(ed25519Jwk(publicHex, secret));
    expect(toHex(signMessage(hex(message), key))).toBe(signature);
    expect(verifySignature(hex(message), hex(signature), publicOf(ed25519Jwk(publicHex)))).toBe(
      'good',
    );
    expect(verifySignature(hex(`${message}00`), hex(signature), key.publicKey)).toBe('bad');
  });

  it.each(rfc6979.signatures)('RFC 6979: %s', (message, r, s) => {
    const key = publicOf(p256Jwk(rfc6979.x, rfc6979.y));
    expect(verifySignature(utf8(message), hex(r + s), key)).toBe('good');
    expect(verifySignature(utf8(message), der(r, s), key)).toBe('good');
    expect(verifySignature(utf8(`${message}.`), der(r, s), key)).toBe('bad');
    // The nonce is that of the RFC; of the two values of s the lower one is written.
    const signed = signMessage(utf8(message), privateOf(p256Jwk(rfc6979.x, rfc6979.y, rfc6979.d)));
    expect(toHex(signed)).toContain(r);
    expect(verifySignature(utf8(message), signed, key)).toBe('good');
  });

  it('the example of DSSE', () => {
    const jwk = p256Jwk(number32(dsse.x), number32(dsse.y), number32(dsse.d));
    const key = privateOf(jwk);
    const message = preAuthEncoding(dsse.type, utf8(dsse.body));
    expect(new TextDecoder().decode(message)).toBe(dsse.encoded);
    const signature = decodeBase64(dsse.signature) ?? new Uint8Array();
    expect(verifySignature(message, signature, key.publicKey)).toBe('good');
    expect(verifySignature(utf8(dsse.body), signature, key.publicKey)).toBe('bad');
  });

  it('counts characters of a type and bytes of a payload as bytes', () => {
    const encoded = new TextDecoder().decode(preAuthEncoding('é', utf8('ü')));
    expect(encoded).toBe('DSSEv1 2 é 2 ü');
  });
});

describe('verifySignature', () => {
  const key = publicOf(p256Jwk(rfc6979.x, rfc6979.y));
  const [[, r, s]] = rfc6979.signatures;
  const good = der(r, s);

  it.each([
    ['nothing', new Uint8Array()],
    ['too long a length', Uint8Array.from([0x30, 0x81, ...good.subarray(1)])],
    ['something behind it', Uint8Array.from([...good, 0])],
    ['a padded number', Uint8Array.from([0x30, 71 + 1, 0x02, 34, 0, 0, ...good.subarray(5)])],
    ['zero for r', der('00', s)],
    ['63 bytes', new Uint8Array(63)],
  ])('takes no encoding but the strict one: %s', (_, signature) => {
    expect(verifySignature(utf8('sample'), signature, key)).not.toBe('good');
  });

  it('takes no signature of Ed25519 by a key of another kind, and none of another length', () => {
    const ed = publicOf(ed25519Jwk(rfc8032[0][1]));
    expect(verifySignature(utf8('sample'), good, ed)).toBe('unreadable');
    expect(verifySignature(hex(''), hex(rfc8032[0][3]), key)).not.toBe('good');
  });
});

const pem = {
  p256: `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEYP7UuiVanTHJYet0xjVtaMBJuJI7
Yfps5mliLmDyn7Z5A/4QCLi8maQa6elWKLxk8vGyDC1+n1F3o8KU1EYimQ==
-----END PUBLIC KEY-----`,
  ed25519: `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
-----END PUBLIC KEY-----`,
};

describe('readPublicKey', () => {
  it('gives one key one id, however it is written', () => {
    const fromPem = readPublicKey(pem.p256);
    const fromJwk = readPublicKey(JSON.stringify({ ...p256Jwk(rfc6979.x, rfc6979.y), kid: 'ci' }));
    expect(fromPem.ok && fromJwk.ok && fromPem.value.id === fromJwk.value.id).toBe(true);
    expect(fromJwk).toMatchObject({ ok: true, value: { algorithm: 'p256', name: 'ci' } });
    expect(readPublicKey(pem.ed25519)).toMatchObject({ ok: true, value: { algorithm: 'ed25519' } });
  });

  it('writes what it reads', () => {
    for (const text of Object.values(pem)) {
      const key = readPublicKey(text);
      expect(key.ok && formatPublicKey(key.value).trim()).toBe(text);
    }
  });

  it.each([
    ['', 'empty'],
    ['words', 'not-a-key'],
    ['{"kty":', 'not-a-key'],
    ['{"kty":"EC","kty":"OKP"}', 'not-a-key'],
    [JSON.stringify(ed25519Jwk(rfc8032[0][1], rfc8032[0][0])), 'private-key'],
    [JSON.stringify({ kty: 'RSA', n: 'AQAB', e: 'AQAB' }), 'algorithm-unknown'],
    [JSON.stringify({ ...p256Jwk(rfc6979.x, rfc6979.y), crv: 'P-384' }), 'algorithm-unknown'],
    [JSON.stringify(p256Jwk(rfc6979.x, rfc6979.x)), 'key-invalid'],
    [JSON.stringify(ed25519Jwk('00'.repeat(32))), 'key-invalid'],
    ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', 'certificate'],
    ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', 'private-key'],
    ['-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----', 'not-a-key'],
    [`${pem.p256}\n${pem.ed25519}`, 'not-a-key'],
    [pem.p256.replace('MFkw', 'MFow'), 'not-a-key'],
  ])('says why %j is no key to trust: %s', (text, error) => {
    expect(readPublicKey(text)).toEqual({ ok: false, error });
  });
});

describe('readPrivateKey', () => {
  it('refuses a key whose public part is another', () => {
    const jwk = { ...ed25519Jwk(rfc8032[0][1], rfc8032[1][0]) };
    expect(readPrivateKey(JSON.stringify(jwk))).toEqual({ ok: false, error: 'key-invalid' });
  });

  it.each([
    [pem.p256, 'public-key'],
    [JSON.stringify(ed25519Jwk(rfc8032[0][1])), 'public-key'],
    [
      '-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----',
      'encrypted',
    ],
    ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', 'not-a-key'],
    ['', 'empty'],
  ])('says why %j is no key to sign with: %s', (text, error) => {
    expect(readPrivateKey(text)).toEqual({ ok: false, error });
  });
});

describe('signStatement', () => {
  it('writes one line whose payload is what was signed', () => {
    const key = privateOf(ed25519Jwk(rfc8032[0][1], rfc8032[0][0]));
    const line = signStatement({ _type: 'x', text: 'ü\n' }, [key]);
    expect(line.split('\n')).toHaveLength(2);
    const { payload, payloadType, signatures } = JSON.parse(line);
    const bytes = decodeBase64(payload) ?? new Uint8Array();
    const signature = decodeBase64(signatures[0].sig) ?? new Uint8Array();
    expect(signatures[0].keyid).toBe(key.publicKey.id);
    expect(verifySignature(preAuthEncoding(payloadType, bytes), signature, key.publicKey)).toBe(
      'good',
    );
  });
});
