import { type RepositoryNamer, type RepositoryRule, repositoryNamer } from "./repository-rule.js";
import type { UnitTally } from "./scan-units.js";
import type { FoundFile } from "./tally.js";

/** A file that a query is found in, with its name in the corpus. */
export interface NamedFile extends FoundFile {
  readonly name: string;
  readonly repository: string;
}

/** The found files of all units, each with a name of its own: where an archive has a name twice, the second gets `#2`. */
export function foundFiles(units: readonly UnitTally[]): {
  readonly files: readonly NamedFile[];
  readonly rules: readonly RepositoryRule[];
} {
  const namers = [...byRoot(units).values()].map((group) => ({ group, namer: repositoryNamer(group) }));
  const times = new Map<string, number>();
  const nameOf = (plain: string): string => {
    const time = (times.get(plain) ?? 0) + 1;
    times.set(plain, time);
    return time === 1 ? plain : `${plain}#${time}`;
  };
  const files = namers.flatMap(({ group, namer }) =>
    group.flatMap(({ unit, tally }) =>
      tally.found.map((file) => ({
        ...file,
        name: nameOf(unit.prefix + file.path),
        repository: file.repository ?? namer.nameOf(file.path),
      })),
    ),
  );
  return { files, rules: namers.map(({ namer }) => ruleOf(namer)) };
}

function ruleOf({ prefix, root, otherwise, gitRepositories }: RepositoryNamer): RepositoryRule {
  return { prefix, root, otherwise, gitRepositories };
}

function byRoot(units: readonly UnitTally[]): ReadonlyMap<string, readonly UnitTally[]> {
  const groups = new Map<string, UnitTally[]>();
  for (const unit of units) {
    const group = groups.get(unit.unit.root) ?? [];
    group.push(unit);
    groups.set(unit.unit.root, group);
  }
  return groups;
}
