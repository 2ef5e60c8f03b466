interface Policy {
  createScriptURL: (url: string) => unknown;
}

let policy: Policy | undefined;

/**
 * Stands in for the page's own check: here every worker is a blob that this page made, and nothing else
 * is started. The policy of the page allows the same.
 *
 * @throws TypeError for any other address
 */
export function ownScriptUrl(url: string): string {
  const factory: unknown = Reflect.get(globalThis, 'trustedTypes');
  if (!isFactory(factory)) return onlyBlobs(url);
  policy ??= factory.createPolicy('wavegate', { createScriptURL: onlyBlobs });
  // A TrustedScriptURL, which only the declarations insist on being a string.
  return policy.createScriptURL(url) as string;
}

function onlyBlobs(url: string): string {
  if (!url.startsWith('blob:')) throw new TypeError('Not a script of this page');
  return url;
}

function isFactory(value: unknown): value is {
  createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => Policy;
} {
  return typeof value === 'object' && value !== null && 'createPolicy' in value;
}
