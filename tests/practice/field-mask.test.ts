import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chosenFields, FieldError } from "../../src/practice/field-mask.js";

const TREE = { a: {}, b: { c: {}, d: { e: {} } } };
const VALUE = { a: 1, b: [{ c: 2, d: { e: 3, f: 4 } }, { c: 5 }] };

describe("chosen fields", () => {
  it.each([
    ["", VALUE],
    ["*", VALUE],
    ["a", { a: 1 }],
    ["b(c)", { b: [{ c: 2 }, { c: 5 }] }],
    ["b/c", { b: [{ c: 2 }, { c: 5 }] }],
    ["b/d/e", { b: [{ d: { e: 3 } }, {}] }],
    ["b(d(e)),a", { a: 1, b: [{ d: { e: 3 } }, {}] }],
    [" b( c , d/e ) ", { b: [{ c: 2, d: { e: 3 } }, { c: 5 }] }],
    ["b/c,b/d", { b: [{ c: 2, d: { e: 3, f: 4 } }, { c: 5 }] }],
  ])("of %j", (text, expected) => {
    expect(chosenFields(VALUE, text, TREE)).toEqual(expected);
  });

  it.each(["x", "a,x", "b(x)", "b/x", "a(b)", "b(c", "b)", "a,", "b()", ",", "a;b", "__proto__", "toString"])(
    "are refused in %j",
    (text) => {
      expect(() => chosenFields(VALUE, text, TREE)).toThrow(FieldError);
    },
  );

  it("of any text are cut out or refused", () => {
    const texts = fc
      .array(fc.constantFrom("a", "b", "c", "d", "e", "(", ")", ",", "/", "*", " "))
      .map((all) => all.join(""));
    fc.assert(
      fc.property(texts, (text) => {
        try {
          const cut = chosenFields(VALUE, text, TREE) as object;
          expect(["a", "b"]).toEqual(expect.arrayContaining(Object.keys(cut)));
        } catch (error) {
          expect(error).toBeInstanceOf(FieldError);
        }
      }),
    );
  });
});
