// Who else is at the plan, in which section, and where in its text. Told over a port that the app gives (rooms do not know how it
// is sent); what comes from other devices is decoded here. Nothing of it is stored.

import * as Y from 'yjs';

/** What carries presence. States by client, this one's among them; they come from other devices. */
export interface PresencePort {
  readonly clientId: number;
  readonly states: () => ReadonlyMap<number, unknown>;
  /** What others see of this one; `null` for gone. */
  readonly set: (state: Readonly<Record<string, unknown>> | null) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Who this one is to the others. */
export interface PresentAs {
  readonly name: string;
  readonly organisationId: string;
  readonly organisation: string;
}

export interface Selected {
  readonly anchor: Y.RelativePosition;
  readonly head: Y.RelativePosition;
}

/** One other device at the plan. */
export interface Present extends PresentAs {
  readonly client: number;
  /** The section that is open there, '' for none. */
  readonly section: string;
  /** Where in that section's text. */
  readonly selected: Selected | undefined;
}

export interface PlanPresence {
  readonly others: () => readonly Present[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Shows this one in a section; `undefined` when none is open. */
  readonly enter: (section: string | undefined) => void;
  /** Shows the caret in the section that was entered; `undefined` when the text lost it. */
  readonly point: (selected: Selected | undefined) => void;
  readonly leave: () => void;
}

/** While somebody types, their caret is told at most this often, in milliseconds; it moves with the text in between. */
const TELL_MS = 120;
const NAME_MAX = 60;

export function openPresence(port: PresencePort, me: PresentAs): PlanPresence {
  let section = '';
  let selected: Selected | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasLeft = false;

  const tell = (): void => {
    clearTimeout(timer);
    timer = undefined;
    // A screen goes in pieces: what a text still tells while it closes would leave a ghost.
    if (hasLeft) return;
    port.set({
      name: me.name,
      organisationId: me.organisationId,
      organisation: me.organisation,
      section,
      ...(selected && {
        anchor: Y.relativePositionToJSON(selected.anchor),
        head: Y.relativePositionToJSON(selected.head),
      }),
    });
  };
  tell();

  return {
    others: () =>
      [...port.states()].flatMap(([client, state]) =>
        client === port.clientId ? [] : (decodePresent(client, state) ?? []),
      ),
    subscribe: port.subscribe,
    enter: (entered) => {
      section = entered ?? '';
      selected = undefined;
      tell();
    },
    point: (next) => {
      selected = next;
      if (next === undefined) tell();
      else timer ??= setTimeout(tell, TELL_MS);
    },
    leave: () => {
      clearTimeout(timer);
      hasLeft = true;
      port.set(null);
    },
  };
}

/** `undefined` for a state that names nobody. */
function decodePresent(client: number, raw: unknown): Present | undefined {
  if (!isRecord(raw)) return undefined;
  const name = shortText(raw['name']);
  const organisation = shortText(raw['organisation']);
  if (name === '' && organisation === '') return undefined;
  const anchor = decodePosition(raw['anchor']);
  const head = decodePosition(raw['head']);
  return {
    client,
    name,
    organisation,
    organisationId: shortText(raw['organisationId']),
    section: shortText(raw['section']),
    selected: anchor && head && { anchor, head },
  };
}

function shortText(raw: unknown): string {
  return typeof raw === 'string' ? raw.trim().slice(0, NAME_MAX) : '';
}

function decodePosition(raw: unknown): Y.RelativePosition | undefined {
  if (!isRecord(raw)) return undefined;
  const item = decodeId(raw['item']);
  const type = decodeId(raw['type']);
  const root = typeof raw['tname'] === 'string' ? raw['tname'] : null;
  if (item === null && type === null && root === null) return undefined;
  return new Y.RelativePosition(type, root, item, raw['assoc'] === -1 ? -1 : 0);
}

function decodeId(raw: unknown): Y.ID | null {
  if (!isRecord(raw)) return null;
  const { client, clock } = raw;
  const isId = Number.isSafeInteger(client) && Number.isSafeInteger(clock);
  return isId && typeof client === 'number' && typeof clock === 'number' ? Y.createID(client, clock) : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
