// The part of PDFKit 0.20 that is used here; the package brings no types, and those on the registry bring Node's.

declare module 'pdfkit' {
  export interface StructureElement {
    readonly add: (child: StructureElement | StructureContent | (() => void)) => StructureElement;
    readonly end: () => void;
  }

  /** What was marked on one page, to be added to an element. */
  export interface StructureContent {
    readonly refs: readonly unknown[];
  }

  export interface OutlineItem {
    readonly addItem: (title: string, options?: OutlineOptions) => OutlineItem;
  }

  export interface OutlineOptions {
    /** From 0. */
    readonly pageNumber: number;
    /** Points from the top of the page. */
    readonly top: number;
    /** Points from the right of the page: its width for the left edge. */
    readonly left: number;
  }

  interface LinkOptions {
    readonly structParent: StructureElement;
    /** Read out for the link; a String object is written as text. */
    // oxlint-disable-next-line typescript/no-wrapper-object-types
    readonly Contents: String;
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
    rect(x: number, y: number, width: number, height: number): this;
    fill(colour: string): this;
    text(
      text: string,
      x: number,
      y: number,
      options: { readonly lineBreak: false; readonly baseline: 'alphabetic'; readonly oblique?: boolean },
    ): this;
    widthOfString(text: string): number;
    struct(
      type: string,
      options?: StructureOptions,
      children?: readonly (StructureElement | (() => void))[],
    ): StructureElement;
    addStructure(element: StructureElement): this;
    markStructureContent(type: string): StructureContent;
    readonly outline: OutlineItem;
    addNamedDestination(name: string, fit: 'XYZ', x: number, y: number, zoom: null): this;
    goTo(x: number, y: number, width: number, height: number, name: string, options: LinkOptions): this;
    link(x: number, y: number, width: number, height: number, url: string, options: LinkOptions): this;
    markContent(tag: 'Artifact', options: { readonly type: 'Layout' | 'Pagination' }): this;
    endMarkedContent(): this;
  }
}

declare module 'pdfkit/output' {
  import type PDFDocument from 'pdfkit';

  /** Listens until the document ends; call it before `end()`. */
  export function toBytes(document: PDFDocument): Promise<Uint8Array>;
}
