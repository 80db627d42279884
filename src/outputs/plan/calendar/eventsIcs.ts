// Whole-day events as an iCalendar file (RFC 5545). Own, because what is written are six properties, and the libraries that
// write them bring a validator of ten times their size; tests read the file back with one.

import type { PlanEvent } from './planEvents.ts';

export const ICS_TYPE = 'text/calendar;charset=utf-8';

/** Bytes of a line without its break (3.1). */
const LINE_BYTES = 75;
const DAY = 86_400_000;

export interface CalendarDetails {
  readonly name: string;
  /** When the file is made. */
  readonly at: Date;
}

export function eventsIcs(events: readonly PlanEvent[], { name, at }: CalendarDetails): string {
  const stamp = `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Wspólnie//Plan//PL',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventLines({ uid, on, title, description }: PlanEvent, stamp: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${dayDigits(on)}`,
    // The end is the first day that is not of it any more (3.6.1).
    `DTEND;VALUE=DATE:${dayDigits(new Date(Date.parse(`${on}T00:00Z`) + DAY).toISOString())}`,
    `SUMMARY:${escapeText(title)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Of an ISO date or instant. */
function dayDigits(date: string): string {
  return date.slice(0, 10).replaceAll('-', '');
}

/** 3.3.11 */
function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** Long lines go on after a break and a space; a character is never divided (3.1). */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let bytes = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > LINE_BYTES) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += character;
    bytes += size;
  }
  return folded;
}
