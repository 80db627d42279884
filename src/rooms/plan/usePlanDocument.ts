// Holds the partnership's document open while a screen of the plan is: rows open and are written without waiting for it, and it
// is known whether this version of the app may write.

import { useEffect, useState } from 'preact/hooks';
import type { DocumentName } from '../../schema/documentName.ts';
import type { Device } from '../../storage/device.ts';
import type { OpenDocument } from '../../storage/ledger.ts';

export type PlanDocument =
  | { readonly kind: 'opening' | 'failed' }
  | { readonly kind: 'open'; readonly opened: OpenDocument };

export function usePlanDocument({ ledger, reportFailure }: Device, name: DocumentName): PlanDocument {
  const [document, setDocument] = useState<PlanDocument>({ kind: 'opening' });
  useEffect(() => {
    let isOver = false;
    let release: () => void = () => undefined;
    ledger.open(name).then(
      (opened) => {
        if (isOver) opened.release();
        else {
          release = opened.release;
          setDocument({ kind: 'open', opened });
        }
      },
      (failure: unknown) => {
        reportFailure(failure);
        if (!isOver) setDocument({ kind: 'failed' });
      },
    );
    return () => {
      isOver = true;
      release();
    };
  }, [ledger, reportFailure, name]);
  return document;
}
