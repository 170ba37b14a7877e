import type { ComponentSpace } from 'glass-easel';
import { defineBuiltin } from './define';

type RichNode = {
  type?: 'node' | 'text';
  name?: string;
  text?: string;
  attrs?: Record<string, string>;
  children?: RichNode[];
};

const TAGS = new Set(
  'a b br div em h1 h2 h3 h4 h5 h6 hr i img li ol p span strong sub sup table tbody td th thead tr u ul'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(['class', 'style', 'src', 'alt', 'width', 'height', 'colspan', 'rowspan']);

/** `<rich-text>`: only the tags and attributes that WeChat trusts are kept. */
export function registerRichText(space: ComponentSpace): void {
  defineBuiltin(space, 'rich-text', { nodes: null, space: '', userSelect: false }, (host) => {
    let shown: unknown;
    return {
      update() {
        const { nodes } = host.props();
        if (nodes === shown) return;
        shown = nodes;
        const parsed = typeof nodes === 'string' ? fromHtml(nodes) : ((nodes ?? []) as RichNode[]);
        host.element.replaceChildren(...parsed.map(toDom));
      },
    };
  });
}

function fromHtml(html: string): RichNode[] {
  const read = (node: Node): RichNode[] => {
    if (node.nodeType === Node.TEXT_NODE) return [{ type: 'text', text: node.textContent ?? '' }];
    if (!(node instanceof Element)) return [];
    return [
      {
        name: node.localName,
        attrs: Object.fromEntries([...node.attributes].map((one) => [one.name, one.value])),
        children: [...node.childNodes].flatMap(read),
      },
    ];
  };
  return [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].flatMap(read);
}

function toDom(node: RichNode): Node {
  if (node.type === 'text') return document.createTextNode(node.text ?? '');
  const name = (node.name ?? '').toLowerCase();
  if (!TAGS.has(name)) return document.createDocumentFragment();
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(node.attrs ?? {})) {
    if (ATTRIBUTES.has(attribute)) element.setAttribute(attribute, value);
  }
  element.append(...(node.children ?? []).map(toDom));
  return element;
}
