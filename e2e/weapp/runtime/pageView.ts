import type { EngineElement } from './engine';

/** Tags that sit in a line of text; every other begins a line of its own. */
const inlineTags = new Set(['text', 'wx-x', 'label', 'icon']);

/** A node of jsdom with the mark that the engine leaves on it. */
type DrawnNode = Node & { __wxElement?: EngineElement };

/** One visible element of a page, in the order of reading. */
export interface ViewNode {
  tag: string;
  element: EngineElement;
  parent: ViewNode | undefined;
  children: (ViewNode | string)[];
}

/** The tree of what is visible; subtrees with `display: none` or `hidden` are left out. */
export function readPage(container: HTMLElement): ViewNode[] {
  return readChildren(container, undefined).filter((child): child is ViewNode => typeof child !== 'string');
}

function readChildren(node: Node, parent: ViewNode | undefined): (ViewNode | string)[] {
  const children: (ViewNode | string)[] = [];
  for (const child of Array.from(node.childNodes) as DrawnNode[]) {
    if (child.nodeType === child.TEXT_NODE) {
      if (child.textContent) children.push(child.textContent);
      continue;
    }
    const element = child.__wxElement;
    if (!element || isHidden(child as unknown as HTMLElement, element)) continue;
    const view: ViewNode = { tag: tagOf(child), element, parent, children: [] };
    view.children =
      view.tag === 'rich-text' ? [richText(element.getAttribute('nodes'))] : readChildren(child, view);
    children.push(view);
  }
  return children;
}

function tagOf(node: Node): string {
  return node.nodeName.toLowerCase().replace(/^wx-(?!x$)/, '');
}

function isHidden(node: HTMLElement, element: EngineElement): boolean {
  const hidden = element.getAttribute('hidden');
  if (hidden === true || hidden === 'true') return true;
  return /(^|;)\s*(display:\s*none|visibility:\s*hidden)/.test(node.getAttribute('style') ?? '');
}

/** The text of one element, spaces collapsed. */
export function textOf(node: ViewNode | string): string {
  return flatten(node).replace(/\s+/g, ' ').trim();
}

function flatten(node: ViewNode | string): string {
  return typeof node === 'string' ? node : node.children.map(flatten).join('');
}

/** The text of a page, one line per block, as a person reads it. */
export function linesOf(nodes: readonly (ViewNode | string)[]): string {
  const write = (node: ViewNode | string): string => {
    if (typeof node === 'string') return node;
    const inner = node.children.map(write).join('');
    return inlineTags.has(node.tag) ? inner : `\n${inner}\n`;
  };
  return nodes
    .map(write)
    .join('')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

/** All elements below, outer before inner. */
export function elementsOf(nodes: readonly (ViewNode | string)[]): ViewNode[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...elementsOf(node.children)]));
}

const shownAttributes = [
  ...['aria-label', 'aria-role', 'aria-checked', 'aria-selected', 'aria-disabled', 'aria-expanded'],
  ...['placeholder', 'value', 'checked', 'disabled', 'src', 'open-type'],
];

/** The tree as text, for messages of failed tests. */
export function drawTree(nodes: readonly (ViewNode | string)[], depth = 0): string {
  const indent = '  '.repeat(depth);
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node.trim() ? `${indent}"${node.trim()}"` : '';
      const { element } = node;
      const attributes = shownAttributes
        .map((name) => ({ name, value: element.getAttribute(name) }))
        .filter(({ value }) => value !== null && value !== undefined && value !== '' && value !== false)
        .map(({ name, value }) => ` ${name}="${String(value).slice(0, 40)}"`);
      const classes = element.class ? `.${element.class.trim().split(/\s+/).join('.')}` : '';
      const line = `${indent}${node.tag}${classes}${attributes.join('')}`;
      const inner = drawTree(node.children, depth + 1);
      return inner ? `${line}\n${inner}` : line;
    })
    .filter(Boolean)
    .join('\n');
}

interface RichNode {
  type?: string;
  text?: string;
  children?: RichNode[];
}

function richText(nodes: unknown): string {
  if (typeof nodes === 'string') return nodes.replace(/<[^>]*>/g, ' ');
  const read = (node: RichNode): string => node.text ?? (node.children ?? []).map(read).join('');
  return Array.isArray(nodes) ? (nodes as RichNode[]).map(read).join('') : '';
}
