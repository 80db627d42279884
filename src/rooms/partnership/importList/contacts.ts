// E-mail addresses and telephone numbers found in free text, and cells that hold one.

export interface FoundContacts {
  readonly phone: string;
  readonly email: string;
  /** The text without them and without their labels. */
  readonly rest: string;
}

/** No line or cell that anybody wrote is longer. */
const SEARCHED_MAX = 2000;

// Counts are bounded everywhere, so that a megabyte without "@" costs no more than a megabyte with it.
const EMAIL =
  /(?:\b(?:adres )?e-?mail\s{0,3}[:.]?\s{0,3}|\bmail\s{0,3}[:.]\s{0,3})?[<([]?(?:mailto:)?([^\s@<>()[\],;:"|]{1,64}@[^\s@<>()[\],;:"|]{1,120}\.[^\s@<>()[\],;:".|]{2,30})[>)\]]?/giu;

const LABEL =
  '(?:\\b(?:nr )?(?:telefon|tel|fax|faks|kom[oó]rka|kom|mobile|phone)\\b\\.?\\s{0,3}(?:kom\\b\\.?)?\\s{0,3}[:.]?\\s{0,3})';
const NUMBER =
  '(?:\\(?\\+|00)?(?:\\(\\d{2,4}\\)|\\d)(?:[\\d \\u00A0()./–-]{3,24})\\d(?:\\s{0,2}wew\\.?\\s{0,2}\\d{1,5})?';
const PHONE = new RegExp(`(${LABEL})?(?<![\\d\\p{L}])(${NUMBER})(?![\\d\\p{L}])`, 'giu');
const OTHER_NUMBER = /(?:nip|regon|krs|pesel|konto|nr|dz\. ?u\.)\.?:?\s*$/i;

/** Takes every e-mail address and telephone number out of a line. Several are joined by ", ". */
export function findContacts(text: string): FoundContacts {
  if (text.length > SEARCHED_MAX) return { phone: '', email: '', rest: text };
  const emails: string[] = [];
  const withoutEmails = text.replace(EMAIL, (_whole, address: string) => {
    const clean = address.replace(/[.]+$/, '');
    emails.push(clean);
    return ' ';
  });
  const phones: string[] = [];
  const rest = withoutEmails.replace(
    PHONE,
    (whole: string, label: string | undefined, number: string, at: number) => {
      const isMeant = label === undefined ? isPhoneByItself(number) : digitsOf(number).length >= 5;
      if (!isMeant || OTHER_NUMBER.test(withoutEmails.slice(Math.max(0, at - 12), at))) return whole;
      phones.push(number.trim());
      return ' ';
    },
  );
  return { phone: phones.join(', '), email: emails.join(', '), rest };
}

/** Nine digits with or without Poland's prefix, or any number written with "+". Dates, years and postcodes are shorter. */
function isPhoneByItself(number: string): boolean {
  const digits = digitsOf(number);
  if (/^\(?\+/.test(number)) return digits.length >= 9 && digits.length <= 15;
  return /^(?:(?:00)?48|0)?\d{9}$/.test(digits);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** A cell of an e-mail column: the address without "mailto:" and brackets; anything else stays as it is. */
export function emailOfCell(cell: string): string {
  return cell.replace(/^(?:mailto:|<)+|>$/gi, '').trim();
}

/** A cell of a telephone column: the number without its label and without Excel's leading apostrophe. */
export function phoneOfCell(cell: string): string {
  return cell.replace(new RegExp(`^'?${LABEL}?`, 'iu'), '').trim();
}
