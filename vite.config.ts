// How the app is built, served during development and tested. The service worker is src/sw/serviceWorker.ts;
// the app registers it itself. What the build leaves beside the bundle is in .setup/vite/.
import { preact } from '@preact/preset-vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { backgroundScript } from './.setup/vite/backgroundScript.ts';
import { compressAssets } from './.setup/vite/compressAssets.ts';
import { keepFormerAssets } from './.setup/vite/keepFormerAssets.ts';
import { webManifest } from './.setup/vite/webManifest.ts';
import { withoutUnused } from './.setup/vite/withoutUnused.ts';

/** Set by .setup/build.mjs: the version of package.json and a hash of what the bundle is made of. */
const version = process.env['APP_VERSION'] ?? '0.0.0+dev';

/** `npm run dev` starts its relay there, beside vite. */
const relay = `http://127.0.0.1:${process.env['WSPOLNIE_PORT'] ?? '8081'}`;
const relayPaths = [
  '/sync',
  '/socket',
  '/auth',
  '/health',
  '/ready',
  '/metrics',
  '/invitations',
  '/members',
  '/devices',
];

const formerAssets = keepFormerAssets({ days: 14 });

export default defineConfig({
  define: { __APP_VERSION__: JSON.stringify(version) },
  plugins: [
    preact(),
    withoutUnused,
    formerAssets.plugin,
    backgroundScript({ entry: 'src/sw/backgroundVisit.ts', fileName: 'backgroundVisit.js' }),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'serviceWorker.ts',
      injectRegister: false,
      includeManifestIcons: false,
      manifest: webManifest,
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['**/*.{js,css,html,svg,png,woff,woff2}'],
        // The worker keeps this one itself.
        globIgnores: ['backgroundVisit.js'],
        maximumFileSizeToCacheInBytes: 2_000_000,
        manifestTransforms: [formerAssets.onlyPresent],
      },
    }),
    compressAssets(),
  ],
  build: {
    target: 'es2022',
    // A browser without module preloading fetches a little later; all would carry the code for it.
    modulePreload: { polyfill: false },
    manifest: true,
    emptyOutDir: false,
    sourcemap: false,
    rolldownOptions: {
      output: {
        // The first screen lists the files of all others: a shorter hash tells builds apart as well, and what several share goes
        // by its hash alone.
        chunkFileNames: ({ isDynamicEntry, name }) =>
          isDynamicEntry || name === 'first' ? 'assets/[name]-[hash:7].js' : 'assets/[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
        codeSplitting: {
          groups: [
            // Chunks of their own, because they outlive releases. The first screen reads the query tables only and uses
            // a little of lib0: split by entry, or that little would bring all of Yjs with it.
            {
              name: 'yjs',
              priority: 3,
              test: /node_modules[\\/](yjs|y-indexeddb|y-protocols|lib0)[\\/]/,
              entriesAware: true,
            },
            { name: 'dexie', test: /node_modules[\\/]dexie[\\/]/, priority: 3 },
            // What the first screen needs in one piece: forty small files compress worse and each is a request. The
            // entry itself stays apart, so that the manifest keeps it.
            {
              name: 'first',
              tags: ['$initial'],
              test: (id) => !id.endsWith('/src/app/main.tsx') && !id.endsWith('.html'),
              priority: 2,
            },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    proxy: Object.fromEntries(relayPaths.map((path) => [path, { target: relay, ws: path === '/socket' }])),
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          // Some start processes or a relay; on a busy machine that takes its time.
          testTimeout: 30_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/{e2e,compat}/**/*.e2e.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        extends: true,
        test: {
          name: 'engines',
          environment: 'node',
          include: ['tests/engines/**/*.engine.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
