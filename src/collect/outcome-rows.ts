import { sentence } from "../census/sentence.js";
import type { Stop } from "./ask-wanted.js";
import type { Collection } from "./collector.js";
import type { PlanRow } from "./plan-rows.js";
import type { ResultOfQuery } from "./result-row.js";

type Rows<Fields extends object> = Pick<Collection<Fields>, "rows">;

interface Named {
  readonly tool: string;
}

/** A count and its ends, as frames have them. Missing: NaN. `high` is Infinity where only a lower bound is known */
export function endsOf({ number, low, high }: Pick<ResultOfQuery, "number" | "low" | "high">) {
  if (number === null) return { value: Number.NaN, low: Number.NaN, high: Number.NaN };
  return { value: number, low: low ?? number, high: high ?? Number.POSITIVE_INFINITY };
}

/** Where the counts were read, in a sentence, where there are several and all were read alike; else empty. */
export function readFromText({ rows }: Rows<object>): string {
  const counted = rows.filter(({ number }) => number !== null).map(({ readFrom }) => readFrom.join(", "));
  const [first, ...others] = new Set(counted);
  if (first === undefined || others.length > 0 || counted.length < 2) return "";
  return `Each count was read from: ${first}.`;
}

/** Why a run stopped, and when to come back or what to do. */
export function stopText({ reason, advice }: Stop): string {
  return ["The run stopped:", ...(advice === undefined ? [reason] : [sentence(reason), advice])].join(" ");
}

/** One row a query without a count, or with fewer readings than planned: what happened, and what to do. */
export function problemRows({ rows, stop }: Pick<Collection<Named>, "rows" | "stop">): readonly PlanRow[] {
  return rows.flatMap((row, place) => {
    const { tool, search, outcome, reason } = row;
    if (outcome === "counted" && reason === undefined) return [];
    return [
      {
        number: place + 1,
        tool,
        search,
        "what happened": reason ?? `not asked${stop === undefined ? "" : ", since the run stopped before"}`,
        "what to do": adviceFor(row),
      },
    ];
  });
}

/** One row a remark that a reader of the numbers should know: number, tool, remark. */
export function remarkRows({ rows }: Rows<Named>): readonly PlanRow[] {
  return rows.flatMap(({ tool, remarks }, place) =>
    remarks.map((remark) => ({ number: place + 1, tool, "what to know": remark })),
  );
}

function adviceFor({ outcome, advice, pages = [] }: ResultOfQuery): string {
  const look = pages.length === 0 ? "" : ` The page is kept: ${pages.join(", ")} in the run's folder.`;
  const what =
    advice ??
    {
      "not given":
        "It was answered, and nothing is asked again in this run; a repeat on another day asks anew.",
      counted: "Start again: what is missing is asked anew.",
      failed:
        "If the reason lies in the query, change it in conf.json. Start again: only what is missing is asked.",
      blocked: "Look at the search in a browser, then start again: only what is missing is asked.",
      unreadable: "Look at the page that was kept; then start again: only what is missing is asked.",
      "not asked": "Start again: only what is missing is asked.",
    }[outcome];
  return `${what}${look}`;
}
