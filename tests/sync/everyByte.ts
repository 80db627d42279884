// Everything that stands in a folder, or in the IndexedDB databases of this process, as text to search for erased values.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Each byte of each file as one character; of a folder alone, or of what lies in it too. */
export function bytesOfFolder(folder: string, { recursive = true } = {}): string {
  return readdirSync(folder, { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

/** Every key and value of every store of every database, strings as UTF-8, bytes as they are. */
export async function bytesOfDatabases(factory: IDBFactory = indexedDB): Promise<string> {
  const found: string[] = [];
  for (const { name } of await factory.databases()) {
    if (name === undefined) continue;
    found.push(name);
    const db = await result(factory.open(name));
    for (const store of db.objectStoreNames) {
      const read = db.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([result(read.getAllKeys()), result(read.getAll())]);
      collect([keys, values], found);
    }
    db.close();
  }
  return found.join('\n');
}

/** The value in the encodings in which it may lie somewhere: bytes, UTF-8, UTF-16, base64. */
export function disguises(secret: string | Uint8Array): readonly string[] {
  if (typeof secret !== 'string') {
    const bytes = Buffer.from(secret);
    return [bytes.toString('latin1'), bytes.toString('base64')];
  }
  return (['utf8', 'utf16le'] as const).map((encoding) => Buffer.from(secret, encoding).toString('latin1'));
}

function collect(value: unknown, found: string[]): void {
  if (typeof value === 'string') found.push(Buffer.from(value).toString('latin1'));
  else if (value instanceof ArrayBuffer) found.push(Buffer.from(value).toString('latin1'));
  else if (ArrayBuffer.isView(value))
    found.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('latin1'));
  else if (typeof value === 'object' && value !== null)
    for (const each of Object.entries(value).flat()) collect(each, found);
}

function result<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('not read')));
  });
}
