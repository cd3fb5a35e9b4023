/**
 * What to tell of the lines of a watching compiler: its errors, and that they are gone; not its good news.
 *
 * Returns a function from a piece of the compiler's output to the lines to print.
 */
export function compilerReport(): (piece: string) => string[] {
  let rest = "";
  let isBroken = false;
  return (piece) => {
    const lines = `${rest}${piece}`.split("\n");
    rest = lines.pop() ?? "";
    return lines.flatMap((line) => {
      const count = /Found (\d+) errors?/.exec(line)?.[1];
      if (count === undefined) return isNews(line) ? [] : [line.trimEnd()];
      const wasBroken = isBroken;
      isBroken = count !== "0";
      if (isBroken) return [`Build: ${count} ${count === "1" ? "error" : "errors"}, see above.`];
      return wasBroken ? ["Build: the errors are gone; restart the kernel to use the new code."] : [];
    });
  };
}

function isNews(line: string): boolean {
  return (
    line.trim() === "" ||
    /Starting (incremental )?compilation|File change detected|build (starting|finished)/i.test(line)
  );
}
