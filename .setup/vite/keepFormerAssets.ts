// Keeps the assets of earlier builds for some days beside the new ones, so that a tab of the former release still
// finds the chunks it has not loaded yet. They are served, but not precached: each release precaches its own.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

interface PrecacheEntry {
  readonly url: string;
}

/** The vite plugin, and the filter that leaves only this build's assets in a precache manifest. */
export function keepFormerAssets({ days }: { days: number }) {
  let folder = '';
  let isClient = true;
  const present = new Set<string>();

  const plugin: Plugin = {
    name: 'wspolnie:keep-former-assets',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
      isClient = !config.build.ssr;
    },
    buildStart() {
      if (!isClient || !existsSync(folder)) return;
      for (const name of readdirSync(folder)) {
        if (name !== 'assets') rmSync(join(folder, name), { recursive: true });
      }
    },
    writeBundle(_options, bundle) {
      for (const fileName of Object.keys(bundle)) present.add(fileName);
      const oldest = Date.now() - days * 24 * 60 * 60 * 1000;
      const assets = join(folder, 'assets');
      if (!existsSync(assets)) return;
      for (const name of readdirSync(assets)) {
        const file = join(assets, name);
        if (!present.has(`assets/${name}`) && statSync(file).mtimeMs < oldest) rmSync(file);
      }
    },
  };

  const onlyPresent = <Entry extends PrecacheEntry>(entries: Entry[]) => ({
    manifest: entries.filter(({ url }) => !url.startsWith('assets/') || present.has(url)),
    warnings: [],
  });

  return { plugin, onlyPresent };
}
