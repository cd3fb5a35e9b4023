import { z } from "zod";

/**
 * What is known of the one job, from before it is sent: whoever starts again takes it up where it is.
 *
 * `answer` holds the counts once they are there, since Google keeps a result for a day only.
 */
export interface KeptJob {
  /** Of all that the result depends on. */
  readonly statement: string;
  /** By this BigQuery knows a request that comes twice. */
  readonly requestId: string;
  /** What the dry run said. */
  readonly bytes: number;
  readonly job?: { readonly id: string; readonly location: string };
  readonly answer?: { readonly counts: Readonly<Record<string, number>>; readonly isPractice?: boolean };
}

/** Where a job is kept, such as a file of the run's folder. What is saved is on the disk when the call returns. */
export interface KeptStore {
  /** Missing: undefined where nothing is kept */
  load(): unknown;
  /** Takes the place of what was kept; `null` where there is no job any more. */
  save(value: KeptJob | null): void;
}

const count = z.int().nonnegative();

const keptSchema: z.ZodType<KeptJob> = z.object({
  statement: z.string(),
  requestId: z.uuid(),
  bytes: count,
  job: z.object({ id: z.string().min(1), location: z.string().min(1) }).exactOptional(),
  answer: z
    .object({ counts: z.record(z.string(), count), isPractice: z.boolean().exactOptional() })
    .exactOptional(),
});

/** The job that is kept for a statement; undefined where none is, or what is kept is of another statement. */
export function maybeKeptJob(store: KeptStore, statement: string): KeptJob | undefined {
  const kept = keptSchema.safeParse(store.load()).data;
  return kept?.statement === statement ? kept : undefined;
}

/** Keeps a job while the program runs: for tests, and where a second payment is no concern. */
export function memoryStore(): KeptStore {
  let kept: unknown;
  return {
    load: () => kept,
    save: (value) => {
      kept = value;
    },
  };
}
