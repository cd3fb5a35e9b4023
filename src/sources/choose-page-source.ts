import type { PageSearch } from "../census/page-search.js";
import { PRACTICE } from "../census/practice.js";
import { GOOGLE_API_URL } from "../census/service-addresses.js";
import type { PageSourceName } from "../census/source-name.js";
import { Secret } from "../config/secret.js";
import { googleCse } from "../dorking/google-cse/google-cse.js";
import { PRACTICE_ENGINE_ID, PRACTICE_GOOGLE_KEY } from "../practice/accounts.js";
import { openAlone, openPractice } from "./open-source.js";
import { PAGE_SOURCE_KINDS } from "./page-source-kinds.js";
import type { SourceChoice } from "./source-choice.js";
import { isPracticeOnly, type SourceWish, whyPractice } from "./source-wish.js";

/**
 * The source of counts of pages that a configuration names, where its key is set; else practice, which stands for Google's
 * own interface whichever source is named.
 */
export function choosePageSource({
  name,
  settings,
  clock,
  root,
}: SourceWish<PageSourceName>): SourceChoice<PageSearch> {
  const kind = PAGE_SOURCE_KINDS[name];
  const service = kind.urlOf(settings);
  const source = isPracticeOnly(settings) ? undefined : kind.maybeMake(settings, service, clock);
  if (source !== undefined) {
    return {
      isPractice: false,
      service,
      about: `${service} is asked, let in by: ${source.account}.`,
      asker: source,
      signsIn: false,
      open: () => openAlone({ source, root, clock }),
    };
  }
  const common = { service: PRACTICE, clock };
  const nobody = { key: new Secret(""), engineId: "" };
  return {
    isPractice: true,
    service: PRACTICE,
    about: `This is practice, since ${whyPractice(settings, kind.lacking)}: sample pages are searched, not the web.`,
    asker: googleCse({ ...common, ...nobody, url: GOOGLE_API_URL }),
    signsIn: false,
    open: () =>
      openPractice({ practiceUrl: settings.practiceUrl, clock }, ({ googleUrl: url }) =>
        googleCse({ ...common, url, key: new Secret(PRACTICE_GOOGLE_KEY), engineId: PRACTICE_ENGINE_ID }),
      ),
  };
}
