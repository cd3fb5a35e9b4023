import { z } from "zod";
import { maybeJson } from "../../census/json.js";

const wholeNumber = z.int().min(0);

const statusSchema = z.looseObject({
  status_code: z.int(),
  status_message: z.string().optional().catch(undefined),
});

/** One task is sent. */
const tasksSchema = z.looseObject({ tasks: z.tuple([statusSchema]) });

const resultSchema = z.looseObject({
  se_results_count: wholeNumber.nullish(),
  items_count: wholeNumber.nullish(),
  items: z.array(z.unknown()).nullish(),
  spell: z.looseObject({ keyword: z.string().nullish(), type: z.string().nullish() }).nullish(),
});

/** Of one search there is one result. */
const resultsSchema = z.looseObject({ result: z.tuple([resultSchema]) });

/** How the service, or one task of it, fared: a code, and words. */
export type TaskStatus = z.infer<typeof statusSchema>;

/** The parts of a result that are read. */
export type TaskResult = z.infer<typeof resultSchema>;

/** How the request as a whole fared; undefined where a text does not say. */
export function maybeStatus(text: string): TaskStatus | undefined {
  return statusSchema.safeParse(maybeJson(text)).data;
}

/** The task that was sent; undefined where an answer holds none, or others too. */
export function maybeTask(text: string): TaskStatus | undefined {
  return tasksSchema.safeParse(maybeJson(text)).data?.tasks[0];
}

/** The result of a task; undefined where it holds none, or several, or one of another form in a part that is read. */
export function maybeResult(task: TaskStatus): TaskResult | undefined {
  return resultsSchema.safeParse(task).data?.result[0];
}
