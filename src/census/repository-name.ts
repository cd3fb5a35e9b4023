/**
 * `OWNER/NAME` as GitHub takes it: no other characters, and no name of dots alone or with `.git` at its end.
 *
 * Letter case says nothing in it: `MLReef/mlreef` and `mlreef/mlreef` are one repository.
 */
export const REPOSITORY_NAME =
  /^[A-Za-z0-9][A-Za-z0-9_-]{0,38}\/(?!\.{1,2}$)(?!.*\.[gG][iI][tT]$)[A-Za-z0-9._-]{1,100}$/;

/** Whether two names are those of one repository. */
export function isSameRepository(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
