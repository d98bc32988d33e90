import type { Page } from 'playwright-core';

/**
 * What is wrong on the page for people who do not see it, use no mouse, or need contrast (WCAG 2.2
 * AA): a sentence for each fault. Runs in the browser, so everything it needs stands inside.
 */
export function audit(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const all = <T extends Element = HTMLElement>(selector: string): T[] =>
      Array.from(document.querySelectorAll<T>(selector)).filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]'),
      );
    const tell = (fault: string, element: Element) =>
      faults.push(`${fault}: ${element.outerHTML.slice(0, 120)}`);

    const byIds = (ids: string | null): string =>
      (ids ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ');
    const labels = (element: Element): string =>
      'labels' in element && element.labels instanceof NodeList
        ? Array.from(element.labels, (label) => label.textContent ?? '').join(' ')
        : '';
    const nameOf = (element: Element): string =>
      [
        element.getAttribute('aria-label') ?? '',
        byIds(element.getAttribute('aria-labelledby')),
        labels(element),
        element.matches('button, a, summary') ? (element.textContent ?? '') : '',
      ]
        .join('')
        .trim();

    for (const element of all(
      'button, a[href], summary, input, select, textarea, dialog, nav, aside, section, [role=region], [role=group], [role=log]',
    ))
      if (nameOf(element) === '') tell('has no name', element);
    for (const element of all('img'))
      if (!element.hasAttribute('alt')) tell('has no alt text', element);
    for (const element of all('[role=img]'))
      if (nameOf(element) === '') tell('has no name', element);
    for (const element of all('fieldset'))
      if (!element.querySelector('legend')?.textContent) tell('has no legend', element);
    for (const element of all('th'))
      if (!element.hasAttribute('scope')) tell('has no scope', element);
    for (const element of all('[tabindex]'))
      if (Number(element.getAttribute('tabindex')) > 0) tell('jumps the queue', element);

    for (const attribute of ['aria-controls', 'aria-describedby', 'aria-labelledby', 'for'])
      for (const element of all(`[${attribute}]`))
        for (const id of (element.getAttribute(attribute) ?? '').split(' '))
          if (!document.getElementById(id)) tell(`${attribute} leads nowhere`, element);

    const ids = Array.from(document.querySelectorAll('[id]'), ({ id }) => id);
    for (const id of new Set(ids))
      if (ids.filter((other) => other === id).length > 1) faults.push(`id ${id} stands twice`);

    if (document.documentElement.lang !== 'en-GB') faults.push('the language is not said');
    if (document.title === '') faults.push('the page has no title');
    for (const [selector, count] of [
      ['main', 1],
      ['nav', 1],
      ['h1', 1],
    ] as const)
      if (document.querySelectorAll(selector).length !== count)
        faults.push(`there is not ${count} ${selector}`);
    for (const scope of ['main', 'aside', 'dialog[open]']) {
      const levels = all(`${scope} :is(h1, h2, h3, h4)`).map(({ tagName }) =>
        Number(tagName.charAt(1)),
      );
      levels.forEach((level, position) => {
        const before = levels[position - 1] ?? level;
        if (level > before + 1)
          faults.push(`in ${scope} a heading of level ${level} follows one of ${before}`);
      });
    }

    for (const element of all('*')) {
      const style = getComputedStyle(element);
      const scrolls =
        (element.scrollWidth > element.clientWidth + 1 &&
          ['auto', 'scroll'].includes(style.overflowX)) ||
        (element.scrollHeight > element.clientHeight + 1 &&
          ['auto', 'scroll'].includes(style.overflowY));
      // The arrow keys of a combobox move through its list, and the list scrolls with them.
      const isListOfBox =
        document.querySelector(`[role=combobox][aria-controls="${element.id}"]`) !== null;
      const isReached =
        isListOfBox ||
        element.tabIndex >= 0 ||
        element.querySelector('button, a[href], input, select, textarea') !== null;
      if (scrolls && !isReached) tell('scrolls, but not by keyboard', element);
    }
    for (const scroller of [document.documentElement, ...all('.scroll')])
      if (scroller.scrollWidth > scroller.clientWidth) tell('is wider than the window', scroller);

    const channels = (colour: string): [number, number, number, number] => {
      const [first = 0, second = 0, third = 0, alpha = 1] = (
        colour.match(/[\d.]+(?:e-?\d+)?/g) ?? []
      ).map(Number);
      const scale = colour.startsWith('color(') ? 255 : 1;
      return [first * scale, second * scale, third * scale, alpha];
    };
    const backgroundOf = (element: Element): [number, number, number] => {
      const under = element.parentElement
        ? backgroundOf(element.parentElement)
        : ([255, 255, 255] satisfies [number, number, number]);
      const [red, green, blue, alpha] = channels(getComputedStyle(element).backgroundColor);
      const mixed = (over: number, below: number) => over * alpha + below * (1 - alpha);
      return [mixed(red, under[0]), mixed(green, under[1]), mixed(blue, under[2])];
    };
    const luminance = (colour: readonly number[]): number => {
      const [red = 0, green = 0, blue = 0] = colour.map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    for (const element of all('body *')) {
      const saysSomething = Array.from(element.childNodes).some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      if (!saysSomething || element.closest('.visually-hidden, option')) continue;
      const style = getComputedStyle(element);
      const [light = 0, dark = 0] = [
        luminance(channels(style.color)),
        luminance(backgroundOf(element)),
      ].sort((a, b) => b - a);
      const ratio = (light + 0.05) / (dark + 0.05);
      if (ratio < 4.5) tell(`has a contrast of ${ratio.toFixed(2)}`, element);
    }
    return faults;
  });
}
