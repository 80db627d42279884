// Keeps out of the bundle what the PDF's libraries bring and the app's PDFs never use (70 KB as served): fontkit's brotli decoder
// reads woff2, and the fonts are woff; pdfkit wraps no lines, draws no pictures and encrypts nothing here. Whatever is used
// nonetheless throws.
import type { Plugin } from 'vite';

/** What each module exports. */
const unused: Readonly<Record<string, readonly string[]>> = {
  'brotli/decompress.js': ['default'],
  linebreak: ['default'],
  'png-js': ['default'],
  '@noble/ciphers/aes': ['cbc', 'ecb'],
};

const prefix = '\0unused:';

export const withoutUnused: Plugin = {
  name: 'without-unused',
  enforce: 'pre',
  resolveId: (source) => (source in unused ? prefix + source : undefined),
  load: (id) => {
    const name = id.startsWith(prefix) ? id.slice(prefix.length) : '';
    const stub = `function unused() { throw new Error('${name} is kept out of the bundle'); }\n`;
    const names = unused[name];
    return names === undefined
      ? undefined
      : `${stub}export { ${names.map((each) => `unused as ${each}`).join(', ')} };`;
  },
};
