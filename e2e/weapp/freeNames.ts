import type { AnyNode, Identifier, Node, Pattern, Program } from 'acorn';

type FunctionLike = Extract<
  AnyNode,
  { type: 'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression' }
>;

/** A name that a script takes from outside, and where. */
export interface FreeName {
  name: string;
  /** Where it begins in the source, in characters. */
  start: number;
  line: number;
  column: number;
}

interface Scope {
  names: Set<string>;
  outer: Scope | undefined;
}

/**
 * The names in `wanted` that a parsed script (with locations) reads from its surroundings, except where it
 * asks first (`typeof name`, here or in the condition around) or is ready for a ReferenceError
 * (`try`). Block scopes count as function scopes: that can only miss a name, never invent one.
 */
export function findFreeNames(program: Program, wanted: ReadonlySet<string>): FreeName[] {
  const found: FreeName[] = [];

  const visit = (node: AnyNode, scope: Scope, asked: ReadonlySet<string>): void => {
    const each = (children: readonly AnyNode[], askedThere = asked) => {
      for (const child of children) visit(child, scope, askedThere);
    };
    switch (node.type) {
      case 'Identifier':
        if (wanted.has(node.name) && !asked.has(node.name) && !isDeclared(node.name, scope)) {
          found.push({
            name: node.name,
            start: node.start,
            line: node.loc?.start.line ?? 0,
            column: node.loc?.start.column ?? 0,
          });
        }
        return;
      case 'UnaryExpression':
        if (node.operator === 'typeof' && node.argument.type === 'Identifier') return;
        each(childrenOf(node));
        return;
      case 'MemberExpression':
        each(node.computed ? [node.object, node.property] : [node.object]);
        return;
      case 'Property':
      case 'MethodDefinition':
      case 'PropertyDefinition':
        each([...(node.computed ? [node.key] : []), ...(node.value ? [node.value as AnyNode] : [])]);
        return;
      case 'LabeledStatement':
        each([node.body]);
        return;
      case 'BreakStatement':
      case 'ContinueStatement':
        return;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression': {
        const inner: Scope = { names: declaredIn(node), outer: scope };
        for (const child of [...node.params, node.body]) visit(child, inner, asked);
        return;
      }
      case 'IfStatement':
      case 'ConditionalExpression': {
        const known = union(asked, namesAsked(node.test));
        each(childrenOf(node), known);
        return;
      }
      case 'LogicalExpression':
        each([node.left, node.right], union(asked, namesAsked(node.left)));
        return;
      case 'TryStatement':
        visit(node.block, scope, node.handler ? wanted : asked);
        each(childrenOf(node).filter((child) => child !== node.block));
        return;
      default:
        each(childrenOf(node));
    }
  };

  visit(program, { names: declaredIn(program), outer: undefined }, new Set());
  return found;
}

function isDeclared(name: string, scope: Scope): boolean {
  for (let current: Scope | undefined = scope; current; current = current.outer) {
    if (current.names.has(name)) return true;
  }
  return false;
}

/** Names asked for by `typeof name` anywhere within a condition. */
function namesAsked(node: AnyNode): Set<string> {
  if (node.type === 'UnaryExpression' && node.operator === 'typeof' && node.argument.type === 'Identifier') {
    return new Set([node.argument.name]);
  }
  return union(...childrenOf(node).map(namesAsked));
}

/** What a function (or the script) declares: its own name, parameters, and declarations down to the next function. */
function declaredIn(owner: FunctionLike | Program): Set<string> {
  const names = new Set<string>();
  const add = (pattern: Pattern | null | undefined) => {
    for (const identifier of pattern ? bound(pattern) : []) names.add(identifier.name);
  };
  const collect = (node: AnyNode): void => {
    if (node.type === 'VariableDeclarator') add(node.id);
    if (node.type === 'CatchClause') add(node.param);
    if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') add(node.id);
    if (node.type === 'ClassExpression') add(node.id);
    if (isFunction(node)) return;
    for (const child of childrenOf(node)) collect(child);
  };
  if (owner.type === 'Program') {
    for (const statement of owner.body) collect(statement);
    return names;
  }
  if (owner.type !== 'ArrowFunctionExpression') add(owner.id);
  for (const parameter of owner.params) add(parameter);
  collect(owner.body);
  return names;
}

function bound(pattern: Pattern): Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        bound(property.type === 'Property' ? property.value : property.argument),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? bound(element) : []));
    case 'RestElement':
      return bound(pattern.argument);
    case 'AssignmentPattern':
      return bound(pattern.left);
    default:
      return [];
  }
}

function isFunction(node: AnyNode): boolean {
  return ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(node.type);
}

function childrenOf(node: Node): AnyNode[] {
  return Object.values(node)
    .flat()
    .filter((value): value is AnyNode => typeof value === 'object' && value !== null && 'type' in value);
}

function union(...sets: Iterable<string>[]): Set<string> {
  return new Set(sets.flatMap((set) => [...set]));
}
