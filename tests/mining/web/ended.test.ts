import { describe, expect, it } from "vitest";
import { withoutSecrets } from "../../../src/mining/web/ended.js";
import { failedForNow } from "../../../src/mining/web/verdict.js";

describe("a reason", () => {
  it.each([
    ["GitHub shows a captcha at sign-in.", "GitHub shows a captcha at sign-in."],
    ["GitHub says: “no captcha for Captcha”", "GitHub says: “no ••• for •••”"],
    ["GitHub says: “a “captcha” of hunter2000”", "GitHub says: “a “•••” of •••”"],
    ["GitHub knows hunter2000.", "GitHub knows •••."],
  ])("that reads %s is kept as %s for a user called captcha", (reason, kept) => {
    const privacy = { secrets: ["hunter2000"], names: ["captcha"] };
    expect(withoutSecrets(failedForNow(reason), privacy)).toMatchObject({ reason: kept });
  });
});
