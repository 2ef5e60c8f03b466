import { assertNever } from '../lib/assert-never.ts';
import type { SourceEnvironment } from './environment.ts';
import { httpSource } from './http-source.ts';
import { localSource } from './local-source.ts';
import type { EvidenceSource, SourceRef } from './types.ts';

/** The adapter for what a reference names. Nothing is read before the source is asked. */
export function openSource(ref: SourceRef, env: SourceEnvironment): EvidenceSource {
  switch (ref.kind) {
    case 'static':
    case 'api':
      return httpSource(ref, env);
    case 'local':
      return localSource(ref.id);
    default:
      return assertNever(ref);
  }
}
