// The programs that the plan's files are read back with: LibreOffice, with a profile of its own in a folder that goes, and Poppler.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MOST_OUTPUT = 64 * 1024 * 1024;

/** Its first start makes a profile, which takes a while on a busy machine. */
const OFFICE_MS = 240_000;

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'wspolnie-office-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface OfficeFile {
  /** With its ending. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files in the format to which LibreOffice converts them, in their order. All at once: a start costs seconds. */
export async function convert(
  files: readonly OfficeFile[],
  ending: 'pdf' | 'csv' | 'docx',
  filter: string,
): Promise<readonly Uint8Array[]> {
  return inFolder(async (folder) => {
    const paths = files.map(({ name }) => join(folder, name));
    await Promise.all(files.map(({ bytes }, index) => writeFile(paths[index] ?? '', bytes)));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const out = join(folder, 'out');
    const args = [profile, '--headless', '--norestore', '--convert-to', filter, '--outdir', out, ...paths];
    await run('soffice', args, { timeout: OFFICE_MS, maxBuffer: MOST_OUTPUT });
    return Promise.all(
      files.map(
        async ({ name }) =>
          new Uint8Array(await readFile(join(out, `${name.slice(0, name.lastIndexOf('.'))}.${ending}`))),
      ),
    );
  });
}

export interface ReadPdf {
  /** Of each page, as it is drawn. */
  readonly pages: readonly string[];
  /** How often each kind of tag stands in the structure. */
  readonly tags: ReadonlyMap<string, number>;
  readonly title: string;
  readonly isTagged: boolean;
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  return inFolder(async (folder) => {
    const file = join(folder, 'file.pdf');
    await writeFile(file, bytes);
    const [text, facts, structure] = await Promise.all([
      run('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], { maxBuffer: MOST_OUTPUT }),
      run('pdfinfo', ['-enc', 'UTF-8', file]),
      run('pdfinfo', ['-struct', file], { maxBuffer: MOST_OUTPUT }),
    ]);
    return {
      pages: text.stdout.split('\f').slice(0, -1),
      tags: countTags(structure.stdout),
      title: /^Title:\s+(.*)$/m.exec(facts.stdout)?.[1] ?? '',
      isTagged: /^Tagged:\s+yes$/m.test(facts.stdout),
    };
  });
}

/** A line an element: its kind, then what is said of it. */
function countTags(structure: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, kind = ''] of structure.matchAll(/^ *([A-Z][A-Za-z0-9]*)/gm)) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/** Without white space, which pages and cells wrap at will, and without the numbers of pages. */
function squeeze(text: string): string {
  return text.replaceAll(/Strona\s+\d+\s+z\s+\d+/g, '').replaceAll(/\s+/g, '');
}

/** The first of the texts that does not stand after those before it; `undefined` when all are there, in order. */
export function firstMissing(texts: readonly string[], text: string): string | undefined {
  const squeezed = squeeze(text);
  let at = 0;
  for (const each of texts) {
    const wanted = squeeze(each);
    const found = squeezed.indexOf(wanted, at);
    if (found === -1) return each;
    at = found + wanted.length;
  }
  return undefined;
}
