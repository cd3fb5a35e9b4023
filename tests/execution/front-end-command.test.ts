import { expect, it } from "vitest";
import { compilerReport } from "../../src/execution/compiler-report.js";
import { frontEndCommand } from "../../src/execution/front-end-command.js";
import { fakeMachine } from "../setup/fake-machine.js";

const options = {
  root: fakeMachine().root,
  notebook: "notebooks/visualization.ipynb",
  env: {},
  extra: ["--no-browser"],
  isRoot: false,
};

it("Lab opens the notebook, on loopback only, with the person's arguments last", () => {
  const jupyter = { command: "jupyter", version: "7", frontEnd: "lab" as const };
  const { args } = frontEndCommand({ ...options, jupyter });
  expect(args[0]).toBe("lab");
  expect(args).toContain("--ServerApp.ip=127.0.0.1");
  expect(args).toContain("--LabApp.default_url=/lab/tree/notebooks/visualization.ipynb");
  expect(args.at(-1)).toBe("--no-browser");
  expect(args).not.toContain("--allow-root");
});

it("the classic notebook opens where there is no Lab, and root is allowed only to root", () => {
  const jupyter = { command: "jupyter", version: "6", frontEnd: "notebook" as const };
  const { args } = frontEndCommand({ ...options, jupyter, isRoot: true });
  expect(args[0]).toBe("notebook");
  expect(args).toContain("--NotebookApp.default_url=/notebooks/notebooks/visualization.ipynb");
  expect(args).toContain("--allow-root");
});

it("a Jupyter without front end is refused", () => {
  expect(() => frontEndCommand({ ...options, jupyter: { command: "/j", version: "7" } })).toThrow(
    "/j has neither",
  );
});

it("of the watching compiler only errors are told, and once that they are gone", () => {
  const report = compilerReport();
  expect(report("10:00:00 - Starting compilation in watch mode...\n\nbuild finished\n")).toEqual([]);
  expect(report("10:00:00 - Found 0 errors. Watching for file changes.\n")).toEqual([]);
  expect(report("src/a.ts(1,1): error")).toEqual([]);
  expect(report(" TS2322: no.\nFound 1 error. Watching\n")).toEqual([
    "src/a.ts(1,1): error TS2322: no.",
    "Build: 1 error, see above.",
  ]);
  expect(report("Found 0 errors. Watching\n")).toEqual([
    "Build: the errors are gone; restart the kernel to use the new code.",
  ]);
});
