import { toBase64 } from '../api/addresses.ts';
import { makeDelta } from '../api/byte-delta.ts';
import type { Delta } from '../api/generated/types.ts';
import { type Answer, problem, type Question } from './answer.ts';
import type { ServedProject, ServedRevision } from './catalogue.ts';
import { jsonAnswer } from './json-answer.ts';
import type { ContentStore } from './store.ts';

/** A reader who was away this many revisions still gets a delta from a server that began anew. */
const lookedThrough = 5;

/** How to make a revision's document from one that the reader has; 404 when that one is unknown. */
export async function documentDelta(
  store: ContentStore,
  question: Question,
  project: ServedProject,
  revision: ServedRevision,
): Promise<Answer> {
  const from = question.query.get('from') ?? '';
  if (!/^[0-9a-f]{64}$/.test(from)) {
    return problem(400, 'Bad Request', question.path, { detail: '`from` is no SHA-256.' });
  }
  const after = await store.file(revision, 'bundle.json');
  const before = store.document(from) ?? (await amongNewest(store, project, from));
  if (!after.ok || before === undefined) return problem(404, 'Not Found', question.path);
  const delta: Delta = {
    from: { sha256: from, size: before.length },
    to: { sha256: after.value.sha256, size: after.value.bytes.length },
    parts: makeDelta(before, after.value.bytes).map((piece) =>
      'copy' in piece
        ? { copy: [piece.copy[0], piece.copy[1]] }
        : { insert: toBase64(piece.insert) },
    ),
  };
  return jsonAnswer(question, delta);
}

async function amongNewest(
  store: ContentStore,
  { revisions }: ServedProject,
  sha256: string,
): Promise<Uint8Array | undefined> {
  for (const revision of revisions.slice(0, lookedThrough)) {
    const found = await store.file(revision, 'bundle.json');
    if (found.ok && found.value.sha256 === sha256) return found.value.bytes;
  }
  return undefined;
}
