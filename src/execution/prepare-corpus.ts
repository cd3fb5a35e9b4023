import nodeFiles from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { NotebookError } from "../census/errors.js";

/** What a benchmark needs, so that starting a program is not what is measured. */
const LEAST_BYTES = 300e6;
const LEAST_FILES = 20_000;
const EXTENSIONS: readonly string[] = [".py", ".ipynb", ".yml", ".yaml", ".sh"];
/** Every so many files one gets a sample behind its own text, so that there is something to find. */
const SPRINKLED = 17;
const WHOLE = "whole";

interface SourceFile {
  readonly extension: string;
  readonly content: Buffer;
}

/**
 * A corpus for measuring, outside the project: the Python packages of the project's own environment, as often as it takes,
 * with sample uses in between. Made once, and kept in the system's folder for temporary files.
 *
 * Errors: NotebookError where that environment is not there
 */
export function prepareCorpus(root: string): string {
  const folder = join(tmpdir(), "tracker-census-bench-corpus");
  if (nodeFiles.existsSync(join(folder, WHOLE))) return folder;
  nodeFiles.rmSync(folder, { recursive: true, force: true });
  const [sources, samples] = [filesIn(join(root, ".venv")), filesIn(join(root, "samples", "corpus"))];
  if (sources.length === 0) throw new NotebookError("There is no .venv to make a corpus of: npm run setup.");
  let [files, bytes] = [0, 0];
  for (let copy = 1; files < LEAST_FILES || bytes < LEAST_BYTES; copy += 1) {
    for (const source of sources) {
      bytes += writeFile(join(folder, `owner-${copy}`, `repository-${files % 50}`), source, samples, files);
      files += 1;
    }
  }
  nodeFiles.writeFileSync(join(folder, WHOLE), "");
  return folder;
}

function writeFile(
  folder: string,
  { extension, content }: SourceFile,
  samples: readonly SourceFile[],
  place: number,
): number {
  const alike = samples.filter((sample) => sample.extension === extension);
  const sample = place % SPRINKLED === 0 ? alike[(place / SPRINKLED) % alike.length] : undefined;
  const whole = Buffer.concat([content, Buffer.from("\n"), sample?.content ?? Buffer.alloc(0)]);
  nodeFiles.mkdirSync(folder, { recursive: true });
  nodeFiles.writeFileSync(join(folder, `file-${place}${extension}`), whole);
  return whole.length;
}

function filesIn(folder: string): SourceFile[] {
  if (!nodeFiles.existsSync(folder)) return [];
  return nodeFiles
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && EXTENSIONS.includes(extname(entry.name)))
    .map((entry) => ({
      extension: extname(entry.name),
      content: nodeFiles.readFileSync(join(entry.parentPath, entry.name)),
    }));
}
