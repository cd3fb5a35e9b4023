import { startCommand } from "./bootstrap/start-command.mjs";

await startCommand({ module: "execution/run-plan.js", name: "runPlan" });
