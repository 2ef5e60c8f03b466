import type { Opened, OpenFailure } from './session-types.ts';

/** Thrown by queries whose bundle or source cannot be opened; error pages explain `failure`. */
export class OpenError extends Error {
  override readonly name = 'OpenError';
  readonly failure: OpenFailure;

  constructor(failure: OpenFailure) {
    super(
      failure.kind === 'source'
        ? `${failure.error.code}: ${failure.error.where}`
        : `bundle: ${failure.problems[0]?.code ?? 'unreadable'}`,
    );
    this.failure = failure;
  }
}

/** The value, or an {@link OpenError}. */
export function opened<T>(result: Opened<T>): T {
  if (result.ok) return result.value;
  throw new OpenError(result.error);
}
