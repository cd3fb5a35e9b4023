import type { DomDocument, DomElement } from "./page-dom.js";

/**
 * How the form to sign in with is sent, whose parts are marked in the page; or why there is none that a password may
 * go to. "by button" where Enter would press another button of the form.
 */
export type SignInForm = "by Enter" | "by button" | "no form" | "unsure" | "goes elsewhere";

/** Where the marked parts are found. */
export const SIGN_IN_PARTS = {
  login: '[data-census-part="login"]',
  password: '[data-census-part="password"]',
  button: '[data-census-part="button"]',
  /** The form, once the page itself was told to send it. */
  sentForm: '[data-census-part="sent"]',
} as const;

/** A field or a button of a form, wherever in the page it stands. */
interface Control extends DomElement {
  readonly form?: unknown;
  /** As the browser takes it: a button without a kind is one that sends. */
  readonly type?: string;
}

declare const document: DomDocument;
declare const location: { readonly origin: string };
declare const window: {
  addEventListener(type: "submit", listener: (event: { target: unknown }) => void, isFirst: true): void;
};

/**
 * Marks the visible form that asks for a user name and a password, in the page in which it runs. Of several it is
 * the one that goes to `/session`. It is sent there as text, so it uses nothing from outside itself.
 *
 * Input: `siteOrigin`, to which alone the password may go
 */
export function markSignInForm(siteOrigin: string): SignInForm {
  const PART = "data-census-part";
  const LOGIN = 'input[name="login"], input[autocomplete~="username"]';
  const PASSWORD = 'input[type="password"]';
  const NEW_PASSWORD = 'input[type="password"][autocomplete~="new-password" i]';
  const ANY_BUTTON = "input, button";
  const BUTTON = 'input[type="button"], button[type="button"]';

  const isUsable = (element: DomElement): boolean => {
    const { width, height } = element.getBoundingClientRect();
    const isSeen = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return isSeen && width > 1 && height > 1 && !element.matches(":disabled, [readonly]");
  };
  /** Also those outside the form that name it, in the order of the page; not those inside that name another. */
  const controls = (form: DomElement, selector: string): Control[] =>
    [...(document.querySelectorAll(selector) as Iterable<Control>)].filter((one) => one.form === form);
  const usable = (form: DomElement, selector: string): Control[] => controls(form, selector).filter(isUsable);
  const maybeAddress = (address: string | null): URL | undefined => {
    try {
      return new URL(address ?? "", document.baseURI);
    } catch {
      return undefined;
    }
  };
  const actionOf = (form: DomElement): URL | undefined => maybeAddress(form.getAttribute("action"));
  const hasOwnAction = (button: Control, form: DomElement): boolean => {
    const own = button.getAttribute("formaction");
    return own !== null && maybeAddress(own)?.href !== actionOf(form)?.href;
  };
  const senders = (form: DomElement): Control[] =>
    controls(form, ANY_BUTTON).filter(({ type }) => type === "submit" || type === "image");
  /** One that sends the form where it goes; else one that sends nothing by itself, where it is sure what it does. */
  const maybeButton = (form: DomElement): DomElement | undefined => {
    const sending = senders(form).filter(isUsable);
    const commit = sending.find((one) => one.matches('[name="commit"]'));
    const plain = sending.find((one) => !hasOwnAction(one, form));
    const buttons = usable(form, BUTTON);
    const saysSo = buttons.filter((one) =>
      /^\s*(?:sign|log)\s*in\s*$/i.test(one.getAttribute("value") ?? one.textContent ?? ""),
    );
    return commit ?? plain ?? saysSo[0] ?? (buttons.length === 1 ? buttons[0] : undefined);
  };

  for (const marked of document.querySelectorAll(`[${PART}]`)) marked.removeAttribute(PART);
  const candidates = [...document.querySelectorAll("form")].filter(
    (one) =>
      usable(one, LOGIN).length > 0 &&
      usable(one, PASSWORD).length > 0 &&
      usable(one, NEW_PASSWORD).length === 0,
  );
  const toSession = candidates.filter((one) => /\/session\/?$/.test(actionOf(one)?.pathname ?? ""));
  const surest = candidates.length > 1 ? toSession : candidates;
  if (candidates.length > 0 && surest.length !== 1) return "unsure";
  const [form] = surest;
  const [login] = form === undefined ? [] : usable(form, LOGIN);
  const [password] = form === undefined ? [] : usable(form, PASSWORD);
  if (form === undefined || login === undefined || password === undefined) return "no form";

  const ways = senders(form);
  const methods = [form.getAttribute("method") ?? "", ...ways.map((one) => one.getAttribute("formmethod"))];
  const addresses = [form.getAttribute("action"), ...ways.map((one) => one.getAttribute("formaction"))];
  const isSafe =
    location.origin === siteOrigin &&
    methods.every((method) => method === null || /^post$/i.test(method)) &&
    addresses.every((address) => maybeAddress(address)?.origin === siteOrigin);
  if (!isSafe) return "goes elsewhere";
  login.setAttribute(PART, "login");
  password.setAttribute(PART, "password");
  maybeButton(form)?.setAttribute(PART, "button");
  const noteSending = ({ target }: { target: unknown }) => {
    if (target === form) form.setAttribute(PART, "sent");
  };
  window.addEventListener("submit", noteSending, true);
  // Enter presses the first button that sends, even one that is not to be seen.
  const [pressed] = ways;
  return pressed !== undefined && hasOwnAction(pressed, form) ? "by button" : "by Enter";
}
