// The Polish texts of the first load: what stands around every screen, and Dziś. The other areas come with the rooms.
import { common } from './common.ts';
import { example } from './example.ts';
import { problems } from './problems.ts';
import { shell } from './shell.ts';
import { sync } from './sync.ts';
import { ticks } from './ticks.ts';
import { today } from './today.ts';

export const firstTexts = { common, example, problems, shell, sync, ticks, today };
