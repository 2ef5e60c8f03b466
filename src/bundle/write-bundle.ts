import type { Evidence } from '../model/evidence.ts';
import type { ProjectContent } from '../model/project.ts';
import { formatSha256Sums, sha256Hex, sumsFile } from './digest.ts';
import { shapes } from './generated/shapes.ts';
import { isSafePath } from './paths.ts';
import { type Draft, isRawList, isRawRecord, textAt } from './raw.ts';
import type { Shape } from './shape.ts';
import { formatVersion } from './upgrade.ts';

export interface WriteOptions {
  /** Original bytes by path: evidence, metric tables, anything that belongs to the bundle. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
  /** Writes evidence records to `collections/evidence.ndjson` instead of into `bundle.json`. */
  readonly splitEvidence?: boolean;
  readonly critical?: readonly string[];
  /** By names that contain a dot. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export const planFile = 'bundle.json';
export const evidenceFile = 'collections/evidence.ndjson';

/**
 * A whole bundle, file by file, with `SHA256SUMS`. The same content gives the same bytes, whatever
 * the order of its members.
 *
 * @throws RangeError for a file whose path leads out of the bundle or takes a reserved name.
 */
export function writeBundle(
  content: ProjectContent,
  options: WriteOptions = {},
): Map<string, Uint8Array> {
  const encoder = new TextEncoder();
  const bundle = new Map<string, Uint8Array>();
  const { evidence, ...rest } = content;
  const isSplit = options.splitEvidence === true && evidence !== undefined && evidence.length > 0;
  const lines = isSplit ? encoder.encode(evidenceLines(evidence)) : undefined;
  const plan = {
    wavegate: formatVersion,
    ...(options.critical === undefined ? {} : { critical: options.critical }),
    ...(options.extensions === undefined ? {} : { extensions: options.extensions }),
    ...(isSplit ? rest : content),
    ...(lines === undefined
      ? {}
      : {
          collections: {
            evidence: [
              { path: evidenceFile, count: evidence?.length ?? 0, sha256: sha256Hex(lines) },
            ],
          },
        }),
  };
  bundle.set(planFile, encoder.encode(`${JSON.stringify(ordered(plan, 'Bundle'), null, 2)}\n`));
  if (lines !== undefined) bundle.set(evidenceFile, lines);
  for (const [path, bytes] of options.files ?? []) {
    if (!isSafePath(path) || bundle.has(path) || path === sumsFile) {
      throw new RangeError(`A bundle cannot hold a file with the path ${JSON.stringify(path)}`);
    }
    bundle.set(path, bytes);
  }
  const digests = new Map([...bundle].map(([path, bytes]) => [path, sha256Hex(bytes)]));
  bundle.set(sumsFile, encoder.encode(formatSha256Sums(digests)));
  return bundle;
}

/** Evidence records, one a line. */
export function evidenceLines(evidence: readonly Evidence[]): string {
  return evidence.map((entry) => `${JSON.stringify(ordered(entry, 'Evidence'))}\n`).join('');
}

/** Members in the order of the schema; members that are data of the plan in the order of code units. */
function ordered(value: unknown, kind: string | undefined): unknown {
  if (!isRawRecord(value)) return isRawList(value) ? value.map((v) => ordered(v, kind)) : value;
  const members = kind === undefined ? undefined : membersFor(shapes[kind], value);
  const result: Draft = {};
  if (members === undefined) {
    for (const name of Object.keys(value).sort())
      set(result, name, ordered(value[name], undefined));
    return result;
  }
  for (const [name, { is }] of Object.entries(members)) {
    if (value[name] !== undefined) set(result, name, ordered(value[name], is));
  }
  return result;
}

/** Defines the member even where assignment would not. */
function set(target: Draft, name: string, value: unknown): void {
  Object.defineProperty(target, name, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}

type Members = Extract<Shape, { readonly members: unknown }>['members'];

function membersFor(shape: Shape | undefined, value: unknown): Members | undefined {
  if (shape === undefined) return undefined;
  if ('members' in shape) return shape.members;
  if ('by' in shape) {
    const tag = textAt(value, shape.by);
    return membersFor(tag === undefined ? undefined : shapes[shape.of[tag] ?? ''], value);
  }
  const fitting = shape.among.find((name) => {
    const members = membersFor(shapes[name], value);
    return (
      isRawRecord(value) &&
      members !== undefined &&
      Object.keys(value).every((key) => key in members)
    );
  });
  return fitting === undefined ? undefined : membersFor(shapes[fitting], value);
}
