interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string | null }): unknown;
}

/**
 * Lets one script through where the page demands Trusted Types: the library registers its service
 * worker by a plain address. Every other plain address stays refused.
 */
export function allowServiceWorker(url: string): void {
  const factory: unknown = Reflect.get(globalThis, 'trustedTypes');
  if (!isFactory(factory)) return;
  factory.createPolicy('default', {
    createScriptURL: (asked) => (new URL(asked, document.baseURI).href === url ? asked : null),
  });
}

function isFactory(value: unknown): value is TrustedTypesFactory {
  return typeof value === 'object' && value !== null && 'createPolicy' in value;
}
