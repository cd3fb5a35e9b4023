import type { Reporter, TestModule, TestRunEndReason } from "vitest/node";

/**
 * Tells, in the last line of a run and alone in it, how many tests passed, failed and were left out.
 *
 * A file that could not be loaded, and an error outside of any test, count as a failed test: they hide at least one.
 */
export class CountReporter implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    unhandledErrors: readonly unknown[],
    reason: TestRunEndReason,
  ): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const count = (state: string): number => states.filter((each) => each === state).length;
    const brokenModules = modules.filter((module) => module.errors().length > 0).length;
    const failed = count("failed") + brokenModules + unhandledErrors.length;
    const isCutShort = reason === "interrupted" && failed === 0;
    const skipped = states.length - count("passed") - count("failed");
    const parts = [`${count("passed")} passed`, `${isCutShort ? 1 : failed} failed`];
    if (skipped > 0) parts.push(`${skipped} skipped`);
    process.on("exit", () => console.log(`tests: ${parts.join(", ")}`));
  }
}

// Vitest loads a reporter by its file's default export.
export default CountReporter;
