// Makes sure that the engines of other tablets are there for their tests: WebKitGTK with a display and a session bus of its own,
// and Firefox. On Debian as root they are installed; elsewhere on Linux the error says what to install.
import { canInstall, install, onPath, SetupError } from './commands.mjs';

/** Each package with programs of it, any of which will do. */
const needed = {
  'webkit2gtk-driver': ['WebKitWebDriver'],
  xvfb: ['xvfb-run'],
  xauth: ['xauth'],
  'dbus-daemon': ['dbus-run-session'],
  'firefox-esr': ['firefox-esr', 'firefox'],
};

/** WebKitGTK is Linux's alone: tests/run.ts leaves the engines out elsewhere. */
export function ensureEngines() {
  if (process.platform !== 'linux') return;
  const missing = Object.keys(needed).filter((name) => !needed[name].some(onPath));
  if (missing.length === 0) return;
  if (!canInstall()) {
    throw new SetupError(
      `Missing for the tests in other engines: ${missing.join(', ')}. On Debian or Ubuntu: ` +
        `sudo apt-get install ${missing.join(' ')}. Elsewhere: install WebKitGTK's MiniBrowser with WebKitWebDriver, ` +
        'Xvfb with xvfb-run and xauth, dbus-run-session and Firefox, and put them on the PATH.',
    );
  }
  install(missing);
}
