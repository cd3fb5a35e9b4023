import { startCommand } from "./bootstrap/start-command.mjs";

await startCommand({ module: "execution/run-checks.js", name: "runChecks", setUp: { server: true } });
