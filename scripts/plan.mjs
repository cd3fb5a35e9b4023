import { startCommand } from "./bootstrap/start-command.mjs";

await startCommand({ module: "execution/own-programs.js", name: "runPlan" });
