import type { Result } from '../lib/result.ts';
import type { DroppedFile } from '../source/dropped-files.ts';
import type { SourceError } from '../source/types.ts';

/** Files that were dropped or chosen, or why they are refused. */
export type DroppedFiles = Promise<Result<readonly DroppedFile[], SourceError>>;

/**
 * Collects what a drop event or a file input brought. Call it inside the event handler: the browser
 * empties a transfer when the handler returns. What reads the files is larger, and may come later.
 */
export async function filesOfDrop(dropped: DataTransfer | Iterable<File>): DroppedFiles {
  const isDrop = 'items' in dropped;
  const entries = isDrop ? entriesOf(dropped) : [];
  const files = [...(isDrop ? dropped.files : dropped)];
  const { filesOfEntries, filesOfList } = await import('../source/dropped-files.ts');
  return entries.length > 0 ? filesOfEntries(entries) : filesOfList(files);
}

function entriesOf({ items }: DataTransfer): readonly FileSystemEntry[] {
  return [...items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    return entry === null ? [] : [entry];
  });
}
