// The part of PDFKit 0.20 that the list's PDF uses; the package brings no types, and those on the registry bring Node's.

declare module 'pdfkit' {
  export interface StructureElement {
    readonly add: (child: StructureElement | (() => void)) => StructureElement;
    readonly end: () => void;
  }

  export interface StructureOptions {
    readonly title?: string;
    readonly alt?: string;
    readonly scope?: 'Column' | 'Row';
    /** Left, top, right, bottom in points from the top left corner. */
    readonly bbox?: readonly [number, number, number, number];
  }

  export interface DocumentOptions {
    readonly size: readonly [number, number];
    readonly margin: number;
    readonly autoFirstPage: boolean;
    readonly pdfVersion: '1.7';
    readonly subset: 'PDF/UA';
    readonly tagged: boolean;
    readonly displayTitle: boolean;
    readonly lang: string;
    /** '' keeps the built-in Helvetica out. */
    readonly font: string;
    readonly info: {
      readonly Title: string;
      readonly Author: string;
      readonly Creator: string;
      readonly Producer: string;
      readonly CreationDate: Date;
    };
  }

  export default class PDFDocument {
    constructor(options: DocumentOptions);
    addPage(): this;
    end(): void;
    registerFont(name: string, bytes: Uint8Array): this;
    font(name: string): this;
    fontSize(points: number): this;
    fillColor(colour: string): this;
    strokeColor(colour: string): this;
    lineWidth(points: number): this;
    lineCap(cap: 'round' | 'butt'): this;
    lineJoin(join: 'round' | 'miter'): this;
    save(): this;
    restore(): this;
    translate(x: number, y: number): this;
    scale(factor: number): this;
    path(data: string): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    stroke(): this;
    text(
      text: string,
      x: number,
      y: number,
      options: { readonly lineBreak: false; readonly baseline: 'alphabetic' },
    ): this;
    widthOfString(text: string): number;
    struct(
      type: string,
      options?: StructureOptions,
      children?: readonly (StructureElement | (() => void))[],
    ): StructureElement;
    addStructure(element: StructureElement): this;
    markContent(tag: 'Artifact', options: { readonly type: 'Layout' | 'Pagination' }): this;
    endMarkedContent(): this;
  }
}

declare module 'pdfkit/output' {
  import type PDFDocument from 'pdfkit';

  /** Listens until the document ends; call it before `end()`. */
  export function toBytes(document: PDFDocument): Promise<Uint8Array>;
}
