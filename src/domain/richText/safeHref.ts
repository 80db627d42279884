// Which addresses a link may lead to. Asked when one is typed, pasted, brought in and drawn, because each may come from
// elsewhere.

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const HREF_MAX = 2_000;

/** The address as a link may carry it; `undefined` for everything but web pages, mail and telephone. */
export function safeHref(raw: string): string | undefined {
  const address = raw.trim();
  if (address.length === 0 || address.length > HREF_MAX || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return schemes.has(url.protocol) ? url.href : undefined;
}

/** The same for what a person types, who leaves out "https://" and "mailto:". */
export function typedHref(typed: string): string | undefined {
  const address = typed.trim();
  const safe = safeHref(address);
  // "szkola.pl:8080" would be an address of the scheme "szkola.pl".
  const isWithScheme = /^[a-z][a-z0-9+-]*:(?!\d)/i.test(address);
  if (safe !== undefined || isWithScheme || /\s/.test(address)) return safe;
  if (/^[^@]+@[^@]+\.[^@]+$/.test(address)) return safeHref(`mailto:${address}`);
  return /^[^./]+(\.[^./]+)+/.test(address) ? safeHref(`https://${address}`) : undefined;
}
