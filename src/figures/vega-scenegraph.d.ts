/** The two parts of Vega's scene graph that its published types leave out. */
declare module "vega-scenegraph" {
  interface TextItem {
    readonly text?: unknown;
    readonly fontSize?: number;
    readonly fontWeight?: number | string;
    readonly limit?: number;
  }
  export const textMetrics: { width: (item: TextItem, text?: unknown) => number };
  export function resetSVGDefIds(): void;
}
