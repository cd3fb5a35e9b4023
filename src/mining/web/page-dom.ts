/** The little of a browser's document that the functions use which run inside a page. */
export interface DomNode {
  readonly nodeType: number;
  textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
  readonly parentElement: DomElement | null;
  readonly previousSibling: DomNode | null;
  readonly nextSibling: DomNode | null;
  compareDocumentPosition(other: DomNode): number;
}

export interface DomElement extends DomNode {
  readonly children: Iterable<DomElement>;
  readonly attributes: Iterable<{ readonly name: string; value: string }>;
  readonly outerHTML: string;
  value?: string;
  matches(selector: string): boolean;
  closest(selector: string): DomElement | null;
  checkVisibility(options?: { opacityProperty: boolean; visibilityProperty: boolean }): boolean;
  getBoundingClientRect(): { readonly width: number; readonly height: number };
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  readonly shadowRoot: DomNode | null;
  remove(): void;
  replaceWith(node: DomNode): void;
  cloneNode(isDeep: boolean): DomNode;
}

export interface DomDocument {
  readonly title: string;
  readonly baseURI: string;
  readonly body: DomElement | null;
  readonly documentElement: DomElement;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}
