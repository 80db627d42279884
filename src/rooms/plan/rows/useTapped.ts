// What was tapped in a list of boxes shows at once, before it is stored: a box that jumps back for a moment looks refused.

import { useState } from 'preact/hooks';

interface Tapped<Id extends string> {
  readonly isOn: (id: Id) => boolean;
  readonly tap: (id: Id, isOn: boolean) => void;
}

export function useTapped<Id extends string>(
  isStored: (id: Id) => boolean,
  store: (id: Id, isOn: boolean) => void,
): Tapped<Id> {
  const [tapped, setTapped] = useState<ReadonlyMap<Id, boolean>>(new Map());
  return {
    isOn: (id) => tapped.get(id) ?? isStored(id),
    tap: (id, isOn) => {
      // What cannot be stored now is tried again by the ledger, so it stays as it was tapped.
      setTapped((before) => new Map(before).set(id, isOn));
      store(id, isOn);
    },
  };
}
