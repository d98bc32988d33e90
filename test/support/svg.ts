import type { AnyNode, Element } from 'domhandler';

/** The words of an element of SVG: its lines joined as a reader joins them. */
export function textOf(element: Element): string {
  const lines = spansOf(element).map(plainText);
  return lines.reduce(
    (text, line) => (text === '' || text.endsWith('–') ? text + line : `${text} ${line}`),
    '',
  );
}

const childrenOf = (node: AnyNode): AnyNode[] => ('children' in node ? node.children : []);

const spansOf = (node: AnyNode): AnyNode[] =>
  childrenOf(node).flatMap((child) =>
    'name' in child && child.name === 'tspan' ? [child] : spansOf(child),
  );

const plainText = (node: AnyNode): string =>
  node.type === 'text' ? node.data : childrenOf(node).map(plainText).join('');
