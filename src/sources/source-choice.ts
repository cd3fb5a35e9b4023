import type { CountSource } from "../census/count-source.js";

/** Who will be asked, before anybody is. */
export interface SourceChoice<Query> {
  readonly isPractice: boolean;
  /** What results call the service: its address, or "practice". */
  readonly service: string;
  /** Who is asked, and why it is practice where it is, as a sentence. */
  readonly about: string;
  /** Says of queries what they would be on the service itself, in practice too. Not to be asked. */
  readonly asker: CountSource<Query>;
  /** Whether somebody signs in first, which takes requests besides those of the searches. */
  readonly signsIn: boolean;
  /** Opens the source that is asked; in practice, starts the service first. Input: folder, where its numbers go */
  open(folder: string): Promise<OpenSource<Query>>;
}

export interface OpenSource<Query> {
  readonly source: CountSource<Query>;
  /** Closes the source and what was started for it; may be called twice. */
  close(): Promise<void>;
}
