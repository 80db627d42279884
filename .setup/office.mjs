// Makes sure that LibreOffice's writer and calc are there, with which the tests read back the DOCX and XLSX files that the app
// makes. On Debian as root they are installed, without a screen; elsewhere the error says what to install.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { canInstall, install, onPath, SetupError } from './commands.mjs';

/** Debian divides LibreOffice into packages; `soffice` comes with any of them, a library with its own. */
const debianFolder = '/usr/lib/libreoffice/program';
const needed = { 'libreoffice-writer-nogui': 'libswlo.so', 'libreoffice-calc-nogui': 'libsclo.so' };

function hasOffice() {
  if (!onPath('soffice')) return false;
  return (
    !existsSync(debianFolder) || Object.values(needed).every((name) => existsSync(join(debianFolder, name)))
  );
}

/** Throws a SetupError that names what is missing when it cannot be installed from here. */
export function ensureOffice() {
  if (hasOffice()) return;
  if (!canInstall()) {
    throw new SetupError(
      'Missing for the tests of the plan’s files: LibreOffice. On Debian or Ubuntu: ' +
        `sudo apt-get install ${Object.keys(needed).join(' ')}. ` +
        'Elsewhere: install LibreOffice, and put soffice on the PATH.',
    );
  }
  install(Object.keys(needed));
}
