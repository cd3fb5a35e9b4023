import type { Browser, BrowserContext } from "puppeteer";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { SYSTEM_CLOCK } from "../../../src/census/clock.js";
import type { CountSource } from "../../../src/census/count-source.js";
import { PROJECT_ROOT } from "../../../src/census/project-root.js";
import { Secret } from "../../../src/config/secret.js";
import { launchBrowser } from "../../../src/mining/web/browser.js";
import { type GitHubWebOptions, githubWeb } from "../../../src/mining/web/github-web.js";
import { memorySessions } from "../../../src/mining/web/session-store.js";
import { type ScenarioServer, startScenarioServer } from "./scenario-server.js";

export const QUERY = { query: "wandb", extensions: ["py"] };
export const SESSION = "session-of-the-test";

export const NEVER = new AbortController().signal;

/** One browser for all tests of a file: closing it only closes what the source opened in it. */
export function sharedBrowser(): { launch: () => Promise<Browser> } {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchBrowser({ root: PROJECT_ROOT });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
  });
  return { launch: async () => keptOpen(browser as Browser) };
}

/** A browser whose closing closes only what was opened through it: left open, pages slow all later tests down. */
function keptOpen(browser: Browser): Browser {
  const contexts: BrowserContext[] = [];
  return new Proxy(browser, {
    get: (target, key) => {
      if (key === "close") return () => Promise.all(contexts.splice(0).map((context) => context.close()));
      if (key === "createBrowserContext") {
        return async () => {
          const context = await target.createBrowserContext();
          contexts.push(context);
          return context;
        };
      }
      const value = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

/** A server for the tests of a file, reset before each, and a way to make sources that ask it. */
export function webTests() {
  const { launch } = sharedBrowser();
  const sources: CountSource[] = [];
  const make = (options: Partial<GitHubWebOptions>): CountSource =>
    githubWeb({
      url: self.server.url,
      credentials: { session: new Secret(SESSION) },
      sessions: memorySessions(),
      clock: SYSTEM_CLOCK,
      launch,
      lateTextMs: 300,
      ...options,
    });
  let shared: CountSource | undefined;
  const self = {
    launch,
    server: undefined as unknown as ScenarioServer,
    /** One that is signed in, and keeps its page for the next test. */
    signedIn: (): CountSource => {
      shared ??= make({});
      return shared;
    },
    source: (options: Partial<GitHubWebOptions> = {}): CountSource => {
      const source = make(options);
      sources.push(source);
      return source;
    },
  };
  beforeAll(async () => {
    self.server = await startScenarioServer();
  });
  beforeEach(() => {
    self.server.scenario = {};
    self.server.requests.length = 0;
    self.server.routes.clear();
    self.server.sessions.clear();
    self.server.sessions.add(SESSION);
  });
  afterEach(async () => {
    await Promise.all(sources.splice(0).map((source) => source.close()));
  });
  afterAll(async () => {
    await shared?.close();
    await self.server.close();
  });
  return self;
}
