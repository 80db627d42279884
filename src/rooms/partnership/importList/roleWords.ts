// Words that begin a function in an organisation ("prezes zarządu"), to tell it from an organisation's name.

import { foldPolish } from '../../../domain/text/foldPolish.ts';

const ROLE = new RegExp(
  `^(?:z-?ca |zast\\.? |zastepc\\w+ |wice|p\\.o\\. |byl[ya] )?(?:${[
    'dyrektor\\w*',
    'prezes\\w*',
    'przewodnicz\\w+',
    'soltys\\w*',
    'naczelnik\\w*',
    'komendant\\w*',
    'proboszcz',
    'wikary',
    'wikariusz',
    'kierowni\\w+',
    'skarbni\\w+',
    'sekretar\\w+',
    'inspektor\\w*',
    'referent\\w*',
    'specjalist\\w+',
    'koordynator\\w*',
    'bibliotekar\\w+',
    'wojt',
    'burmistrz',
    'starosta',
    'radn[ya]',
    'wlasciciel\\w*',
    'nauczyciel\\w*',
    'pedagog\\w*',
    'pracowni\\w+ socjaln\\w+',
    'lesnicz\\w+',
    'dzielnicow\\w+',
    'trener\\w*',
    'instruktor\\w*',
    'animator\\w*',
    'opiekun\\w*',
    'lider\\w*',
    'czlon(?:ek|kini)\\w*',
  ].join('|')})(?: \\w+){0,2}$`,
);

/**
 * True for a function in up to three words. One with a capital inside ("dyrektor Szkoły Podstawowej w Zawadzie") also
 * names the organisation, so it is left whole for the organisation's column.
 */
export function isRole(text: string): boolean {
  return text.length <= 100 && !/\s\p{Lu}/u.test(text) && ROLE.test(foldPolish(text));
}
