// The library's branches as a list: adding, naming anew, moving, taking off with a way back.

import { useState } from 'preact/hooks';
import { recordBranch } from '../../../documents/partnershipCommands.ts';
import type { BranchId } from '../../../domain/ids.ts';
import type { LibraryBranch } from '../../../domain/library.ts';
import { orderAfterMove, orderBetween } from '../../../domain/order.ts';
import { cleanLine } from '../../../domain/text/cleanLine.ts';
import type { Device } from '../../../storage/device.ts';
import type { DocumentChange } from '../../../storage/ledger.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Menu } from '../../../ui/actions/Menu.tsx';
import { NotStored } from '../../../ui/feedback/NotStored.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { Form, FormActions } from '../../../ui/fields/Form.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import { useSaving } from '../../../ui/useSaving.ts';
import { titleProblem } from '../fields/textProblem.ts';
import styles from './Branches.module.css';
import { SavedText } from './SavedText.tsx';

export interface BranchesProps {
  readonly device: Device;
  /** In their order. */
  readonly branches: readonly LibraryBranch[];
  readonly isSent: boolean;
  readonly store: (run: DocumentChange['run']) => Promise<void>;
}

export function Branches({ device, branches, isSent, store }: BranchesProps) {
  const texts = t().partnership;
  const { reportFailure } = device;
  const record = (id: BranchId, fields: Parameters<typeof recordBranch>[2]): Promise<void> =>
    store((doc) => recordBranch(doc, id, fields));
  const move = (id: BranchId, step: -1 | 1): void => {
    const order = orderAfterMove(branches, id, step, device.id);
    if (order !== undefined) record(id, { order }).catch(reportFailure);
  };
  const remove = ({ id, name }: LibraryBranch): void => {
    const undo = (): void => void record(id, { isHidden: false }).catch(reportFailure);
    record(id, { isHidden: true }).then(
      () => showToast({ text: texts.removed(name), action: { label: t().common.undo, run: undo } }),
      reportFailure,
    );
  };
  return (
    <section class={styles['branches']} aria-label={texts.branches}>
      <h3>{texts.branches}</h3>
      {branches.length > 0 && (
        <ul class={styles['list']} role="list">
          {branches.map((branch, at) => (
            <li key={branch.id} class={styles['row']}>
              <SavedText
                label={texts.branch(at + 1)}
                labelHidden
                value={branch.name}
                isSent={isSent}
                problemOf={titleProblem}
                onSave={(name) => record(branch.id, { name })}
                reportFailure={reportFailure}
              />
              <Menu
                label={texts.moreAbout(branch.name)}
                items={[
                  {
                    label: t().common.moveUp,
                    icon: 'up',
                    onSelect: () => move(branch.id, -1),
                    disabled: at === 0,
                  },
                  {
                    label: t().common.moveDown,
                    icon: 'down',
                    onSelect: () => move(branch.id, 1),
                    disabled: at === branches.length - 1,
                  },
                  { label: t().common.remove, icon: 'trash', onSelect: () => remove(branch) },
                ]}
              />
            </li>
          ))}
        </ul>
      )}
      <AddBranch
        device={device}
        onAdd={(id, name) =>
          record(id, { name, order: orderBetween(branches.at(-1)?.order, undefined, device.id) })
        }
      />
    </section>
  );
}

interface AddBranchProps {
  readonly device: Device;
  readonly onAdd: (id: BranchId, name: string) => Promise<void>;
}

function AddBranch({ device, onAdd }: AddBranchProps) {
  const texts = t().partnership;
  // One id for all attempts of one branch.
  const [id, setId] = useState(() => device.newId<BranchId>());
  const [name, setName] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const { state, save } = useSaving();
  const problem = titleProblem(name);
  const add = async (): Promise<void> => {
    if (!(await save(() => onAdd(id, cleanLine(name))))) return;
    setId(device.newId<BranchId>());
    setName('');
    setWasTried(false);
  };
  return (
    <Form
      label={texts.addBranch}
      onSubmit={() => {
        setWasTried(true);
        if (problem === undefined && state.kind !== 'saving') add().catch(device.reportFailure);
      }}
    >
      <TextField
        label={texts.newBranch}
        hint={texts.newBranchHint}
        value={name}
        onChange={setName}
        error={wasTried ? problem : undefined}
        enterkeyhint="done"
      />
      <NotStored state={state} />
      <FormActions>
        <Button type="submit" icon="plus" busy={state.kind === 'saving'}>
          {texts.addBranch}
        </Button>
      </FormActions>
    </Form>
  );
}
