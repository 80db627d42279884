// What the parts of a section's talk are given.

import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import type { PlanSection } from '../../../domain/plan/sections.ts';
import type { PlanWork } from '../planWork.ts';

export interface SectionTalkProps {
  readonly work: PlanWork;
  readonly section: PlanSection;
  readonly organisations: readonly PartnerOrganisation[];
}
