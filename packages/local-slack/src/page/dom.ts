type Listener = (event: Event) => void;
type Attribute = string | number | boolean | null | undefined | Listener;
export type Child = Node | string | null | undefined | false;

/**
 * Makes an element. An attribute that is `true` is set empty; `false`, `null` and `undefined` leave
 * it out; a function listens to the event its name says after "on". Strings among the children
 * become text nodes, never markup.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, Attribute> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...present(children));
  return element;
}

function setAttribute(element: HTMLElement, name: string, value: Attribute): void {
  if (typeof value === 'function') element.addEventListener(name.replace(/^on/, ''), value);
  else if (value === true) element.setAttribute(name, '');
  else if (value !== false && value !== null && value !== undefined)
    element.setAttribute(name, String(value));
}

const present = (children: Child[]): (Node | string)[] =>
  children.filter((child): child is Node | string => child instanceof Node || Boolean(child));

/**
 * The element of the page's own markup with this id and class; its absence is a mistake in
 * index.html.
 */
export function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`index.html has no ${kind.name} #${id}`);
  return element;
}

let ids = 0;
/** An id no other element of this page has. */
export const uniqueId = (stem: string): string => {
  ids += 1;
  return `${stem}-${ids}`;
};

/** Text for screen readers alone. */
export const hiddenText = (text: string): HTMLElement =>
  h('span', { class: 'visually-hidden' }, text);

const signatures = new WeakMap<Element, string>();

/**
 * Brings the children of `parent` in line with `items`. The element of an item whose `signature` is
 * unchanged stays, and with it focus, selection, scroll position and open details; a changed one is
 * rendered afresh and takes those over.
 */
export function renderList<T>(
  parent: HTMLElement,
  items: readonly T[],
  of: { key(item: T): string; signature(item: T): string; render(item: T): HTMLElement },
): void {
  const old = new Map(
    Array.from(parent.children, (child) => [child.getAttribute('data-item') ?? '', child]),
  );
  items.forEach((item, position) => {
    const key = of.key(item);
    const signature = of.signature(item);
    const before = old.get(key);
    old.delete(key);
    const isUnchanged = before !== undefined && signatures.get(before) === signature;
    const element = isUnchanged ? before : of.render(item);
    if (!isUnchanged) {
      element.setAttribute('data-item', key);
      signatures.set(element, signature);
      if (before instanceof HTMLElement && element instanceof HTMLElement)
        replacePreserving(before, element);
    }
    if (parent.children[position] !== element)
      parent.insertBefore(element, parent.children[position] ?? null);
  });
  for (const gone of old.values()) gone.remove();
}

/**
 * Puts `fresh` in the place of `old` and carries over what the person did there: focus, open
 * details, entries, scroll. Where what had the focus is gone, its first `tabindex="-1"` takes it.
 */
export function replacePreserving(old: HTMLElement, fresh: HTMLElement): void {
  const hadFocus = old.contains(document.activeElement);
  const focused = hadFocus ? document.activeElement?.getAttribute('data-key') : null;
  const scrolls = new Map(
    keyed(old).map((element) => [element.dataset.key, [element.scrollLeft, element.scrollTop]]),
  );
  for (const details of old.querySelectorAll('details[data-key]'))
    for (const twin of fresh.querySelectorAll('details'))
      if (twin.dataset.key === details.getAttribute('data-key'))
        twin.open = details.hasAttribute('open');
  restoreEntries(old, fresh);
  old.replaceWith(fresh);
  for (const element of keyed(fresh)) {
    const [left, top] = scrolls.get(element.dataset.key) ?? [0, 0];
    element.scrollTo(left ?? 0, top ?? 0);
    if (focused && element.dataset.key === focused) element.focus({ preventScroll: true });
  }
  if (hadFocus && !fresh.contains(document.activeElement))
    fresh.querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true });
}

const keyed = (root: HTMLElement): HTMLElement[] =>
  Array.from(root.querySelectorAll<HTMLElement>('[data-key]'));

/**
 * The event that tells a control that it holds again what was entered before it was rendered
 * afresh.
 */
export const RESTORED = 'restored';

/** Carries what was entered in the named controls of `old` to those of the same name in `fresh`. */
function restoreEntries(old: HTMLElement, fresh: HTMLElement): void {
  const entries = new Map<string, HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>();
  for (const control of controls(old)) entries.set(entryKey(control), control);
  for (const control of controls(fresh)) {
    const before = entries.get(entryKey(control));
    if (!before) continue;
    if (
      control instanceof HTMLInputElement &&
      before instanceof HTMLInputElement &&
      isTick(control)
    )
      control.checked = before.checked;
    else control.value = before.value;
    control.dispatchEvent(new Event(RESTORED));
  }
}

const controls = (root: HTMLElement) =>
  root.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
    'input[name], select[name], textarea[name]',
  );

const isTick = (control: Element): boolean =>
  control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type);

const entryKey = (control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement): string =>
  isTick(control) ? `${control.name}=${control.value}` : control.name;
