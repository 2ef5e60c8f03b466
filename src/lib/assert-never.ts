/** Ends an exhaustive switch: the compiler rejects the call while a union member is unhandled. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
