import { startCommand } from "./bootstrap/start-command.mjs";

await startCommand({ module: "execution/run-login.js", name: "runLogin" });
