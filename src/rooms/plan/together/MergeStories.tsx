// Two set the same field without knowing of each other: which value stands, which one does not, and the way back to it.

import { settleStory } from '../../../documents/planDiscussion.ts';
import { labelOf } from '../../../domain/plan/comparePlans.ts';
import type { Overruled, Settlement, WrittenValue } from '../../../domain/plan/mergeStory.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { organisationName } from '../organisationName.ts';
import { shortName } from '../rows/rowWords.ts';
import { fieldName, type Named, valueText } from './changeSentence.ts';
import { authorOf, type DiscussedEntries, storiesOfSection } from './discussion.ts';
import type { SectionTalkProps } from './sectionTalkProps.ts';

export interface MergeStoriesProps extends SectionTalkProps {
  readonly entries: DiscussedEntries;
}

export function MergeStories(props: MergeStoriesProps) {
  const stories = storiesOfSection(props.entries, props.section);
  return (
    <>
      {stories.map((story) => (
        <Story key={story.id} {...props} story={story} />
      ))}
    </>
  );
}

function Story({ work, organisations, entries, story }: MergeStoriesProps & { readonly story: Overruled }) {
  const texts = t().planTogether.stories;
  const row = entries[story.rowRoot].find(({ id }) => id === story.rowId);
  const named: Named = { organisations, rows: entries };
  const valueOf = ({ value }: WrittenValue): string =>
    typeof value === 'boolean'
      ? texts.changed
      : (valueText(story.field, value ?? undefined, { before: named, after: named }) ?? texts.changed);
  const whoOf = ({ client }: WrittenValue): string => {
    const { name, organisationId } = authorOf(entries, client);
    const organisation = organisationId === undefined ? '' : organisationName(organisations, organisationId);
    return [name || t().plan.somebody, organisation].filter(Boolean).join(', ');
  };
  const settle = (outcome: Settlement['outcome']): void => {
    work
      .write((doc, hand) => {
        settleStory(doc, story.id, outcome, hand);
      })
      .catch(work.device.reportFailure);
  };
  return (
    <Banner
      tone="amber"
      title={texts.title(fieldName(story.field), shortName(row === undefined ? '' : labelOf(row)))}
      action={
        work.readOnly === undefined && (
          <>
            <Button size="small" icon="undo" onClick={() => settle('takenBack')}>
              {texts.takeBack(valueOf(story.lost))}
            </Button>
            <Button size="small" variant="quiet" onClick={() => settle('kept')}>
              {texts.keep}
            </Button>
          </>
        )
      }
    >
      <p>{texts.stands(valueOf(story.stood), whoOf(story.stood))}</p>
      <p>{texts.lost(valueOf(story.lost), whoOf(story.lost))}</p>
    </Banner>
  );
}
