import { expect, it } from "vitest";
import { measureCollection } from "../../src/execution/bench-collection.js";
import { ROOT } from "../project-copy.js";

it("The study's 21 queries cost two requests each beside the sign-in", async () => {
  const { readings, requests, memoryBytes } = await measureCollection(ROOT, 1);
  expect(readings).toBe(21);
  expect(requests).toBeLessThan(2.5);
  expect(memoryBytes).toEqual([]);
}, 180_000);
