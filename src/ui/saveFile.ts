// Hands a file to the person: the browser's download, which works without internet too.

/** Milliseconds until the bytes may go; the download has begun long before. */
const KEPT_MS = 60_000;

export function saveFile(name: string, type: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
