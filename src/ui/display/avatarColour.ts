// A stable colour for an id, from a set on which white text keeps 4.5:1 in both schemes.

export const avatarColours: readonly string[] = [
  '#22577a',
  '#7a4b9b',
  '#9a5a1e',
  '#4f7315',
  '#a03a5c',
  '#1d6b66',
  '#6b5b2e',
  '#4a5aa8',
];

/** FNV-1a over the id's characters, so that neighbouring ids differ. */
export const avatarColour = (id: string): string => {
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return avatarColours[(hash >>> 0) % avatarColours.length] ?? '#22577a';
};
