/** What WeChat tells a handler about a node. */
export interface NodeInfo {
  id: string;
  offsetLeft: number;
  offsetTop: number;
  dataset: Record<string, unknown>;
}

/** The event object of a mini-program's handler. */
export interface MiniProgramEvent {
  type: string;
  timeStamp: number;
  target: NodeInfo;
  currentTarget: NodeInfo;
  mark: Record<string, unknown>;
  detail: unknown;
  touches?: unknown;
  changedTouches?: unknown;
}

interface EngineNode {
  id?: string;
  dataset?: Record<string, unknown> | null;
}

/** The engine's event as it reaches a handler. */
export interface EngineEvent {
  type: string;
  timeStamp: number;
  target: EngineNode;
  currentTarget: EngineNode;
  mark: Record<string, unknown> | null;
  detail: unknown;
  touches?: unknown;
  changedTouches?: unknown;
}

/**
 * Turns an engine event into WeChat's: plain nodes with id and dataset, no element. Events cross
 * a bridge there, so `detail` and `dataset` are copies made by `copyIn`.
 */
export function toMiniProgramEvent(event: EngineEvent, copyIn: <T>(data: T) => T): MiniProgramEvent {
  const shaped: MiniProgramEvent = {
    type: event.type,
    timeStamp: event.timeStamp,
    target: nodeInfo(event.target),
    currentTarget: nodeInfo(event.currentTarget),
    mark: { ...event.mark },
    detail: event.detail ?? {},
  };
  if (event.touches) shaped.touches = event.touches;
  if (event.changedTouches) shaped.changedTouches = event.changedTouches;
  return copyIn(shaped);
}

function nodeInfo(node: EngineNode): NodeInfo {
  return { id: node.id ?? '', offsetLeft: 0, offsetTop: 0, dataset: { ...node.dataset } };
}
