// The part of fontkit 2.0 that is used to find out which characters a font can draw.

declare module 'fontkit' {
  export interface Font {
    readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
  }
  export function create(bytes: Uint8Array): Font;
}
