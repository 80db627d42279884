// The language of the app on this device. English comes as a file of its own, so it may fail to come.

import { useState } from 'preact/hooks';
import { writeSetting } from '../../storage/settings.ts';
import { SegmentedControl } from '../../ui/fields/RadioGroup.tsx';
import { t } from '../../ui/i18n/settingTexts.ts';
import { setLanguage } from '../../ui/i18n/firstTexts.ts';
import { type Language, currentLanguage, languages } from '../../ui/i18n/language.ts';
import { Card } from '../../ui/layout/Card.tsx';
import type { AppParts } from '../appParts.ts';

export function LanguageCard({ parts: { device } }: { readonly parts: AppParts }) {
  const [hasFailed, setFailed] = useState(false);
  const texts = t().settings;
  const choose = async (language: Language): Promise<void> => {
    setFailed(false);
    try {
      await setLanguage(language);
    } catch {
      setFailed(true);
      return;
    }
    await writeSetting(device.db, 'language', language);
  };
  return (
    <Card title={texts.language}>
      <SegmentedControl
        label={texts.language}
        labelHidden
        value={currentLanguage()}
        onChange={(language) => void choose(language).catch(device.reportFailure)}
        options={languages.map((language) => ({ value: language, label: texts.languages[language] }))}
        error={hasFailed ? texts.languageFailed : undefined}
      />
    </Card>
  );
}
