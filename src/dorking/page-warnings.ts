import type { DorkingConfiguration } from "../config/configuration.js";

/** What makes counts of pages others than they seem, and which names it is about. */
export interface PageWarning {
  readonly names: readonly string[];
  readonly message: string;
}

/** A name of so few letters and digits is an abbreviation of other things too. */
const SHORT_NAME = 4;

/** The weak points of searches for pages, as far as the names and words show them; none where all is clear. */
export function pageWarnings(dorking: DorkingConfiguration): readonly PageWarning[] {
  return [...bareNames(dorking), ...shortNames(dorking), ...namesInNames(dorking), ...leftOutWords(dorking)];
}

function bareNames({ asStudied, companies, tools }: DorkingConfiguration): PageWarning[] {
  const all = [...companies.map(({ name }) => name), ...tools.flatMap(({ search }) => search)];
  const names = distinct(all.filter((name) => /\s/.test(name)));
  const message =
    'Several words, searched bare as in the study: a page may hold them far apart. "asStudied": false quotes them.';
  return asStudied && names.length > 0 ? [{ names, message }] : [];
}

function shortNames({ tools }: DorkingConfiguration): PageWarning[] {
  const alone = tools.filter((tool) => tool.with.length + tool.without.length === 0);
  const names = distinct(alone.flatMap(({ search }) => search).filter(isShort));
  const message =
    'So short a name means other things too. "with" and "without" name words that must, or must not, stand beside it.';
  return names.length > 0 ? [{ names, message }] : [];
}

function namesInNames({ companies, tools }: DorkingConfiguration): PageWarning[] {
  return companies.flatMap(({ name: company, ownTool }) => {
    const searched = [...tools.flatMap(({ search }) => search), ...(ownTool === undefined ? [] : [ownTool])];
    const names = distinct(searched.filter((name) => wordsOf(name).includes(` ${wordsOf(company).trim()} `)));
    const message = `The name holds "${company}", so every page with it counts for that company.`;
    return names.length > 0 ? [{ names, message }] : [];
  });
}

function leftOutWords({ tools }: DorkingConfiguration): PageWarning[] {
  const names = tools.filter(({ without }) => without.length > 0).map(({ name }) => name);
  const message = 'Google\'s totals are estimates, and can rise where "without" leaves pages out.';
  return names.length > 0 ? [{ names, message }] : [];
}

function isShort(name: string): boolean {
  return !/\s/.test(name) && name.replaceAll(/[^\p{L}\p{N}]/gu, "").length <= SHORT_NAME;
}

/** A name's words in small letters, each between spaces. */
function wordsOf(name: string): string {
  return ` ${name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}
