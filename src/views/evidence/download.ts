import { visibleText } from '../../lib/text/visible.ts';

/**
 * Hands bytes to the browser as a file. The type says nothing about the content, so that no browser
 * opens it as a page instead of keeping it.
 */
export function saveFile(path: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(
    new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }),
  );
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = fileName(path);
  anchor.click();
  // The browser has taken the address once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The last part of a path, without anything that hides or misleads. */
export function fileName(path: string): string {
  const last = path.split(/[/\\]/).at(-1) ?? '';
  const name = visibleText(last).replace(/[<>:"|?*[\]]/g, '_');
  return name === '' || /^\.+$/.test(name) ? 'evidence' : name;
}
