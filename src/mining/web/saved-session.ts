import { createHash } from "node:crypto";
import { z } from "zod";

/** A cookie as a browser keeps it. */
const cookieSchema = z.object({
  name: z.string(),
  value: z.string(),
  domain: z.string().min(1),
  path: z.string(),
  secure: z.boolean(),
  httpOnly: z.boolean(),
  sameSite: z.exactOptional(z.enum(["Strict", "Lax", "None"])),
  /** Seconds since 1970; absent for a cookie that ends with the browser. */
  expires: z.exactOptional(z.number()),
});

/** How somebody was signed in. Names and values are hashed: whether two are the same is all that matters. */
const originSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("user"), hash: z.string() }),
  z.object({ kind: z.literal("cookie"), hash: z.string() }),
  z.object({ kind: z.literal("hand") }),
]);

export const savedSessionSchema = z.object({
  version: z.literal(1),
  origin: originSchema,
  cookies: z.array(cookieSchema),
});

export type SavedCookie = z.infer<typeof cookieSchema>;
export type SessionOrigin = z.infer<typeof originSchema>;
export type SavedSession = z.infer<typeof savedSessionSchema>;

/** The cookie that alone tells GitHub who asks. Source: GitHub's page on its cookies. */
export const SESSION_COOKIE = "user_session";
/** Its twin, which a browser sends only from GitHub's own pages and over https. */
export const SAME_SITE_COOKIE = "__Host-user_session_same_site";

export function isSessionCookie({ name }: Pick<SavedCookie, "name">): boolean {
  return name === SESSION_COOKIE || name === SAME_SITE_COOKIE;
}

/** Whether the cookies let somebody in at `now`, as far as they tell themselves. */
export function hasLiveSession(cookies: readonly SavedCookie[], now: Date): boolean {
  return cookies.some(
    ({ name, value, expires }) =>
      name === SESSION_COOKIE &&
      value !== "" &&
      (expires ?? Number.POSITIVE_INFINITY) * 1_000 > now.getTime(),
  );
}

/** A user name, written in any letter case, or a cookie's value, as something that does not give it away at sight. */
export function originHash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
