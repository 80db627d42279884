// All English texts, put together from their areas.
import { attendance } from './attendance.ts';
import { common } from './common.ts';
import { example } from './example.ts';
import { identity } from './identity.ts';
import { importing } from './importing.ts';
import { meetings } from './meetings.ts';
import { outputs } from './outputs.ts';
import { partnership } from './partnership.ts';
import { planOutputs } from './planOutputs.ts';
import { plan } from './plan.ts';
import { planGuides } from './planGuides.ts';
import { planTogether } from './planTogether.ts';
import { planOutOf } from './planOutOf.ts';
import { planWork } from './planWork.ts';
import { problems } from './problems.ts';
import { planEditor } from './planEditor.ts';
import { programme } from './programme.ts';
import { recovery } from './recovery.ts';
import { sending } from './sending.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { signing } from './signing.ts';
import { sync } from './sync.ts';
import { ticks } from './ticks.ts';
import { today } from './today.ts';
import type { catalogue as polish } from '../pl/catalogue.ts';

export const catalogue: typeof polish = {
  common,
  shell,
  ticks,
  sync,
  today,
  partnership,
  planEditor,
  plan,
  planGuides,
  planTogether,
  planOutOf,
  planWork,
  programme,
  meetings,
  attendance,
  signing,
  importing,
  identity,
  outputs,
  planOutputs,
  recovery,
  sending,
  settings,
  problems,
  example,
};
