// For an address that leads nowhere.

import { hrefOf } from '../../domain/places.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { FormActions } from '../../ui/fields/Form.tsx';
import { t } from '../../ui/i18n/firstTexts.ts';
import { Page } from '../../ui/layout/Page.tsx';

export function NotFoundScreen() {
  return (
    <Page title={t().shell.notFoundTitle} subtitle={t().shell.notFoundText} width="text">
      <FormActions>
        <Button variant="primary" icon="home" href={hrefOf({ kind: 'today' })}>
          {t().shell.goToToday}
        </Button>
      </FormActions>
    </Page>
  );
}
