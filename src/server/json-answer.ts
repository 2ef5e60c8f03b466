import { sha256Hex } from '../bundle/digest.ts';
import { type Answer, type Question, represent } from './answer.ts';

/** A value as JSON, with the entity tag of its text. */
export function jsonAnswer(question: Question, value: unknown): Answer {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return represent(question, {
    bytes,
    mediaType: 'application/json',
    sha256: sha256Hex(bytes),
  });
}

/** An integer of the query within bounds; `undefined` when it is given and is none. */
export function integerOf(
  query: URLSearchParams,
  name: string,
  {
    least,
    most,
    otherwise,
  }: { readonly least: number; readonly most: number; readonly otherwise: number },
): number | undefined {
  const text = query.get(name);
  if (text === null) return otherwise;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}
