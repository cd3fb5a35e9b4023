import { z } from "zod";
import { confSchema } from "./conf-schema.js";

/** The JSON Schema of conf.json as a text to write: what an editor completes and checks with. */
export function confJsonSchemaText(): string {
  const schema = z.toJSONSchema(confSchema, { target: "draft-7", io: "input" });
  const titled = { title: "What the census asks", ...schema };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
