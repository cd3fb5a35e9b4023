/** What a browser is started with: without window, without what it fetches or sends by itself. */
export function browserArguments(isRoot: boolean = process.getuid?.() === 0): string[] {
  return [
    "--headless=new",
    // Chromium refuses to run as root with its sandbox, and as anybody else it should keep it.
    ...(isRoot ? ["--no-sandbox"] : []),
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--disable-gpu",
  ];
}
