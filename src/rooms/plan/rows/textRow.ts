// What a list of rows needs of each of them.

import type { PlanRow } from '../../../domain/plan/row.ts';
import type { RowMeta } from '../../../storage/database.ts';

export type TextRow = PlanRow<string> & { readonly text: string } & Pick<RowMeta, 'unsent'>;
