// Makes sure that Chromium and the PDF tools are there for tests, pictures and benchmarks.
// On Debian as root they are installed; elsewhere the error says exactly what to install.
import { existsSync } from 'node:fs';
import { canInstall, install, onPath, SetupError } from './commands.mjs';

const browserNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function hasBrowser() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (existsSync(chosen)) return true;
    throw new SetupError(`CHROMIUM_PATH is "${chosen}", but there is no such file.`);
  }
  return browserNames.some(onPath);
}

/** Throws a SetupError that names what is missing when it cannot be installed from here. */
export function ensureBrowser() {
  const missing = [];
  if (!hasBrowser()) missing.push('chromium');
  if (!['pdftotext', 'pdftoppm', 'pdfinfo'].every(onPath)) missing.push('poppler-utils');
  if (missing.length === 0) return;

  if (!canInstall()) {
    throw new SetupError(
      `Missing for the browser tests: ${missing.join(' and ')}. On Debian or Ubuntu: ` +
        `sudo apt-get install ${missing.join(' ')}. ` +
        'Elsewhere: install Chromium or Chrome and set CHROMIUM_PATH, and put pdftotext, pdftoppm and pdfinfo (Poppler) on the PATH.',
    );
  }
  install(missing);
}
