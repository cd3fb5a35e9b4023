/** What to know of numbers that a service reads off Google's page, a sentence or two. */
export function scrapedCaveat(service: string): string {
  return (
    `${service} passes on the number that Google's page shows, which Google calls an estimate and sometimes leaves out. ` +
    "Do not mix these numbers with those of google-cse: Google's page and its interface for programs count differently."
  );
}
