import { parseTimestamp } from '../lib/timestamp.ts';
import type { ProjectContent } from '../model/project.ts';
import type { OpenRequest } from './session-types.ts';

/** When a bundle is judged, and who says so. */
export interface Instant {
  readonly asOf: string;
  readonly origin: 'chosen' | 'sample' | 'now';
}

/**
 * The instant that the viewer chose; for a sample the creation of its revision, so that it looks
 * the same every day; else the page's clock. A chosen text that is no time counts as not chosen.
 */
export function instantOf(
  content: Pick<ProjectContent, 'sample' | 'revision'>,
  { asOf, now }: Pick<OpenRequest, 'asOf' | 'now'>,
): Instant {
  if (asOf !== undefined && !Number.isNaN(parseTimestamp(asOf))) return { asOf, origin: 'chosen' };
  const { createdAt } = content.revision;
  return content.sample === true && !Number.isNaN(parseTimestamp(createdAt))
    ? { asOf: createdAt, origin: 'sample' }
    : { asOf: now, origin: 'now' };
}
