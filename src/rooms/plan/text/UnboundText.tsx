// A section that no editor of this app can be bound to without harm: read as it is now, until it can be written again.
import type * as Y from 'yjs';
import { useEffect, useRef, useState } from 'preact/hooks';
import { readRichText } from '../../../documents/richText.ts';
import { canBeBound } from '../../../documents/richTextShape.ts';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { t } from '../../../ui/i18n/planEditorTexts.ts';
import { RichTextView } from './RichTextView.tsx';

export interface UnboundTextProps {
  readonly fragment: Y.XmlFragment;
  readonly onBindable: () => void;
}

export function UnboundText({ fragment, onBindable }: UnboundTextProps) {
  const [text, setText] = useState(() => readRichText(fragment));
  const latest = useRef(onBindable);
  latest.current = onBindable;
  useEffect(() => {
    const look = (): void => {
      if (canBeBound(fragment)) latest.current();
      else setText(readRichText(fragment));
    };
    look();
    fragment.observeDeep(look);
    return () => fragment.unobserveDeep(look);
  }, [fragment]);
  return (
    <>
      <Banner tone="amber">{t().planEditor.unbindable}</Banner>
      <RichTextView text={text} />
    </>
  );
}
