// Keeps a brotli decoder and its dictionary (60 KB as served) out of the bundle: fontkit brings them to read woff2, and the
// PDF's fonts are woff.
import type { Plugin } from 'vite';

const decoder = 'brotli/decompress.js';
const stub = '\0without-brotli';

export const withoutBrotli: Plugin = {
  name: 'without-brotli',
  enforce: 'pre',
  resolveId: (source) => (source === decoder ? stub : undefined),
  load: (id) =>
    id === stub ? "export default () => { throw new Error('woff2 cannot be read here'); };" : undefined,
};
