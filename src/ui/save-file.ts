/** Hands a file to the browser. */
export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  // The browser has taken the address once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
