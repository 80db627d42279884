// Shown in place of a screen whose code did not come. Everything that was entered is kept; opening the app anew gets
// the version that the server has now.

import { Button } from '../../ui/actions/Button.tsx';
import { FormActions } from '../../ui/fields/Form.tsx';
import { t } from '../../ui/i18n/firstTexts.ts';
import { Page } from '../../ui/layout/Page.tsx';

export interface ScreenMissingProps {
  readonly onRetry: () => void;
  readonly onReopen: () => void;
}

export function ScreenMissing({ onRetry, onReopen }: ScreenMissingProps) {
  return (
    <Page title={t().shell.screenMissingTitle} subtitle={t().shell.screenMissingText} width="text">
      <FormActions>
        <Button variant="primary" icon="refresh" onClick={onReopen}>
          {t().shell.reopen}
        </Button>
        <Button onClick={onRetry}>{t().common.retry}</Button>
      </FormActions>
    </Page>
  );
}
