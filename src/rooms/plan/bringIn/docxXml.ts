// Reading the XML of a DOCX: elements by their local name in Word's namespaces, attributes as text, relations between parts.

const WORD = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  // "Strict Open XML".
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);

/** `undefined` for what is no XML, and for XML with a document type: entities could unpack without an end. */
export function parseXml(bytes: Uint8Array | undefined): Element | undefined {
  if (bytes === undefined) return undefined;
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
  if (/<!DOCTYPE/i.test(text)) return undefined;
  const parsed = new DOMParser().parseFromString(text, 'application/xml');
  return parsed.querySelector('parsererror') === null ? parsed.documentElement : undefined;
}

/** The name of an element of Word's; '' for an element of another vocabulary. */
export function wordName(element: Element): string {
  return WORD.has(element.namespaceURI ?? '') ? element.localName : '';
}

export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element === undefined ? undefined : [...element.children].find((child) => wordName(child) === name);
}

export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  return element === undefined ? [] : [...element.children].filter((child) => wordName(child) === name);
}

/** An attribute of Word's, such as `val`. */
export function attributeOf(element: Element | undefined, name: string): string | undefined {
  return [...(element?.attributes ?? [])].find((attribute) => attribute.localName === name)?.value;
}

/** A switch that is on by being there, unless it says otherwise. */
export function isOn(element: Element | undefined): boolean {
  return element !== undefined && !['0', 'false', 'off'].includes(attributeOf(element, 'val') ?? '');
}

export interface Relation {
  readonly type: string;
  readonly target: string;
}

/** Of a part, by id. */
export function relationsOf(
  parts: ReadonlyMap<string, Uint8Array>,
  part: string,
): ReadonlyMap<string, Relation> {
  const slash = part.lastIndexOf('/') + 1;
  const root = parseXml(parts.get(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`));
  return new Map(
    [...(root?.children ?? [])].map((element) => [
      element.getAttribute('Id') ?? '',
      { type: element.getAttribute('Type') ?? '', target: element.getAttribute('Target') ?? '' },
    ]),
  );
}

/** Name of the part that one of `from` means: "styles.xml" within "word/document.xml" is "word/styles.xml". */
export function partName(from: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : from.slice(0, from.lastIndexOf('/') + 1) + target;
}
