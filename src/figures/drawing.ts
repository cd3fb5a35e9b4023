/** Pixels of a PNG for one pixel of its figure. It is for screens; for print there is the SVG. */
export const PNG_SCALE = 1.5;

/** A figure's pictures, and what the compiler had to say (normally nothing). */
export interface Drawing {
  readonly svg: string;
  readonly png: Buffer;
  readonly warnings: readonly string[];
}
