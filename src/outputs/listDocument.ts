// The attendance list as a document: sheets of paper with every text that stands on them. What it is made of is decided in
// attendanceList; drawing it, on screen and paper or into a PDF, is left to the room and to pdf/.

import type { GivenReason, Stroke } from '../domain/signature.ts';
import type { Instant, IsoDate } from '../domain/time.ts';

export interface ListDocument {
  /** Title of the file and of the print job, without an extension: "Lista obecności, spotkanie 2, 2026-11-22". */
  readonly name: string;
  readonly sheets: readonly Sheet[];
}

export type Sheet = AttendanceSheet | ContactSheet;

interface SheetFrame {
  readonly key: string;
  /** Above the title, small: programme and organiser. */
  readonly programme: string;
  readonly title: string;
  /** '' or a word beside the title, for instance that these are sample data. */
  readonly badge: string;
  readonly fields: readonly HeaderField[];
  /** Heads of the four columns. */
  readonly columns: readonly [string, string, string, string];
  /** "Strona 1 z 3" */
  readonly page: string;
}

export interface AttendanceSheet extends SheetFrame {
  readonly kind: 'attendance';
  /** At most ROWS_ON_SHEET. */
  readonly lines: readonly ListLine[];
  /** Stands in place of the rows when there are none; '' otherwise. */
  readonly emptyText: string;
  /** How the list stands to its seal, with the fingerprint. */
  readonly state: string;
  readonly clause: ClauseText;
  readonly preparer: PreparerText;
}

/** Telephones and e-mails, never on the same sheet as the signatures. */
export interface ContactSheet extends SheetFrame {
  readonly kind: 'contacts';
  readonly lines: readonly ContactLine[];
  readonly warning: string;
}

export interface HeaderField {
  readonly label: string;
  /** '' is left to be filled in by hand. */
  readonly value: string;
  /** Takes the whole width; two narrow ones share a line. */
  readonly isWide: boolean;
}

export interface ListLine {
  /** Lp., from 1 through all sheets. */
  readonly ordinal: number;
  /** '' in an empty row for somebody to write in. */
  readonly name: string;
  readonly organisation: string;
  /** Recorded or changed after the list was closed. */
  readonly isCorrected: boolean;
  readonly signature: SignatureCell;
}

export type SignatureCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'drawn'; readonly strokes: readonly Stroke[]; readonly label: string }
  | { readonly kind: 'confirmed'; readonly text: string };

interface ContactLine {
  readonly ordinal: number;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

export interface ClauseText {
  readonly title: string;
  readonly text: string;
  /** Where the whole clause is; `undefined` when the round has no web address for it. */
  readonly link: { readonly label: string; readonly url: string } | undefined;
}

interface PreparerText {
  readonly label: string;
  /** '' when not known: written by hand. */
  readonly name: string;
  /** Under the line to sign on. */
  readonly signature: string;
}

/** What the document says in the language of the print; the room fills it from the message catalogue. */
export interface ListWords {
  readonly title: string;
  readonly contactsTitle: string;
  readonly contactsWarning: string;
  readonly example: string;
  readonly organisedBy: (organiser: string) => string;
  readonly fields: {
    readonly partnership: string;
    readonly library: string;
    readonly meeting: string;
    readonly date: string;
    readonly hours: string;
    readonly place: string;
    readonly round: string;
    readonly facilitator: string;
  };
  readonly gmina: (gmina: string) => string;
  readonly meeting: (number: number, title: string) => string;
  readonly hours: (from: string, to: string) => string;
  readonly ordinal: string;
  readonly person: string;
  readonly organisation: string;
  readonly signature: string;
  readonly phone: string;
  readonly email: string;
  readonly page: (page: number, all: number) => string;
  readonly signatureOf: (name: string) => string;
  readonly confirmed: Readonly<Record<GivenReason, string>>;
  /** Stands in place of a name that was erased. */
  readonly erasedPerson: string;
  readonly nobodyPresent: string;
  readonly state: {
    readonly forPaper: string;
    readonly open: (fingerprint: string) => string;
    readonly sealMissing: (fingerprint: string) => string;
    readonly sealed: (when: string, who: string, fingerprint: string) => string;
    /** Stands before `corrected`. */
    readonly closedFirst: (when: string) => string;
    readonly corrected: (when: string, who: string, reason: string, fingerprint: string) => string;
    readonly changed: (when: string, sealed: string, fingerprint: string) => string;
    readonly present: (count: number) => string;
    readonly asterisk: string;
  };
  readonly clause: {
    readonly title: string;
    readonly controller: (name: string) => string;
    readonly inspector: (contact: string) => string;
    readonly inspectorThroughController: string;
    readonly purpose: string;
    readonly recipients: (organiser: string) => string;
    readonly retention: (years: number, until: string | undefined) => string;
    readonly rights: string;
    readonly whole: string;
    readonly wholeAtController: string;
  };
  readonly preparedBy: string;
  readonly preparerSignature: string;
  readonly fileName: (number: number, date: string | undefined) => string;
  readonly formatDate: (date: IsoDate) => string;
  readonly formatDateTime: (at: Instant) => string;
}
