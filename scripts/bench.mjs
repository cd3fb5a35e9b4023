import { startCommand } from "./bootstrap/start-command.mjs";

await startCommand({ module: "execution/bench.js", name: "bench", setUp: true });
