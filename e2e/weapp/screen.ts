import { MiniProgramElement } from './miniProgramElement';
import { ControlValues, isDisabled } from './runtime/controls';
import { drawTree, elementsOf, linesOf, readPage, textOf, type ViewNode } from './runtime/pageView';
import type { Session } from './runtime/session';

/** What to act on: a visible text, an aria-label, a pattern, or an element found before. */
export type Target = string | RegExp | MiniProgramElement;

/** The screen of the phone: what can be read on it, and how to name a thing on it. */
export abstract class Screen {
  protected readonly values = new ControlValues();
  protected abstract readonly session: Session;

  /** Uncaught errors and console.error of the app so far, as sentences. */
  abstract errors(): string[];

  /** The page on top: where it is, what its bar says, what it shows. */
  page(): { path: string; query: Record<string, string>; title: string; text: string; tree: string } {
    const { path, query, title } = this.session.stack.top;
    return { path, query, title, text: this.text(), tree: drawTree(this.view()) };
  }

  /** All that can be read: the page, line by line, then an open window and a toast. */
  text(): string {
    const { open, toast } = this.session.dialogs;
    const dialog = open ? [open.title, open.content, ...open.buttons] : [];
    return [linesOf(this.view()), ...dialog, toast].filter(Boolean).join('\n');
  }

  /** Innermost elements with this text: the whole text, or a pattern. */
  getAllByText(text: string | RegExp): MiniProgramElement[] {
    const has = (node: ViewNode) => isMatch(textOf(node), text);
    return this.handles((node) => has(node) && !elementsOf(node.children).some(has));
  }

  /** @throws when more than one element has this text */
  queryByText(text: string | RegExp): MiniProgramElement | undefined {
    return this.only(this.getAllByText(text), `text ${text}`);
  }

  /** @throws when no element, or more than one, has this text */
  getByText(text: string | RegExp): MiniProgramElement {
    return this.required(this.queryByText(text), `text ${text}`);
  }

  getAllByLabel(label: string | RegExp): MiniProgramElement[] {
    return this.allByAttribute('aria-label', label);
  }

  /** @throws when more than one element has this aria-label */
  queryByLabel(label: string | RegExp): MiniProgramElement | undefined {
    return this.only(this.getAllByLabel(label), `aria-label ${label}`);
  }

  /** @throws when no element, or more than one, has this aria-label */
  getByLabel(label: string | RegExp): MiniProgramElement {
    return this.required(this.queryByLabel(label), `aria-label ${label}`);
  }

  /** @throws when no field, or more than one, has this placeholder */
  getByPlaceholder(placeholder: string | RegExp): MiniProgramElement {
    const found = this.allByAttribute('placeholder', placeholder);
    return this.required(this.only(found, `placeholder ${placeholder}`), `placeholder ${placeholder}`);
  }

  /** All visible elements of a tag ("input", "switch"), in the order of the page. */
  getAllByTag(tag: string): MiniProgramElement[] {
    return this.handles((node) => node.tag === tag);
  }

  protected view(): ViewNode[] {
    return readPage(this.session.stack.top.root.container);
  }

  /** The node that a target names: an aria-label first, then a text. */
  protected nodeOf(target: Target): ViewNode {
    if (target instanceof MiniProgramElement) {
      const node = elementsOf(this.view()).find(({ element }) => element === target.element);
      if (!node) throw new Error(this.explain('the element is no longer on the page'));
      return node;
    }
    const labelled = this.getAllByLabel(target);
    const found = labelled.length > 0 ? labelled : this.getAllByText(target);
    const what = `text or label ${target}`;
    return this.nodeOf(this.required(this.only(found, what), what));
  }

  /** The input or textarea that a target names, also by its placeholder. */
  protected fieldOf(target: Target): ViewNode {
    const held = target instanceof MiniProgramElement ? [] : this.allByAttribute('placeholder', target);
    const node = this.nodeOf(this.only(held, `placeholder ${nameOf(target)}`) ?? target);
    const field = [node, ...elementsOf(node.children)].find(
      ({ tag }) => tag === 'input' || tag === 'textarea',
    );
    if (!field) throw new Error(this.explain(`${nameOf(target)} is no field`));
    if (isDisabled(field)) throw new Error(this.explain(`the field ${nameOf(target)} is disabled`));
    return field;
  }

  /** A problem with what the page looks like now, for the message of a failed test. */
  protected explain(problem: string): string {
    const errors = this.errors().map((error) => `\n  ${error}`);
    const soFar = errors.length > 0 ? `\nerrors so far:${errors.join('')}` : '';
    return `${problem}, on ${this.session.stack.top.path}:\n${drawTree(this.view())}${soFar}`;
  }

  private allByAttribute(attribute: string, wanted: string | RegExp): MiniProgramElement[] {
    return this.handles(({ element }) => {
      const value = element.getAttribute(attribute);
      return typeof value === 'string' && isMatch(value, wanted);
    });
  }

  private handles(isWanted: (node: ViewNode) => boolean): MiniProgramElement[] {
    return elementsOf(this.view())
      .filter(isWanted)
      .map((node) => new MiniProgramElement(node, this.values));
  }

  private only(found: MiniProgramElement[], what: string): MiniProgramElement | undefined {
    if (found.length > 1) throw new Error(this.explain(`${found.length} elements have the ${what}`));
    return found[0];
  }

  private required(element: MiniProgramElement | undefined, what: string): MiniProgramElement {
    if (!element) throw new Error(this.explain(`no element has the ${what}`));
    return element;
  }
}

/** How a message calls the target. */
export function nameOf(target: Target): string {
  return target instanceof MiniProgramElement ? `<${target.tag}>` : String(target);
}

function isMatch(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text === wanted : wanted.test(text);
}
