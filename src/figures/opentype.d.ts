/**
 * The part of opentype.js that is used here. Its published types bring in those of a browser's page, which every cell
 * of a notebook would then be checked against.
 */
declare module "opentype.js" {
  export interface Font {
    readonly unitsPerEm: number;
    charToGlyph(letter: string): { readonly advanceWidth?: number };
  }
  const opentype: { parse(buffer: ArrayBuffer): Font };
  export default opentype;
}
