/** Why nothing is asked at the moment, and for how long. */
export interface Waiting {
  /** The whole wait, in ms. */
  readonly ms: number;
  /** When it ends: ISO 8601, UTC. */
  readonly until: string;
  /** A phrase such as "the pace". */
  readonly why: string;
}

/** How far a collection is. A reading is one query counted once: with repeats there are several of a query. */
export interface Progress {
  /** Readings that are counted or failed, and all that there are to be. */
  readonly done: number;
  readonly total: number;
  /** Readings on disk, those of earlier sessions included. */
  readonly counted: number;
  /** Readings given up in this session. */
  readonly failures: number;
  /** Readings that the source cannot ask, which are none of the total; absent where there are none. */
  readonly refused?: number;
  /** What is asked, or asked next; `position` is that of the query, from 1. Absent before the first and after the last. */
  readonly current?: {
    readonly position: number;
    /** What it is about, in a few words. */
    readonly label: string;
    readonly text: string;
    readonly repeat: number;
  };
  /** Absent while the service is asked. */
  readonly waiting?: Waiting;
}
