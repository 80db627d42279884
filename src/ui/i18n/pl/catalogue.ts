// All Polish texts, put together from their areas.
import { attendance } from './attendance.ts';
import { firstTexts } from './firstTexts.ts';
import { identity } from './identity.ts';
import { importing } from './importing.ts';
import { meetings } from './meetings.ts';
import { outputs } from './outputs.ts';
import { partnership } from './partnership.ts';
import { planEditor } from './planEditor.ts';
import { planOutputs } from './planOutputs.ts';
import { plan } from './plan.ts';
import { planGuides } from './planGuides.ts';
import { planTogether } from './planTogether.ts';
import { planOutOf } from './planOutOf.ts';
import { planWork } from './planWork.ts';
import { programme } from './programme.ts';
import { recovery } from './recovery.ts';
import { sending } from './sending.ts';
import { settings } from './settings.ts';
import { signing } from './signing.ts';

export const catalogue = {
  ...firstTexts,
  attendance,
  identity,
  importing,
  meetings,
  outputs,
  planOutputs,
  partnership,
  planEditor,
  plan,
  planGuides,
  planTogether,
  planOutOf,
  planWork,
  programme,
  recovery,
  sending,
  settings,
  signing,
};
