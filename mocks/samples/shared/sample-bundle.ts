import type { ProjectContent } from '../../../src/model/project.ts';

/** Text is written as UTF-8. */
export type FileContent = string | Uint8Array;

/** One authored revision of one project: what becomes a folder under `public/bundles`. */
export interface SampleBundle {
  /** Equals `content.project.id`; the folder name. */
  readonly project: string;
  /** Equals `content.revision.id`; the folder name below the project. */
  readonly revision: string;
  readonly content: ProjectContent;
  /** Every file beside `bundle.json`, by relative POSIX path: `evidence/…`, `metrics/…`. */
  readonly files: ReadonlyMap<string, FileContent>;
}

const encoder = new TextEncoder();

export function bytesOf(content: FileContent): Uint8Array {
  return typeof content === 'string' ? encoder.encode(content) : content;
}

/** Joins lines with `\n` and ends the last one, so that line numbers are array indexes plus one. */
export function lines(...text: readonly string[]): string {
  return `${text.join('\n')}\n`;
}
