// What went wrong since the app was opened, to be copied for whoever helps.

import { Button } from '../../ui/actions/Button.tsx';
import { showToast } from '../../ui/feedback/toasts.ts';
import { t } from '../../ui/i18n/settingTexts.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { Disclosure } from '../../ui/layout/Disclosure.tsx';
import { useStore } from '../../ui/useStore.ts';
import { APP_VERSION } from '../appVersion.ts';
import { describeFailure } from '../failures/describeFailure.ts';
import { type FailureEntry, type FailureLog } from '../failures/failureLog.ts';
import styles from './Settings.module.css';

export function FailuresCard({ failures }: { readonly failures: FailureLog }) {
  const entries = useStore(failures.entries, (current) => current);
  const texts = t().settings;
  const details = detailsOf(entries);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(details);
    showToast({ text: texts.copied });
  };
  return (
    <Card title={texts.failures} aside={entries.length > 0 && entries.length}>
      {entries.length === 0 ? (
        <p class={styles['soft']}>{texts.noFailures}</p>
      ) : (
        <>
          <p>{texts.failuresText}</p>
          <div class={styles['actions']}>
            <Button icon="copy" onClick={() => void copy().catch(failures.report)}>
              {texts.copyFailures}
            </Button>
          </div>
          <Disclosure summary={t().problems.details}>
            <pre class={styles['details']}>{details}</pre>
          </Disclosure>
        </>
      )}
    </Card>
  );
}

function detailsOf(entries: readonly FailureEntry[]): string {
  const head = `Wspólnie ${APP_VERSION}\n${navigator.userAgent}`;
  const body = entries.map(({ at, failure }) => `${new Date(at).toISOString()}\n${describeFailure(failure)}`);
  return [head, ...body].join('\n\n');
}
