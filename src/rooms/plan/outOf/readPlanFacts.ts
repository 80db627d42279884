// What the plan's files are made of, read from the document at one moment.

import { readPlanContent, readPlanRecords } from '../../../documents/planContent.ts';
import type { PartnershipId } from '../../../domain/ids.ts';
import type { ProgrammeRound } from '../../../domain/programme/round.ts';
import { THIRD_ROUND } from '../../../domain/programme/thirdRound.ts';
import type { PlanFacts } from '../../../outputs/plan/planFacts.ts';
import { documentName } from '../../../schema/documentName.ts';
import type { Device } from '../../../storage/device.ts';
import { readSetting } from '../../../storage/settings.ts';

export interface PlanToTakeOut {
  readonly facts: PlanFacts;
  readonly benefits: ProgrammeRound['benefits'];
  /** Who uses this device, or who coordinates. */
  readonly author: string;
}

/** `undefined` while the plan has not arrived on this device. */
export async function readPlanFacts(
  { db, ledger, today }: Device,
  partnershipId: PartnershipId,
): Promise<PlanToTakeOut | undefined> {
  const { doc, release } = await ledger.open(documentName('partnership', partnershipId));
  try {
    const content = readPlanContent(doc, partnershipId);
    if (content === undefined) return undefined;
    const marks = readPlanRecords(doc, 'sectionMarks');
    const [round, personName] = await Promise.all([
      db.rounds.get(content.partnership.roundId),
      readSetting(db, 'personName'),
    ]);
    return {
      facts: { content, marks, today: today() },
      benefits: (round ?? THIRD_ROUND).benefits,
      author: personName || content.partnership.coordinatorName,
    };
  } finally {
    release();
  }
}
