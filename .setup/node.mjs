// Finds a Node that can run the project (TypeScript without a build step, a built-in SQLite), and brings Node 24
// from the npm registry into the ignored folder .node/ when the one that is running is too old.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly, SetupError } from './commands.mjs';

const reference = 24;

/** 22.18 and 24 run TypeScript as it stands; 23 was never supported for long and lacks it in its early releases. */
function isEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= reference || (major === 22 && minor >= 18);
}

/** Node is shipped as one npm package a platform, without install scripts. Alpine's musl has none. */
function packageName() {
  const platform = { linux: 'linux', darwin: 'darwin', win32: 'win' }[process.platform];
  const known = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win-x64', 'win-arm64'];
  const name = `${platform}-${process.arch}`;
  const musl = process.platform === 'linux' && !process.report?.getReport().header.glibcVersionRuntime;
  if (musl || !known.includes(name)) {
    throw new SetupError(
      `This project needs Node ${reference} (22.18 or newer will do); this is ${process.version}, and there is no ` +
        `ready package of Node for ${process.platform} ${process.arch}${musl ? ' with musl' : ''}. ` +
        `Please install Node ${reference} and start again.`,
    );
  }
  return `node-${name}`;
}

/** How to start the npm client that started us, or the one on the PATH, with the given Node. */
export function npmClient(node) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js') && existsSync(script)) {
    // Some distributions' npm finds its parts only under their own Node.
    const works = node === process.execPath || spawnSync(node, [script, '--version']).status === 0;
    return { program: works ? node : process.execPath, args: [script] };
  }
  return { program: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}

/** Path of a Node binary that runs the project. Throws a SetupError when none can be had. */
export function ensureNode(root) {
  if (isEnough(process.versions.node)) return process.execPath;

  const name = packageName();
  const folder = join(root, '.node');
  const binary = join(
    folder,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (versionOf(binary)) return binary;

  console.log(
    `Node ${process.versions.node} is too old for this project: bringing Node ${reference} into .node/ …`,
  );
  const npm = npmClient(process.execPath);
  runQuietly(
    npm.program,
    [
      ...npm.args,
      'install',
      '--prefix',
      folder,
      '--no-save',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
    ].concat(`${name}@${reference}`),
    {
      cwd: root,
      failure: `Node ${reference} could not be brought from the npm registry. Please install it and start again.`,
    },
  );
  if (!versionOf(binary)) {
    throw new SetupError(
      `Node ${reference} was brought into .node/, but it does not run here. Please install it.`,
    );
  }
  return binary;
}

function versionOf(binary) {
  if (!existsSync(binary)) return false;
  const result = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  return result.status === 0 && isEnough(result.stdout.trim().replace(/^v/, ''));
}
