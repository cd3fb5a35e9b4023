/** @import { CountSource } from "../../dist/census/count-source.js" */

/**
 * A source that asks a server on this machine for each number.
 *
 * @param {string} service
 * @param {string} time every asking says that it was at this time
 * @returns {CountSource}
 */
export function fetchSource(service, time) {
  const textOf = (/** @type {{ query: string }} */ { query }) => query;
  const addressOf = (/** @type {{ query: string }} */ { query }) =>
    `${service}/count?q=${encodeURIComponent(query)}`;
  return {
    name: "fetch",
    service,
    account: "nothing",
    versions: { server: "1" },
    textOf,
    addressOf,
    maybeRefusal: () => undefined,
    requestsFor: () => 1,
    async count(query, signal) {
      const answer = await fetch(addressOf(query), { signal });
      const text = await answer.text();
      const value = Number(text);
      return {
        kind: "counted",
        count: { value, low: value, high: value, reading: "exact" },
        readFrom: ["API answer"],
        remarks: [],
        text: textOf(query),
        address: addressOf(query),
        time,
        tookMs: 1,
        requests: 1,
        bytes: text.length,
      };
    },
    async close() {},
  };
}
