// The kind of an organisation read from its name, offered in the preview of an import; the person can change it.

import type { OrganisationType } from '../organisationType.ts';
import { organisationKey } from './organisationKey.ts';

// Matched against the folded name with abbreviations spelled out. Where several match, the one that begins earliest in
// the name decides, because a Polish name says first what a thing is: "Stowarzyszenie Przyjaciół Szkoły" is no school.
const SIGNS: readonly (readonly [Exclude<OrganisationType, 'other'>, RegExp])[] = [
  [
    'informal',
    /\b(?:grupa|inicjatywa|klub senior\w*|kolko|rada rodzicow|mieszkanc\w+|nieformaln\w+|sasiedz\w+)\b/,
  ],
  [
    'services',
    /\b(?:(?:ochotnicza |panstwowa )?straz\w*|policj\w+|komend\w+|komisariat|posterunek|pogotowie|wopr|gopr|ratownict\w+)\b/,
  ],
  [
    'localGovernment',
    /\b(?:urzad|gmina|miasto i gmina|powiat|starostwo|solectwo|rada (?:gminy|miejska|powiatu|solecka)|wojt|soltys|burmistrz|(?:\w+ )?osrodek (?:pomocy|sportu)\w*|(?:powiatowe )?centrum pomocy|centrum uslug spolecznych|dom pomocy)\b/,
  ],
  ['parish', /\b(?:parafia|parafialn\w+|caritas|kosciol|zbor|diecez\w+|klasztor|zgromadzenie|cerkiew)\b/],
  [
    'school',
    /\b(?:szkol\w+|zespol szkol\w*|przedszkole|zlobek|liceum|technikum|uniwersytet(?! trzeciego)|akademia|swietlica szkolna|biblioteka (?:szkolna|pedagogiczna))\b/,
  ],
  [
    'culture',
    /\b(?:bibliotek\w*|(?:\w+ )?(?:osrodek|centrum|dom) (?:kultury|kultury i \w+)|muzeum|teatr|kino|galeria|chor|orkiestra|izba (?:regionalna|pamieci)|swietlica)\b/,
  ],
  [
    'ngo',
    /\b(?:stowarzyszenie|fundacja|kolo|towarzystwo|zwiazek|klub|(?:uczniowski )?klub sportowy|ludowy zespol|ludowy klub|uniwersytet trzeciego|zhp|zhr|harcer\w+|hufiec|spoldzielnia socjalna|lokalna grupa|lgd|pck|ngo)\b/,
  ],
  [
    'business',
    /\b(?:firma|bank|sklep|spolka|zaklad|przedsiebiorstwo|gospodarstwo (?:rolne|agroturystyczne)|agroturystyka|piekarnia|restauracja|apteka|spoldzielnia|hotel|hurtownia|gabinet)\b/,
  ],
];

/** A name says first what a thing is, and patterns are not let loose on a megabyte. */
const LOOKED_AT = 400;

/** The kind that the name speaks of; 'other' when it says nothing. */
export function guessOrganisationType(name: string): OrganisationType {
  const key = organisationKey(name.slice(0, LOOKED_AT));
  let best: OrganisationType = 'other';
  let earliest = Number.POSITIVE_INFINITY;
  for (const [type, sign] of SIGNS) {
    const at = key.search(sign);
    if (at >= 0 && at < earliest) {
      earliest = at;
      best = type;
    }
  }
  return best;
}
