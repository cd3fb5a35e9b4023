import { expect, it } from "vitest";
import { measureCode, measurePages } from "../../src/execution/bench-collection.js";
import { ROOT } from "../project-copy.js";

it("The study's 21 queries cost two requests each beside the sign-in", async () => {
  const { readings, requests, memoryBytes } = await measureCode(ROOT, 1);
  expect(readings).toBe(21);
  expect(requests).toBeLessThan(2.5);
  expect(memoryBytes).toEqual([]);
}, 180_000);

it("The study's 176 searches for pages cost one request each", async () => {
  expect(await measurePages(ROOT)).toMatchObject({ readings: 176, requests: 1 });
}, 180_000);
