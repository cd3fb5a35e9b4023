const SECONDS = /^([-+]?)(\d+(?:\.\d+)?)$/;
/** `1h2m3s`, each part optional: some servers in front of a service write it so. */
const PARTS = /^([-+]?)(?=\d)(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?$/;
const WEEKDAY = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /;

/**
 * How long a `Retry-After` header asks to wait, in ms.
 *
 * Input:   seconds, an HTTP date (read relative to `now`), or parts such as `1m0s`
 * Returns: whole ms; 0 for a negative time or a date that is past
 * Missing: undefined where there is no header, or it is none of these forms
 * Source:  RFC 9110, sections 5.6.7 and 10.2.3
 */
export function maybeRetryAfterMs(header: string | null | undefined, now: Date): number | undefined {
  const text = header?.trim() ?? "";
  const ms = maybeSecondsMs(text) ?? maybePartsMs(text) ?? maybeDateMs(text, now);
  return ms !== undefined && Number.isFinite(ms) ? Math.max(0, Math.ceil(ms)) : undefined;
}

function maybeSecondsMs(text: string): number | undefined {
  const [, sign, seconds] = SECONDS.exec(text) ?? [];
  return seconds === undefined ? undefined : signed(sign, Number(seconds) * 1_000);
}

function maybePartsMs(text: string): number | undefined {
  const found = PARTS.exec(text);
  if (!found) return undefined;
  const [, sign, hours = "0", minutes = "0", seconds = "0"] = found;
  return signed(sign, ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000);
}

function signed(sign: string | undefined, ms: number): number {
  return sign === "-" ? -ms : ms;
}

/** The oldest form of an HTTP date names no zone; all are GMT. */
function maybeDateMs(text: string, now: Date): number | undefined {
  if (!WEEKDAY.test(text)) return undefined;
  const ms = Date.parse(text.endsWith(" GMT") ? text : `${text} GMT`);
  return Number.isNaN(ms) ? undefined : ms - now.getTime();
}
