// What is done with versions of the plan: kept, accepted, restored with a way back. The last one says what failed by itself; the
// others reject with StorageFailure.

import type { OpenDocument } from '../../../storage/ledger.ts';
import { readPlanContent } from '../../../documents/planContent.ts';
import {
  acceptVersion,
  keepVersion,
  packContent,
  readVersion,
  restorePlan,
} from '../../../documents/planVersions.ts';
import type { OrganisationId, PlanVersionId } from '../../../domain/ids.ts';
import type { PlanVersion } from '../../../domain/plan/planVersion.ts';
import { writeOwnOrganisation } from '../../../storage/planSettings.ts';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { t } from '../../../ui/i18n/planTexts.ts';
import type { PlanWork } from '../planWork.ts';

/** Keeps the plan as it reads now. */
export async function keepPlan(work: PlanWork, { doc }: OpenDocument, name: string): Promise<void> {
  const content = readPlanContent(doc, work.partnershipId);
  if (content === undefined) return;
  const version = {
    id: work.device.newId<PlanVersionId>(),
    name,
    content,
    packed: await packContent(content),
  };
  await work.write((written, hand) => keepVersion(written, version, hand));
}

/** By confirmation on this device. A partner who has not said yet for whom they write has said it with this. */
export async function confirmVersion(
  work: PlanWork,
  versionId: PlanVersionId,
  organisationId: OrganisationId,
): Promise<void> {
  const { device, partnershipId, maySpeakForPartners, me } = work;
  if (!maySpeakForPartners && me.organisationId === undefined)
    await writeOwnOrganisation(device.db, partnershipId, organisationId);
  const acceptance = {
    versionId,
    organisationId,
    deviceId: device.id,
    kind: 'confirmation' as const,
    signatureId: undefined,
  };
  await work.write((doc, hand) => acceptVersion(doc, acceptance, hand));
}

export function restoreVersion(work: PlanWork, opened: OpenDocument, { id, name }: PlanVersion): void {
  const { reportFailure } = work.device;
  const texts = t().planTogether.versions;
  const restore = async (): Promise<void> => {
    const former = readPlanContent(opened.doc, work.partnershipId);
    const content = await readVersion(opened.doc, id);
    if (content === undefined || former === undefined) {
      showToast({ text: texts.unreadable, tone: 'problem' });
      return;
    }
    await work.write((doc, hand) => restorePlan(doc, content, hand));
    const undo = (): void =>
      void work.write((doc, hand) => restorePlan(doc, former, hand)).catch(reportFailure);
    showToast({ text: texts.restored(name), action: { label: t().common.undo, run: undo } });
  };
  restore().catch(reportFailure);
}
