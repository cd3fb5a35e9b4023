import { type CommandResult, tailOf } from "./command-runner.js";
import { findOnPath } from "./find-on-path.js";
import type { Machine } from "./machine.js";

const APT_MS = 20 * 60_000;

/**
 * Installs Debian packages where apt-get is there and allowed: to root, or where sudo asks for no password.
 *
 * Returns: why it did not work, for the person; undefined when it did
 */
export async function installWithApt(
  machine: Machine,
  { what, packages }: { what: string; packages: readonly string[] },
): Promise<string | undefined> {
  if (findOnPath("apt-get", machine).length === 0) return "apt-get is not there.";
  const prefix = await maybeRootPrefix(machine);
  if (prefix === undefined) return "apt-get is there, but needs root, and sudo asks for a password.";
  machine.say(`${what}: installing ${packages.join(" and ")} with apt-get…`);
  const apt = (args: readonly string[]): Promise<CommandResult> =>
    runApt(machine, [...prefix, "apt-get", ...args]);
  const install = ["install", "-y", "-q", "--no-install-recommends", ...packages];
  const first = (await areKnown(machine, packages)) ? await apt(install) : undefined;
  if (first?.status === 0) return undefined;
  // The lists are absent, or so old that the packages that they name are no longer on the server.
  await apt(["update", "-q"]);
  const second = await apt(install);
  return second.status === 0
    ? undefined
    : `apt-get did not install ${packages.join(" ")}:\n${tailOf(second)}`;
}

async function maybeRootPrefix(machine: Machine): Promise<string[] | undefined> {
  if (machine.isRoot) return [];
  if (findOnPath("sudo", machine).length === 0) return undefined;
  const { status } = await machine.run({ command: "sudo", args: ["-n", "true"], timeoutMs: 10_000 });
  return status === 0 ? ["sudo", "-n"] : undefined;
}

/** Through `env`, since sudo passes no variables on. */
function runApt({ run }: Machine, line: readonly string[]): Promise<CommandResult> {
  const [first, ...rest] = line;
  const asked = ["DEBIAN_FRONTEND=noninteractive"];
  return first === "sudo"
    ? run({ command: "sudo", args: ["-n", "env", ...asked, ...rest.slice(1)], timeoutMs: APT_MS })
    : run({ command: "env", args: [...asked, ...line], timeoutMs: APT_MS });
}

async function areKnown({ run }: Machine, packages: readonly string[]): Promise<boolean> {
  for (const name of packages) {
    const { status } = await run({ command: "apt-cache", args: ["show", name], timeoutMs: 60_000 });
    if (status !== 0) return false;
  }
  return true;
}
