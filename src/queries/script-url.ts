/** The part of Trusted Types that is used; TypeScript's own library does not declare it yet. */
interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => unknown };
}

let policy: { createScriptURL: (url: string) => unknown } | undefined;

/**
 * Turns the address of a script that belongs to this page into one that a strict page may start a
 * worker from. Every other address is refused, whoever asks.
 *
 * @throws TypeError when the script is not from the page's own origin
 */
export function ownScriptUrl(url: string): string {
  const factory: unknown = Reflect.get(globalThis, 'trustedTypes');
  if (!isFactory(factory)) return sameOrigin(url);
  policy ??= factory.createPolicy('wavegate', { createScriptURL: sameOrigin });
  // A TrustedScriptURL, which only the declarations insist on being a string.
  return policy.createScriptURL(url) as string;
}

function sameOrigin(url: string): string {
  const resolved = new URL(url, document.baseURI);
  if (resolved.origin !== new URL(document.baseURI).origin) {
    throw new TypeError(`Not a script of this page: ${resolved.origin}`);
  }
  return resolved.href;
}

function isFactory(value: unknown): value is TrustedTypesFactory {
  return typeof value === 'object' && value !== null && 'createPolicy' in value;
}
