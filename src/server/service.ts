import { idOfSegment, revisionPath } from '../api/addresses.ts';
import type { Index, ListedRevision, RevisionPage } from '../api/generated/types.ts';
import { containedPath } from '../source/contained-path.ts';
import { mediaTypeOfPath } from '../source/media-type.ts';
import { type Answer, problem, type Question, represent } from './answer.ts';
import type { Catalogue, ServedProject, ServedRevision } from './catalogue.ts';
import { documentDelta } from './document-delta.ts';
import { jsonAnswer } from './json-answer.ts';
import { page } from './revision-pages.ts';
import { metricPoints, planSlice, verdictSlice } from './slices.ts';
import type { ContentStore } from './store.ts';

/** So many revisions stand in the index; a project with more is read on in pages. */
export const listedRevisions = 50;

export interface ServiceOptions {
  /** What is served right now. */
  readonly catalogue: () => Catalogue | Promise<Catalogue>;
  readonly store: ContentStore;
  /** RFC 3339. */
  readonly now: () => string;
  /** Files with more bytes are given in ranges only, each no longer than this; absent, all at once. */
  readonly mostAtOnce?: () => number;
}

/**
 * Answers the contract of `docs/api`, except for the stream of events. Only what the catalogue lists
 * can be asked for; nothing is written.
 */
export function createService(options: ServiceOptions): (question: Question) => Promise<Answer> {
  return async (question) => {
    if (question.method !== 'GET' && question.method !== 'HEAD') {
      return problem(405, 'Method Not Allowed', question.path, {
        headers: { allow: 'GET, HEAD, OPTIONS' },
      });
    }
    const answer = await answerTo(options, question);
    return question.method === 'HEAD'
      ? {
          ...answer,
          headers: { ...answer.headers, 'content-length': String(answer.body?.length ?? 0) },
          body: undefined,
        }
      : answer;
  };
}

async function answerTo(options: ServiceOptions, question: Question): Promise<Answer> {
  const notFound = problem(404, 'Not Found', question.path);
  const [head, ...rest] = question.path.split('/').map(decoded);
  if (head === 'index.json' && rest.length === 0) {
    return jsonAnswer(question, indexOf(await options.catalogue()));
  }
  if (head === 'blobs') return blob(options, question, rest);
  if (head !== 'projects' || rest.includes(undefined)) return notFound;
  const [projectSegment = '', second = '', ...file] = rest.map((part) => part ?? '');
  const project = (await options.catalogue()).find(({ id }) => id === idOfSegment(projectSegment));
  if (project === undefined) return notFound;
  if (second === 'revisions.json' && file.length === 0) {
    const found = page(project, question.query);
    return found === undefined
      ? problem(400, 'Bad Request', question.path, { detail: 'The cursor or limit is not valid.' })
      : jsonAnswer(question, {
          revisions: found.revisions.map((revision) => listed(project, revision)),
          ...(found.next === undefined ? {} : { next: found.next }),
        } satisfies RevisionPage);
  }
  const revision = project.revisions.find(({ id }) => id === idOfSegment(second));
  return revision === undefined
    ? notFound
    : ofRevision(options, question, project, revision, file.join('/'));
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function indexOf(catalogue: Catalogue): Index {
  return {
    wavegate: '1.0.0',
    projects: catalogue.map((project) => {
      const first = page(project, new URLSearchParams({ limit: String(listedRevisions) }));
      return {
        id: project.id,
        title: project.title,
        ...(project.description === undefined ? {} : { description: project.description }),
        ...(project.sample === true ? { sample: true } : {}),
        revisions: (first?.revisions ?? []).map((revision) => listed(project, revision)),
        ...(first?.next === undefined ? {} : { next: first.next }),
      };
    }),
  };
}

function listed(project: ServedProject, revision: ServedRevision): ListedRevision {
  const { id, createdAt, label } = revision;
  return {
    id,
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(label === undefined ? {} : { label }),
    path: revisionPath(project.id, id),
  };
}

async function ofRevision(
  options: ServiceOptions,
  question: Question,
  project: ServedProject,
  revision: ServedRevision,
  file: string,
): Promise<Answer> {
  // A file of the bundle goes before what is computed: a static host would give it, too.
  if (revision.files.paths?.includes(file) !== false) {
    const answer = await fileAnswer(options, question, revision, file);
    if (answer.status !== 404) return answer;
  }
  switch (file) {
    case 'delta.json':
      return documentDelta(options.store, question, project, revision);
    case 'plan.json':
      return planSlice(options.store, question, revision);
    case 'verdicts.json':
      return verdictSlice(options.store, question, project, revision, options.now());
    case 'points.json':
      return metricPoints(options.store, question, project, revision, options.now());
    default:
      return problem(404, 'Not Found', question.path);
  }
}

async function fileAnswer(
  { store, mostAtOnce }: ServiceOptions,
  question: Question,
  revision: ServedRevision,
  file: string,
): Promise<Answer> {
  if (!containedPath(file).ok) return problem(404, 'Not Found', question.path);
  const found = await store.file(revision, file);
  if (!found.ok) {
    return found.error.code === 'too-large'
      ? problem(413, 'Content Too Large', question.path)
      : problem(404, 'Not Found', question.path);
  }
  const { bytes, sha256 } = found.value;
  const answer = represent(question, {
    bytes,
    sha256,
    mediaType: mediaTypeOfPath(file) ?? 'application/octet-stream',
    ...(mostAtOnce === undefined ? {} : { mostAtOnce: mostAtOnce() }),
  });
  return answer.status === 200
    ? { ...answer, headers: { ...answer.headers, 'repr-digest': digestField(sha256) } }
    : answer;
}

/** RFC 9530. */
function digestField(sha256: string): string {
  const bytes = sha256.match(/../g)?.map((pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  return `sha-256=:${btoa((bytes ?? []).join(''))}:`;
}

async function blob(
  { catalogue, store }: ServiceOptions,
  question: Question,
  [kind, sha256 = '', ...more]: readonly (string | undefined)[],
): Promise<Answer> {
  const isDigest = kind === 'sha256' && more.length === 0 && /^[0-9a-f]{64}$/.test(sha256);
  const found = isDigest ? await store.blob(await catalogue(), sha256) : undefined;
  if (found === undefined) return problem(404, 'Not Found', question.path);
  return represent(question, found);
}
