// Takes a run, holds it for so many ms, and gives it back. Says "held" and "given back", or why it cannot.
import { SYSTEM_CLOCK } from "../../dist/census/clock.js";
import { openRun } from "../../dist/collect/open-run.js";

const [folder = "", ms = "0"] = process.argv.slice(2);
const identity = { source: "fetch", service: "http://counts.test" };
try {
  const run = await openRun({ folder, identity, clock: SYSTEM_CLOCK });
  process.stdout.write("held\n");
  await SYSTEM_CLOCK.sleep(Number(ms));
  process.stdout.write("given back\n");
  run.close();
} catch (error) {
  process.stdout.write(`${error}\n`);
}
