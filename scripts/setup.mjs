import { startCommand } from "./bootstrap/start-command.mjs";

await startCommand({ module: "setup/report-set-up.js", name: "reportSetUp", setUp: true });
