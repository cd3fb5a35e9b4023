import { describe, expect, it } from "vitest";
import { isKernelsOwn } from "../../src/execution/unhandled-mark.js";

describe("a failure that no cell shows", () => {
  it.each([
    "Error: Socket is closed\n    at /p/node_modules/tslab/dist/jupyter.js:510:33",
    "Error: Socket operation on non-socket",
  ])("is the kernel's own where its sockets fail as it ends: %s", (text) => {
    expect(isKernelsOwn(text)).toBe(true);
  });

  it.each([
    "Error: Socket is closed\n    at /p/dist/http/fetch-answer.js:1:1",
    "Error: lost",
    "Error: write ENOTSOCK",
  ])("is a cell's otherwise: %s", (text) => {
    expect(isKernelsOwn(text)).toBe(false);
  });
});
