import { startCommand } from "./bootstrap/start-command.mjs";

await startCommand({ module: "execution/collect.js", name: "collect", setUp: true });
