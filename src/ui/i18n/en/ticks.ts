// What the ticks beside a record say. The wording is the same everywhere.
import type { ticks as polish } from '../pl/ticks.ts';

export const ticks: typeof polish = {
  saving: 'saving…',
  device: 'saved on this device',
  server: 'safe on the server',
  failed: 'could not be saved',
  legend: 'What the marks mean',
};
