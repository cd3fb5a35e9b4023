import { existsSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ensureJupyter } from "../../src/setup/ensure-jupyter.js";
import { type Answer, fakeMachine, writeProgram } from "./fake-machine.js";

const NEEDS = { server: false };
const VERSION = { stdout: "7.17.2\n" };

/** Answers as a machine where `venv` and `pip` work: they leave the files that the real ones leave. */
function workingPip(root: () => string): Answer {
  return (line) => {
    if (line.includes("-m venv")) writeProgram(join(root(), ".venv/bin/python"));
    if (line.includes("-m pip")) writeProgram(join(root(), ".venv/bin/jupyter"));
    return line.includes("-m venv") || line.includes("-m pip") || line.includes("nbconvert")
      ? VERSION
      : undefined;
  };
}

describe("a Jupyter that is there", () => {
  it("is used as it is, and tried only once", async () => {
    const machine = fakeMachine(() => VERSION);
    const command = machine.install("jupyter");
    expect(await ensureJupyter(machine, NEEDS)).toEqual({ command, version: "7.17.2" });
    expect(await ensureJupyter(machine, NEEDS)).toEqual({ command, version: "7.17.2" });
    expect(machine.lines).toEqual(["HOME/bin/jupyter nbconvert --version"]);
    expect(machine.said).toEqual([]);
  });

  it("is tried again when its file has changed", async () => {
    const machine = fakeMachine(() => VERSION);
    writeFileSync(machine.install("jupyter"), "one");
    await ensureJupyter(machine, NEEDS);
    const changed = machine.install("jupyter");
    writeFileSync(changed, "two");
    utimesSync(changed, 1, 1);
    await ensureJupyter(machine, NEEDS);
    expect(machine.lines).toHaveLength(2);
  });

  it("is passed over when it is a shim with nothing behind it", async () => {
    const machine = fakeMachine((line) => (line.startsWith("HOME/bin2/") ? VERSION : undefined));
    machine.install("jupyter");
    const command = writeProgram(join(machine.home, "bin2", "jupyter"));
    expect(await ensureJupyter(machine, NEEDS)).toEqual({ command, version: "7.17.2" });
  });

  it("is passed over when its nbconvert is too old", async () => {
    const machine = fakeMachine((line) => (line.includes("nbconvert") ? { stdout: "5.6.1\n" } : undefined));
    machine.install("jupyter");
    await expect(ensureJupyter(machine, NEEDS)).rejects.toThrow("No Jupyter with nbconvert was found");
  });

  it("is passed over when a front end is asked for and it has none", async () => {
    const machine = fakeMachine((line) => (line.includes("nbconvert") ? VERSION : undefined));
    machine.install("jupyter");
    await expect(ensureJupyter(machine, { server: true })).rejects.toThrow(
      "JupyterLab (or the classic notebook)",
    );
    machine.install("jupyter-notebook");
    expect(await ensureJupyter(machine, { server: true })).toMatchObject({ frontEnd: "notebook" });
    machine.install("jupyter-lab");
    expect(await ensureJupyter(machine, { server: true })).toMatchObject({ frontEnd: "lab" });
  });

  it("in the project's .venv goes before that of the PATH", async () => {
    const machine = fakeMachine(() => VERSION);
    machine.install("jupyter");
    writeProgram(join(machine.root, ".venv/bin/python"));
    const command = writeProgram(join(machine.root, ".venv/bin/jupyter"));
    expect(await ensureJupyter(machine, NEEDS)).toMatchObject({ command });
  });
});

describe("without a Jupyter", () => {
  it("one is installed into .venv with pip, from the pinned requirements", async () => {
    const machine = fakeMachine(workingPip(() => machine.root));
    const { command } = await ensureJupyter(machine, NEEDS);
    expect(command).toBe(join(machine.root, ".venv/bin/jupyter"));
    expect(machine.said).toEqual(["Jupyter: installing into .venv with pip…"]);
    expect(machine.lines).toEqual([
      "python3 -m venv ROOT/.venv",
      "ROOT/.venv/bin/python -m pip install --disable-pip-version-check --no-input --retries 2 -r ROOT/scripts/requirements.txt",
      "ROOT/.venv/bin/jupyter nbconvert --version",
    ]);
  });

  it("the PYTHON variable names the Python to use", async () => {
    const machine = fakeMachine(
      workingPip(() => machine.root),
      { env: { PYTHON: "python3.12" } },
    );
    await ensureJupyter(machine, NEEDS);
    expect(machine.lines[0]).toBe("python3.12 -m venv ROOT/.venv");
  });

  it("a .venv of a killed set-up is made anew", async () => {
    const machine = fakeMachine(workingPip(() => machine.root));
    writeProgram(join(machine.root, ".venv/bin/python"));
    writeProgram(join(machine.root, ".venv/bin/jupyter"));
    writeProgram(join(machine.root, ".venv/half-written"));
    writeProgram(join(machine.root, ".venv/.tracker-census"), "unfinished");
    await ensureJupyter(machine, NEEDS);
    expect(machine.lines[0]).toBe("python3 -m venv ROOT/.venv");
    expect(existsSync(join(machine.root, ".venv/half-written"))).toBe(false);
    await ensureJupyter(machine, NEEDS);
    expect(machine.lines).toHaveLength(3);
  });

  it("a .venv of other requirements is made anew", async () => {
    const machine = fakeMachine(workingPip(() => machine.root));
    await ensureJupyter(machine, NEEDS);
    writeFileSync(join(machine.root, "scripts/requirements.txt"), "jupyterlab==2\n");
    await ensureJupyter(machine, NEEDS);
    expect(machine.lines.filter((line) => line.includes("-m venv"))).toHaveLength(2);
  });

  it("a .venv that somebody else made stays as it is", async () => {
    const machine = fakeMachine();
    mkdirSync(join(machine.root, ".venv"));
    await expect(ensureJupyter(machine, NEEDS)).rejects.toThrow(".venv was not made by the set-up");
    expect(existsSync(join(machine.root, ".venv"))).toBe(true);
    expect(machine.lines).toEqual([]);
  });

  it("Debian's packages are installed where pip fails, and the failed .venv is removed", async () => {
    const machine = fakeMachine(
      (line) => {
        if (line.includes("-m venv")) writeProgram(join(machine.root, ".venv/bin/python"));
        if (line.includes("apt-get install")) machine.install("jupyter");
        return line.includes("-m pip") ? undefined : VERSION;
      },
      { isRoot: true },
    );
    machine.install("apt-get");
    expect(await ensureJupyter(machine, NEEDS)).toMatchObject({ version: "7.17.2" });
    expect(existsSync(join(machine.root, ".venv"))).toBe(false);
    expect(machine.said).toEqual([
      "Jupyter: installing into .venv with pip…",
      "Jupyter: installing jupyter-nbconvert and jupyter-notebook with apt-get…",
    ]);
  });

  it("it stops with what was tried, what the tools said and what to install", async () => {
    const machine = fakeMachine((line) =>
      line.includes("venv") ? { status: 1, stderr: "ensurepip is not available\n" } : undefined,
    );
    const failure = await ensureJupyter(machine, NEEDS).catch((error: Error) => error);
    expect(failure).toMatchObject({ name: "SetupError" });
    const { message } = failure as Error;
    expect(message).toContain("python3 -m venv .venv did not work:\n    ensurepip is not available\n");
    expect(message).toContain("apt-get is not there.");
    expect(message).toContain("sudo apt-get install jupyter-nbconvert jupyter-notebook");
  });
});
