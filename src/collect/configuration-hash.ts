import { createHash } from "node:crypto";

/**
 * One text for all that a configuration asks, whatever the layout of its file: `sha256:` and 64 digits.
 *
 * Input: what each query means, in the order in which they are asked, since that counts
 */
export function configurationHash(meaning: readonly unknown[], repeats: number): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([repeats, meaning]))
    .digest("hex");
  return `sha256:${digest}`;
}
