import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../census/project-root.js";
import { confJsonSchemaText } from "../config/conf-json-schema.js";
import { isMain } from "./is-main.js";

/** The file that conf.json names as its schema. */
export const CONF_SCHEMA_FILE = join(PROJECT_ROOT, "src", "config", "conf.schema.json");

if (isMain(import.meta.url)) {
  writeFileSync(CONF_SCHEMA_FILE, confJsonSchemaText());
  process.stdout.write(`Written: ${CONF_SCHEMA_FILE}\n`);
}
