/** What a file uses a tool for. `global` is any use at all: the others are parts of it. Source: study 2025. */
export const PURPOSES = ["global", "logging", "metric", "tuning"] as const;

export type Purpose = (typeof PURPOSES)[number];
