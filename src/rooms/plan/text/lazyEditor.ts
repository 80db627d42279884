// The editor's code, fetched when a text is opened for writing: reading a section does not wait for it.

import { lazily } from '../../../ui/lazily.ts';

export const lazyEditor = lazily(async () => (await import('./PlanTextEditor.tsx')).PlanTextEditor);
