import { startCommand } from "./bootstrap/start-command.mjs";

await startCommand({ module: "execution/run-practice.js", name: "runPractice" });
