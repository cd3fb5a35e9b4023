import { Renderer } from "./renderer.js";

/**
 * The drawing thread of this process. It starts when this module is loaded, so that it gets ready while the rest of a
 * notebook's modules load.
 */
export const sharedRenderer = new Renderer();
