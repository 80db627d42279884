// Keeps a fault in one screen from taking the whole app away: what is around it stays, and the person is told what to do.
// Going to another place starts afresh.

import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { Button } from '../../ui/actions/Button.tsx';
import { FormActions } from '../../ui/fields/Form.tsx';
import { t } from '../../ui/i18n/firstTexts.ts';
import { Page } from '../../ui/layout/Page.tsx';

export interface ScreenGuardProps {
  readonly onReopen: () => void;
  readonly reportFailure: (failure: unknown) => void;
  readonly children: ComponentChildren;
}

export function ScreenGuard({ onReopen, reportFailure, children }: ScreenGuardProps) {
  const boundary: readonly [unknown, () => void] = useErrorBoundary(reportFailure);
  const [failure, tryAgain] = boundary;
  if (failure === undefined) return <>{children}</>;
  return (
    <Page title={t().problems.title} subtitle={t().problems.unexpected} width="text">
      <FormActions>
        <Button variant="primary" icon="refresh" onClick={tryAgain}>
          {t().common.retry}
        </Button>
        <Button onClick={onReopen}>{t().shell.reopen}</Button>
      </FormActions>
    </Page>
  );
}
