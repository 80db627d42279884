// For whom a need matters: one's own organisation by one tap, the others as a number and their initials.

import { castVote } from '../../../documents/planCommands.ts';
import { type Need, type Vote, votersOf } from '../../../domain/plan/need.ts';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Avatar } from '../../../ui/display/Avatar.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import type { PlanWork } from '../planWork.ts';
import { shortName } from '../rows/rowWords.ts';
import styles from './Needs.module.css';

/** More discs than this would say less. */
const MOST_DISCS = 5;

export interface VotesLineProps {
  readonly work: PlanWork;
  readonly need: Need;
  readonly votes: readonly Vote[];
  readonly organisations: readonly PartnerOrganisation[];
  /** Asks for whom it matters: whoever writes for no organisation of their own records it for others. */
  readonly onVoters: () => void;
}

export function VotesLine({ work, need, votes, organisations, onVoters }: VotesLineProps) {
  const texts = t().plan;
  const voters = votersOf(need.id, votes, organisations);
  const own = work.me.organisationId;
  const isOwn = voters.some(({ id }) => id === own);
  const vote = (): void => {
    if (own === undefined) onVoters();
    else work.write((doc, hand) => castVote(doc, need.id, own, isOwn, hand)).catch(work.device.reportFailure);
  };
  return (
    <div class={styles['votes']}>
      {work.readOnly === undefined && (
        <Button
          size="small"
          icon={isOwn ? 'check' : 'flag'}
          {...(own === undefined ? { 'aria-haspopup': 'dialog' as const } : { pressed: isOwn })}
          aria-label={texts.voteFor(shortName(need.text))}
          onClick={vote}
        >
          {texts.vote}
        </Button>
      )}
      <span class={styles['discs']}>
        {voters.slice(0, MOST_DISCS).map(({ id, name }) => (
          <span key={id} title={name}>
            <Avatar id={id} name={name} small />
          </span>
        ))}
      </span>
      <span title={voters.map(({ name }) => name).join(', ')}>{texts.votes(voters.length)}</span>
    </div>
  );
}
