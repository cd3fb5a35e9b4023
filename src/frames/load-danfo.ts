import Module, { createRequire } from "node:module";

type Danfo = typeof import("danfojs-node");

/**
 * What danfo loads whether it is used or not: mathematics for its statistics, tensors, spreadsheets, an HTTP client. Together
 * they are most of the time that a notebook takes to start, so each is loaded when something of it is first used.
 */
const LOADED_WHEN_USED = ["mathjs", "xlsx", "request", "@tensorflow/tfjs-node"];

/** What danfo asks of each cell's data, `data instanceof Tensor`, before there is anything that makes tensors. */
const NOTHING_IS_ONE = Object.defineProperty(() => {}, Symbol.hasInstance, { value: () => false });

/** danfo, the same module that an import of `danfojs-node` gives. */
export function loadDanfo(): Danfo {
  const require = createRequire(import.meta.url);
  const fromDanfo = createRequire(require.resolve("danfojs-node"));
  const deferred = LOADED_WHEN_USED.map((name) => fromDanfo.resolve(name)).filter(
    (file) => !(file in require.cache),
  );
  for (const file of deferred) require.cache[file] = standIn(file, fromDanfo);
  try {
    return require("danfojs-node") as Danfo;
  } finally {
    for (const file of deferred) delete require.cache[file];
  }
}

/** A module whose content is loaded at the first look at it. */
function standIn(file: string, require: NodeJS.Require): Module {
  const module = new Module(file);
  const real = () => require(file) as Record<PropertyKey, unknown> & ((...args: unknown[]) => unknown);
  module.exports = new Proxy(() => {}, {
    // The compiler's helpers ask for this mark of every module that they load; none of these has it.
    get: (_, name) => {
      if (name === "__esModule") return undefined;
      return name === "Tensor" && !(file in require.cache) ? NOTHING_IS_ONE : real()[name];
    },
    has: (_, name) => name in real(),
    apply: (_, self, args) => Reflect.apply(real(), self, args),
  });
  module.loaded = true;
  return module;
}
