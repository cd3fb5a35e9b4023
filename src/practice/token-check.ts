import { PRACTICE_TOKEN } from "./accounts.js";

/** What the header `authorization` brings: no token, the right one, or another. */
export function tokenCheck(authorization: string | undefined): "none" | "right" | "wrong" {
  if (authorization === undefined) return "none";
  const isRight = /^(?:bearer|token)\s+(\S+)$/i.exec(authorization)?.[1] === PRACTICE_TOKEN;
  return isRight ? "right" : "wrong";
}
