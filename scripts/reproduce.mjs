import { startCommand } from "./bootstrap/start-command.mjs";

await startCommand({ module: "execution/reproduce.js", name: "reproduce", setUp: true });
