// Builds the service worker's second script, which the worker runs only for a visit in the background: a classic script of
// its own, since a worker may not load modules while it runs.
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';

export interface BackgroundScriptOptions {
  /** Module to build, from the project's root. */
  readonly entry: string;
  /** Name of the script in the finished build. */
  readonly fileName: string;
}

export function backgroundScript({ entry, fileName }: BackgroundScriptOptions): Plugin {
  let root = '';
  let folder = '';
  return {
    name: 'wspolnie:background-script',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'pre',
      sequential: true,
      async handler() {
        await build({
          root,
          configFile: false,
          logLevel: 'warn',
          publicDir: false,
          build: {
            outDir: folder,
            emptyOutDir: false,
            target: 'es2022',
            rolldownOptions: {
              input: join(root, entry),
              output: { format: 'iife', entryFileNames: fileName },
            },
          },
        });
      },
    },
  };
}
