import { z } from "zod";
import type { FoundPage } from "../census/evidence.js";

/** Pages that are kept beside a number. */
const MOST_PAGES = 10;

const pageSchema = z.looseObject({ title: z.string().optional().catch(undefined), link: z.string() });

/** The first pages of a list, each with a `title` and a `link`; what has no link is left out. */
export function listedPages(items: readonly unknown[]): readonly FoundPage[] {
  return items
    .flatMap((item) => pageSchema.safeParse(item).data ?? [])
    .slice(0, MOST_PAGES)
    .map(({ title = "", link }) => ({ title, address: link }));
}
