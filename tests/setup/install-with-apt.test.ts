import { describe, expect, it } from "vitest";
import { installWithApt } from "../../src/setup/install-with-apt.js";
import { fakeMachine } from "./fake-machine.js";

const BROWSER = { what: "Browser", packages: ["chromium"] };
const INSTALL = "apt-get install -y -q --no-install-recommends chromium";

describe("apt-get", () => {
  it("is not tried where it is not there", async () => {
    const machine = fakeMachine(() => ({}), { isRoot: true });
    expect(await installWithApt(machine, BROWSER)).toBe("apt-get is not there.");
    expect(machine.lines).toEqual([]);
  });

  it("is not tried without root, where sudo asks for a password", async () => {
    const machine = fakeMachine();
    machine.install("apt-get");
    machine.install("sudo");
    expect(await installWithApt(machine, BROWSER)).toContain("sudo asks for a password");
    expect(machine.lines).toEqual(["sudo -n true"]);
  });

  it("installs at once where the package is known", async () => {
    const machine = fakeMachine(() => ({}), { isRoot: true });
    machine.install("apt-get");
    expect(await installWithApt(machine, BROWSER)).toBeUndefined();
    expect(machine.lines).toEqual([
      "apt-cache show chromium",
      `env DEBIAN_FRONTEND=noninteractive ${INSTALL}`,
    ]);
  });

  it("goes through sudo where that asks for no password", async () => {
    const machine = fakeMachine(() => ({}));
    machine.install("apt-get");
    machine.install("sudo");
    expect(await installWithApt(machine, BROWSER)).toBeUndefined();
    expect(machine.lines.at(-1)).toBe(`sudo -n env DEBIAN_FRONTEND=noninteractive ${INSTALL}`);
  });

  it("fetches the lists first where the package is not known", async () => {
    const machine = fakeMachine((line) => (line.startsWith("apt-cache") ? undefined : {}), { isRoot: true });
    machine.install("apt-get");
    expect(await installWithApt(machine, BROWSER)).toBeUndefined();
    expect(machine.lines.slice(1)).toEqual([
      "env DEBIAN_FRONTEND=noninteractive apt-get update -q",
      `env DEBIAN_FRONTEND=noninteractive ${INSTALL}`,
    ]);
  });

  it("fetches the lists and tries once more where they were old", async () => {
    let attempts = 0;
    const machine = fakeMachine((line) => (line.includes("install") && ++attempts === 1 ? undefined : {}), {
      isRoot: true,
    });
    machine.install("apt-get");
    expect(await installWithApt(machine, BROWSER)).toBeUndefined();
    expect(attempts).toBe(2);
  });

  it("tells what apt-get said when it fails", async () => {
    const machine = fakeMachine(() => ({ status: 100, stderr: "E: no space left\n" }), { isRoot: true });
    machine.install("apt-get");
    expect(await installWithApt(machine, BROWSER)).toContain("E: no space left");
  });
});
