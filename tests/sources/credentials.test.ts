import { describe, expect, it } from "vitest";
import { loadSettings } from "../../src/config/load-settings.js";
import { type CredentialOptions, credentials } from "../../src/sources/credentials.js";

function words(env: Readonly<Record<string, string>>, options: Partial<CredentialOptions> = {}) {
  const settings = loadSettings({ env, envFile: "/nowhere/.env" });
  const set = credentials(settings, { source: "github-web", hasKeptSession: false, ...options });
  return Object.fromEntries(set.map(({ what, words }) => [what, words]));
}

const TOKEN = "GitHub token (interface for programs)";
const GOOGLE = "Google's Custom Search (dorking)";
const SERPAPI = "SerpApi (dorking)";

describe("what is set, in words", () => {
  it("is what to set where nothing is", () => {
    const none = words({}, { pageSource: "google-cse" });
    expect(none["GitHub sign-in (mining)"]).toMatch(/^not set: put GH_USERNAME and GH_PASSWORD into \.env/);
    expect(none[GOOGLE]).toBe("not set: put GOOGLE_API_KEY and GOOGLE_CSE_ID into .env");
    expect(none[SERPAPI]).toBe(
      'not set: put SERPAPI_KEY into .env; only "source": "serpapi" beside the companies in conf.json needs it',
    );
  });

  it("says of a token and of a key that are set whether they are used", () => {
    expect(words({ GITHUB_TOKEN: "token" }, { source: "github-api" })[TOKEN]).toBe("set");
    expect(words({ GITHUB_TOKEN: "token" })[TOKEN]).toMatch(/^set: GitHub is asked for stars with it/);
    expect(words({ SERPAPI_KEY: "k" }, { pageSource: "serpapi" })[SERPAPI]).toBe("set");
    expect(words({ SERPAPI_KEY: "k" }, { pageSource: "google-cse" })[SERPAPI]).toMatch(/^set, but not used/);
  });

  it("is never a value", () => {
    const env = {
      GH_USERNAME: "alice",
      GH_PASSWORD: "hunter2",
      GH_TOTP_SECRET: "JBSWY3DPEHPK3PXP",
      GOOGLE_API_KEY: "AIza",
      GOOGLE_CSE_ID: "engine7",
      SERPAPI_KEY: "sekret",
      DATAFORSEO_LOGIN: "bob",
      DATAFORSEO_PASSWORD: "hunter3",
    };
    const all = words(env, { pageSource: "google-cse" });
    expect(all["GitHub sign-in (mining)"]).toBe("set: a user, a password and one-time codes");
    expect(JSON.stringify(all)).not.toMatch(/alice|hunter|JBSW|AIza|engine7|sekret|bob/);
  });
});
