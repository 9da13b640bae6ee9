import type { EngineElement } from './engine';
import { elementsOf, type ViewNode } from './pageView';

/** How a control acts on the rest of the page when a person uses it. */
export interface ControlEffects {
  dispatch(element: EngineElement, type: string, detail: unknown): void;
  /** A button with an open-type, or a navigator. */
  open(node: ViewNode, openType: string): void;
}

/**
 * The values that people give to inputs, checkboxes, radios and switches. As in WeChat a control
 * keeps what was entered until the page sets another value.
 */
export class ControlValues {
  private readonly entered = new WeakMap<EngineElement, { attribute: unknown; value: unknown }>();

  /** The value as the person sees it. `name` is "value" or "checked". */
  read(element: EngineElement, name: 'value' | 'checked'): unknown {
    const attribute = element.getAttribute(name);
    const entered = this.entered.get(element);
    return entered && entered.attribute === attribute ? entered.value : attribute;
  }

  enter(element: EngineElement, name: 'value' | 'checked', value: unknown): void {
    this.entered.set(element, { attribute: element.getAttribute(name), value });
  }

  isChecked(element: EngineElement): boolean {
    return isSet(this.read(element, 'checked'));
  }
}

/** True for a control, or a button, that does not react. */
export function isDisabled(node: ViewNode): boolean {
  return isSet(node.element.getAttribute('disabled'));
}

/** True for an attribute without a value, `true` or "true". */
export function isSet(attribute: unknown): boolean {
  return attribute === true || attribute === 'true';
}

const controlTags = new Set(['button', 'checkbox', 'radio', 'switch', 'navigator']);

/** The control that a tap on `node` works: the nearest one around it, or the one of its label. */
export function controlOf(node: ViewNode, page: readonly ViewNode[]): ViewNode | undefined {
  for (let current: ViewNode | undefined = node; current; current = current.parent) {
    if (controlTags.has(current.tag)) return current;
    if (current.tag === 'label') {
      const target = current.element.getAttribute('for');
      const candidates = target
        ? elementsOf(page).filter(({ element }) => element.id === target)
        : elementsOf(current.children);
      return candidates.find(({ tag }) => controlTags.has(tag) || tag === 'input' || tag === 'textarea');
    }
  }
  return undefined;
}

/** What the control does when it is tapped: toggle, choose, submit, open. */
export function work(control: ViewNode, values: ControlValues, effects: ControlEffects): void {
  if (isDisabled(control)) return;
  const { element } = control;
  switch (control.tag) {
    case 'switch': {
      values.enter(element, 'checked', !values.isChecked(element));
      effects.dispatch(element, 'change', { value: values.isChecked(element) });
      return;
    }
    case 'checkbox': {
      values.enter(element, 'checked', !values.isChecked(element));
      const group = ancestor(control, 'checkbox-group');
      if (group) effects.dispatch(group.element, 'change', { value: groupValue(group, values) });
      return;
    }
    case 'radio': {
      const group = ancestor(control, 'radio-group');
      for (const { tag, element: other } of group ? elementsOf(group.children) : []) {
        if (tag === 'radio') values.enter(other, 'checked', other === element);
      }
      if (group) effects.dispatch(group.element, 'change', { value: groupValue(group, values) });
      return;
    }
    case 'button': {
      const form = ancestor(control, 'form');
      const formType = element.getAttribute('form-type');
      if (form && formType === 'submit')
        effects.dispatch(form.element, 'submit', { value: formValue(form, values) });
      if (form && formType === 'reset') effects.dispatch(form.element, 'reset', {});
      const openType = element.getAttribute('open-type');
      if (openType) effects.open(control, String(openType));
      return;
    }
    case 'navigator':
      effects.open(control, String(element.getAttribute('open-type') || 'navigate'));
  }
}

function ancestor(node: ViewNode, tag: string): ViewNode | undefined {
  let current = node.parent;
  while (current && current.tag !== tag) current = current.parent;
  return current;
}

/** What a group reports: the checked values in the order of the page, or the chosen one. */
function groupValue(group: ViewNode, values: ControlValues): unknown {
  const members = elementsOf(group.children).filter(({ tag }) => tag === 'checkbox' || tag === 'radio');
  const checked = members.filter(({ element }) => values.isChecked(element));
  const chosen = checked.map(({ element }) => String(element.getAttribute('value') ?? ''));
  return group.tag === 'radio-group' ? (chosen[0] ?? '') : chosen;
}

function formValue(form: ViewNode, values: ControlValues): Record<string, unknown> {
  const collected: Record<string, unknown> = {};
  for (const node of elementsOf(form.children)) {
    const name = node.element.getAttribute('name');
    if (typeof name !== 'string' || name === '') continue;
    if (node.tag === 'switch') collected[name] = values.isChecked(node.element);
    else if (node.tag.endsWith('-group')) collected[name] = groupValue(node, values);
    else if (['input', 'textarea', 'picker', 'slider'].includes(node.tag)) {
      collected[name] = values.read(node.element, 'value') ?? '';
    }
  }
  return collected;
}
