/** A page that a search listed, as the service names it. Data, never to be opened or executed by this program. */
export interface FoundPage {
  readonly title: string;
  readonly address: string;
}

/** Another text that a service would rather have searched, or did search: a corrected query is another query. */
export interface Correction {
  readonly text: string;
  /** Whether the answer is that of the corrected text; else the service only suggests it. */
  readonly isApplied: boolean;
}

/** A repository at the moment it was asked for. */
export interface RepositoryFacts {
  /** Its name now, which differs from the one that was asked where it has moved. */
  readonly fullName: string;
  readonly forks: number;
  /** When it was created: ISO 8601, UTC. */
  readonly created: string;
  readonly archived: boolean;
}

/** What came with a number, for whoever wants to check it. */
export interface Evidence {
  /** The first results, in the service's order. */
  readonly pages?: readonly FoundPage[];
  readonly correction?: Correction;
  readonly repository?: RepositoryFacts;
}
