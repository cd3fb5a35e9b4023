import { existsSync, readFileSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, it } from "vitest";
import { browserArguments } from "../../src/setup/browser-arguments.js";
import { jupyterEnvironment, makeIpythonFolder } from "../../src/setup/jupyter-environment.js";
import { writeKernel } from "../../src/setup/write-kernel.js";
import { fakeMachine } from "./fake-machine.js";

it("the kernel is written once, inside the project, where the environment lets Jupyter look", () => {
  const { root } = fakeMachine();
  const path = writeKernel(root);
  const { ino } = statSync(path);
  expect(writeKernel(root)).toBe(path);
  expect(statSync(path).ino).toBe(ino);
  const { JUPYTER_PATH = "" } = jupyterEnvironment(root, {});
  expect(path).toBe(join(JUPYTER_PATH, "kernels/tslab/kernel.json"));
  const { argv } = JSON.parse(readFileSync(path, "utf8"));
  expect(argv[0]).toBe(process.execPath);
  expect(existsSync(argv[0])).toBe(true);
});

it("what the person has on JUPYTER_PATH comes after it, and their configuration does not count", () => {
  const env = {
    JUPYTER_PATH: "/theirs",
    JUPYTER_CONFIG_DIR: "/theirs",
    JUPYTER_CONFIG_PATH: "/theirs",
    HOME: "/h",
  };
  const made = jupyterEnvironment("/project", env);
  expect(made.JUPYTER_PATH?.split(delimiter)).toEqual([join("/project", ".setup", "jupyter"), "/theirs"]);
  expect(made.JUPYTER_CONFIG_DIR).toContain(".setup");
  expect(made.JUPYTER_CONFIG_PATH).toBeUndefined();
  expect(made.HOME).toBe("/h");
});

it("IPython finds its folder, of whose absence it would warn in every failure", () => {
  const { root } = fakeMachine();
  makeIpythonFolder(root);
  expect(existsSync(jupyterEnvironment(root, {}).IPYTHONDIR ?? "")).toBe(true);
});

it("the browser loses its sandbox only as root", () => {
  expect(browserArguments(true)).toContain("--no-sandbox");
  expect(browserArguments(false)).not.toContain("--no-sandbox");
});
