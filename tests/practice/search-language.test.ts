import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maybePattern } from "../../src/census/pattern.js";
import { searchText } from "../../src/census/search-text.js";
import { parseSearch } from "../../src/practice/search-language.js";

const text = (one: string) => ({ kind: "text", text: one });
const pattern = (one: string) => ({ kind: "pattern", pattern: one });

describe("the search language of practice", () => {
  it.each([
    ["a pattern", "/import wandb|from wandb/", [pattern("import wandb|from wandb")], undefined],
    ["a pattern in files of one kind", "/a b/ path:*.py", [pattern("a b")], ["py"]],
    ["a pattern in files of either kind", "/a/ (path:*.yml OR path:*.yaml)", [pattern("a")], ["yml", "yaml"]],
    ["a slash inside a pattern as part of it", "/a/b/ path:*.py", [pattern("a/b")], ["py"]],
    ["an escaped slash before a space", String.raw`/a\/ b/`, [pattern(String.raw`a\/ b`)], undefined],
    [
      "the study's slash without a backslash",
      String.raw`/kubeflow\.org/v1beta1(\s|\S)*kind/ path:*.yml`,
      [pattern(String.raw`kubeflow\.org/v1beta1(\s|\S)*kind`)],
      ["yml"],
    ],
    ["what looks like files inside a pattern", "/a path:*.py/ path:*.sh", [pattern("a path:*.py")], ["sh"]],
    ["a phrase", '"cml check create" path:*.sh', [text("cml check create")], ["sh"]],
    [
      "an escaped quote and backslash",
      String.raw`"say \"hi\" \\n"`,
      [text(String.raw`say "hi" \n`)],
      undefined,
    ],
    ["what looks like files inside a phrase", '"a path:*.py"', [text("a path:*.py")], undefined],
    [
      "several phrases and words, each of them",
      '"a b" c d(',
      [text("a b"), text("c"), text("d(")],
      undefined,
    ],
    ["files alone", "path:*.py", [], ["py"]],
    ["spaces around it all", "  /a/   path:*.py  ", [pattern("a")], ["py"]],
  ])("understands %s", (_, search, terms, extensions) => {
    expect(parseSearch(search)).toEqual(extensions === undefined ? { terms } : { terms, extensions });
  });

  it.each([
    ["nothing", "  "],
    ["more than 1,000 characters", "a".repeat(1_001)],
    ["a pattern without an end", "/a path:*.py"],
    ["an empty pattern", "// path:*.py"],
    ["a lone slash", "/"],
    ["a pattern that ends in an escaped slash", String.raw`/a\/ path:*.py`],
    ["two patterns with an operator", "/wandb/ OR /mlflow/ path:*.py"],
    ["two patterns", "/wandb/ /mlflow/"],
    ["a slash before white space in a class", "/[/ ]a/"],
    ["a slash after an escaped backslash, before white space", String.raw`/a\\/ b/`],
    ["a phrase without an end", '"a path:*.py'],
    ["an empty phrase", '"" path:*.py'],
    ["another escape in a phrase", String.raw`"a\n" path:*.py`],
    ["a word right after a phrase", '"a"b'],
    ["other qualifiers", "wandb language:python"],
    ["a second kind of files", "wandb path:*.py path:*.sh"],
    ["operators", "wandb OR mlflow"],
    ["an exclusion", "wandb -path:*.md"],
    ["a pattern after a word", "wandb /log/"],
  ])("refuses %s, since a guess could be a plausible wrong number", (_, search) => {
    expect(() => parseSearch(search)).toThrowError(/^unable to parse query! [A-Z].*\.$/);
  });

  it("reads every search text of a query back to that query", () => {
    const extension = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_+-]{0,5}$/);
    const phrase = fc
      .string({ minLength: 1, maxLength: 60, unit: "grapheme" })
      .filter((one) => one.trim() !== "");
    const query = fc.oneof(
      phrase,
      phrase.map((one) => `/${one}/`),
    );
    fc.assert(
      fc.property(query, fc.uniqueArray(extension, { minLength: 1, maxLength: 4 }), (asked, extensions) => {
        const inside = maybePattern(asked);
        fc.pre(inside !== "" && !/\/\s/.test(inside?.replaceAll(/\\./gs, "") ?? ""));
        const terms = [inside === undefined ? text(asked) : pattern(inside)];
        expect(parseSearch(searchText({ query: asked, extensions }))).toEqual({ terms, extensions });
      }),
    );
  });

  it("answers any text with a search or a refusal", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (any) => {
        try {
          parseSearch(any);
        } catch (error) {
          expect(error).toMatchObject({ name: "SearchError" });
        }
      }),
    );
  });
});
