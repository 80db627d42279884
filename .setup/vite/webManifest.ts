// The installed app's name, colours and icons. Polish, because the app is installed by Polish libraries first.
import type { ManifestOptions } from 'vite-plugin-pwa';

export const webManifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Wspólnie',
  short_name: 'Wspólnie',
  description:
    'Partnerstwa lokalne wokół biblioteki: spotkania, listy obecności i wspólny plan, także bez internetu.',
  lang: 'pl',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  orientation: 'any',
  theme_color: '#1d5c4b',
  background_color: '#fbf8f2',
  categories: ['productivity', 'education'],
  icons: [
    { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
};
