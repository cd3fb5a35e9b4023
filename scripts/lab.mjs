import { startCommand } from "./bootstrap/start-command.mjs";

await startCommand({ module: "execution/open-lab.js", name: "openLab", setUp: { server: true } });
