import type { Result } from '../lib/result.ts';
import type { SourceError } from '../source/types.ts';
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

/**
 * What was read, with its failures as values. Only being left is none: a load that nobody waits for any
 * longer is given up, not kept as far as it came.
 *
 * @throws OpenError when the reading was aborted
 */
export function unlessLeft<T>(result: Result<T, SourceError>): Result<T, SourceError> {
  if (result.ok || result.error.code !== 'aborted') return result;
  throw new OpenError({ kind: 'source', error: result.error });
}
