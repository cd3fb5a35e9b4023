import { relative } from "node:path";
import type { Tools } from "./set-up.js";

/** The command `npm run setup`: tells what is used, after everything is in place. Returns the exit status. */
export function reportSetUp({ root, tools }: { root: string; tools: Tools }): number {
  const { jupyter, browser, kernel } = tools;
  console.log(
    `Jupyter: ${jupyter.command} (nbconvert ${jupyter.version}, ${frontEndText(jupyter.frontEnd)})`,
  );
  console.log(`Browser: ${browser.path} (${browser.how})`);
  console.log(`Kernel:  ${relative(root, kernel)}`);
  console.log("Ready: npm run reproduce, npm test, npm run lab.");
  return 0;
}

function frontEndText(frontEnd: Tools["jupyter"]["frontEnd"]): string {
  if (frontEnd === "lab") return "JupyterLab";
  return frontEnd === "notebook" ? "classic notebook" : "no front end";
}
