import { type ControlValues, isDisabled, isSet } from './runtime/controls';
import type { EngineElement } from './runtime/engine';
import { textOf, type ViewNode } from './runtime/pageView';

/** An element of the page, as it was when it was found; fields and switches answer with their present value. */
export class MiniProgramElement {
  constructor(
    private readonly node: ViewNode,
    private readonly values: ControlValues,
  ) {}

  get element(): EngineElement {
    return this.node.element;
  }

  get tag(): string {
    return this.node.tag;
  }

  get text(): string {
    return textOf(this.node);
  }

  /** Its aria-label, '' when it has none. */
  get label(): string {
    return String(this.element.getAttribute('aria-label') ?? '');
  }

  /** What a field holds. */
  get value(): string {
    return String(this.values.read(this.element, 'value') ?? '');
  }

  get isChecked(): boolean {
    return this.values.isChecked(this.element);
  }

  /** Does not react, or says so to a screen reader. */
  get isDisabled(): boolean {
    return isDisabled(this.node) || isSet(this.element.getAttribute('aria-disabled'));
  }

  get classNames(): string[] {
    return this.element.class.split(/\s+/).filter(Boolean);
  }

  /** An attribute as the template set it, null when it has none. */
  attribute(name: string): unknown {
    return this.element.getAttribute(name);
  }
}
