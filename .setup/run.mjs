// Runs one task of the project (`node .setup/run.mjs test`) and first does whatever set-up it still needs.
// Plain JavaScript without dependencies, because it starts on Node 20 in a clone that has nothing installed.
// What each task is stands in tasks.mjs; each kind of set-up has a file of its own.
import { ensureBrowser } from './browser.mjs';
import { buildIfStale } from './build.mjs';
import { runForeground, SetupError } from './commands.mjs';
import { ensureEngines } from './engines.mjs';
import { ensureModules } from './modules.mjs';
import { ensureNode } from './node.mjs';
import { ensureOffice } from './office.mjs';
import { ensureServices } from './services.mjs';
import { root, taskNames, tasks } from './tasks.mjs';

async function main() {
  const [name, ...rest] = process.argv.slice(2);
  const task = name === undefined ? undefined : tasks[name];
  if (task === undefined) {
    throw new SetupError(`No such task: ${name ?? '(none)'}. There are: ${taskNames.join(', ')}.`);
  }
  const node = ensureNode(root);
  ensureModules(root, node);
  if (task.browser) ensureBrowser();
  if (task.services === true) ensureServices();
  if (task.office === true) ensureOffice();
  if (task.engines === true) ensureEngines();
  if (task.build !== 'none') buildIfStale(root, node, { always: task.build === 'always' });
  if (task.commands.length === 0) return 0;
  if (task.note !== undefined) console.log(task.note);
  return runForeground(
    root,
    node,
    task.commands.map((command) => [...command, ...rest]),
    task.env,
  );
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`\n${error.message}\n`);
  process.exitCode = 1;
}
