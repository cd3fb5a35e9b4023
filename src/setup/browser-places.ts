import { join } from "node:path";
import { findOnPath } from "./find-on-path.js";
import type { Machine } from "./machine.js";

const PATH_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const MAC_APPLICATIONS = [
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Chromium.app/Contents/MacOS/Chromium",
];

const WINDOWS_PROGRAMS = ["Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe"];

/** Where an installed Chrome or Chromium would be, likeliest first; those of the PATH are there, the others may not be. */
export function browserPlaces(machine: Pick<Machine, "env" | "platform" | "home">): string[] {
  const onPath = PATH_NAMES.flatMap((name) => findOnPath(name, machine));
  if (machine.platform === "darwin") {
    const folders = ["/Applications", join(machine.home, "Applications")];
    return [...onPath, ...folders.flatMap((folder) => MAC_APPLICATIONS.map((name) => join(folder, name)))];
  }
  if (machine.platform === "win32") {
    const folders = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap(
      (name) => machine.env[name] ?? [],
    );
    return [...onPath, ...folders.flatMap((folder) => WINDOWS_PROGRAMS.map((name) => join(folder, name)))];
  }
  return onPath;
}
