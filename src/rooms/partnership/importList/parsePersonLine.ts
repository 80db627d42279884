// One person written as a line of text: "Anna Nowak – Szkoła w Zawadzie, dyrektor, tel. 501 222 310, anna@szkola.example".

import type { InvitationValues } from '../../../domain/invitationList.ts';
import { cleanLine } from '../../../domain/text/cleanLine.ts';
import { guessOrganisationType } from '../../../domain/text/guessOrganisationType.ts';
import { findContacts } from './contacts.ts';
import { isGivenName } from './givenNames.ts';
import { plausibleName } from './plausibleName.ts';
import { isRole } from './roleWords.ts';

/** Longer lines are no rows; they are kept whole as a name that is too long, so that nothing is cut unseen. */
const LINE_MAX = 2000;

// A dash divides only with a space beside it: "Zając-Żółć" is one name.
const DIVIDER = /\s+[-–—]+\s*|\s*[–—]\s+|\s*[;|\t]\s*|\s*,\s*|\s*:\s+/;
const DASH = /\s+[-–—]+\s+|\s*[–—]\s+|\s+[–—]/;

/**
 * Values of one line. The first divider ends the name; contacts are found anywhere; the rest is the organisation,
 * with its own commas, except for a part that is a function by its words.
 */
export function parsePersonLine(line: string): InvitationValues {
  if (line.length > LINE_MAX) return { name: line, organisation: '', role: '', phone: '', email: '' };
  const { phone, email, rest } = findContacts(line);
  const { name: written, about } = divide(tidy(rest));
  const name = written.replace(/^["'](.*)["']$/, '$1');
  const { organisation, role } = organisationAndRole(about);
  if (isSwapped(name, organisation)) return { name: organisation, organisation: name, role, phone, email };
  return { name, organisation, role, phone, email };
}

/** Contacts leave dividers and brackets behind. */
function tidy(text: string): string {
  return cleanLine(text.replace(/\t/g, ';'))
    .replace(/[(<[]\s*[,;]?\s*[)>\]]/g, ' ')
    .replace(/(?:\s*[,;|]){2,}/g, ',')
    .replace(/(?:\s*[,;|:])+\s*\.?\s*$|\s+[-–—.]\s*$/g, '')
    .replace(/^(?:[,;|:]\s*)+/, '')
    .replace(/\s+(?=[,;])/g, '')
    .trim();
}

function divide(text: string): { name: string; about: string } {
  const inBrackets = /^([^(),;–—]+?)\s*\(([^()]+)\)$/.exec(text);
  if (inBrackets?.[1] !== undefined && inBrackets[2] !== undefined && plausibleName(inBrackets[1]) > 0) {
    return { name: inBrackets[1], about: inBrackets[2] };
  }
  const [name, about] = cut(text, DIVIDER);
  const [next, after] = cut(about, DIVIDER);
  // "Nowak, Anna – Szkoła": the comma stands inside the name.
  if (isSingleWord(name) && isSingleWord(next) && isGivenName(next) && !isGivenName(name)) {
    return { name: `${next} ${name}`, about: after };
  }
  return { name, about };
}

function organisationAndRole(about: string): { organisation: string; role: string } {
  for (const divider of [DASH, /\s*[,;]\s*/]) {
    const parts = about.split(divider);
    const last = parts.at(-1) ?? '';
    const first = parts[0] ?? '';
    // Alone it stands where the organisation stands, as the list has it: "Jan Lis – sołtys".
    if (parts.length < 2) continue;
    if (isRole(last)) {
      return { organisation: trimDividers(about.slice(0, about.length - last.length)), role: last };
    }
    if (isRole(first)) return { organisation: trimDividers(about.slice(first.length)), role: first };
  }
  return { organisation: about, role: '' };
}

function trimDividers(text: string): string {
  return text.replace(/^[\s,;–—-]+|[\s,;–—-]+$/g, '');
}

/** "OSP Zawada – Jan Lis": an organisation in front and a person behind it. */
function isSwapped(name: string, organisation: string): boolean {
  const words = organisation.split(' ');
  const hasGivenName = isGivenName(words[0] ?? '') || isGivenName(words.at(-1) ?? '');
  return hasGivenName && plausibleName(organisation) === 1 && guessOrganisationType(name) !== 'other';
}

function cut(text: string, divider: RegExp): readonly [string, string] {
  const found = divider.exec(text);
  if (found === null) return [text, ''];
  return [text.slice(0, found.index), text.slice(found.index + found[0].length)];
}

function isSingleWord(text: string): boolean {
  return text !== '' && !/\s/.test(text);
}
