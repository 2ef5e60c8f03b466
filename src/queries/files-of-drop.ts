import { filesOfList, filesOfTransfer } from '../source/dropped-files.ts';

/** Files that were dropped or chosen, or why they are refused. */
export type DroppedFiles = ReturnType<typeof filesOfTransfer>;

/**
 * Collects what a drop event or a file input brought. Call it inside the event handler: the browser
 * empties a transfer when the handler returns. What reads the files is larger, and may come later.
 */
export function filesOfDrop(dropped: DataTransfer | Iterable<File>): DroppedFiles {
  return 'items' in dropped ? filesOfTransfer(dropped) : Promise.resolve(filesOfList(dropped));
}
