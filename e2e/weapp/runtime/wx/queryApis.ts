import type { PageStack } from '../pageStack';
import type { WxContext } from './asyncApi';

/** jsdom lays nothing out: every node that exists is said to be as large as one row. */
const ROW = { left: 0, right: 375, top: 0, bottom: 44, width: 375, height: 44 };

interface QueryableNode {
  id: string;
  dataset: Record<string, unknown> | null;
}

interface Queryable {
  _$: { getShadowRoot(): { querySelectorAll(selector: string): QueryableNode[] } | null };
}

type Callback = (result: unknown) => void;

/** createSelectorQuery and createIntersectionObserver: which nodes exist, not where they lie. */
export function queryApis({ realm, errors }: WxContext, stack: () => PageStack): Record<string, unknown> {
  const findAll = (within: Queryable | undefined, selector: string): QueryableNode[] => {
    const owner = within ?? (stack().top.root.caller as unknown as Queryable); // the adapter's caller holds its component
    return owner._$.getShadowRoot()?.querySelectorAll(selector) ?? [];
  };
  const call = (callback: Callback | undefined, result: unknown) => {
    try {
      callback?.(result);
    } catch (error) {
      errors.add('callback of createSelectorQuery', error);
    }
  };

  const createSelectorQuery = () => {
    const questions: { answer: () => unknown; callback: Callback | undefined }[] = [];
    let within: Queryable | undefined;
    const query = {
      in: (component: Queryable) => {
        within = component._$ ? component : undefined;
        return query;
      },
      select: (selector: string) => nodes(() => findAll(within, selector).slice(0, 1), true),
      selectAll: (selector: string) => nodes(() => findAll(within, selector), false),
      selectViewport: () => nodes(() => [{ id: '', dataset: {} }], true),
      exec: (callback?: Callback) => {
        const { setTimeout: later } = realm.global as { setTimeout(work: () => void): void };
        later(() => {
          const results = questions.map(({ answer, callback: own }) => {
            const result = realm.copyIn(answer());
            call(own, result);
            return result;
          });
          call(callback, realm.copyIn(results));
        });
      },
    };
    const nodes = (find: () => QueryableNode[], isSingle: boolean) => {
      const ask = (describe: (node: QueryableNode) => object) => (callback?: Callback) => {
        const answer = () => {
          const found = find().map(describe);
          return isSingle ? (found[0] ?? null) : found;
        };
        questions.push({ answer, callback });
        return query;
      };
      const rect = ({ id, dataset }: QueryableNode) => ({ id, dataset, ...ROW });
      const scroll = () => ({
        scrollLeft: 0,
        scrollTop: 0,
        scrollWidth: ROW.width,
        scrollHeight: ROW.height,
      });
      return {
        boundingClientRect: ask(rect),
        scrollOffset: ask((node) => ({ id: node.id, dataset: node.dataset, ...scroll() })),
        fields: (_fields: unknown, callback?: Callback) =>
          ask((node) => ({ ...rect(node), ...scroll() }))(callback),
      };
    };
    return query;
  };

  /** Everything is in view at once: the listener is told so when the node exists. */
  const createIntersectionObserver = (within?: Queryable) => {
    let isConnected = true;
    const observer = {
      relativeTo: () => observer,
      relativeToViewport: () => observer,
      observe: (selector: string, listener: Callback) => {
        const { setTimeout: later } = realm.global as { setTimeout(work: () => void): void };
        later(() => {
          const [node] = findAll(within?._$ ? within : undefined, selector);
          if (!node || !isConnected) return;
          const seen = {
            intersectionRatio: 1,
            intersectionRect: ROW,
            boundingClientRect: ROW,
            relativeRect: ROW,
          };
          call(listener, realm.copyIn({ ...seen, id: node.id, dataset: node.dataset, time: Date.now() }));
        });
      },
      disconnect: () => {
        isConnected = false;
      },
    };
    return observer;
  };

  return { createSelectorQuery, createIntersectionObserver };
}
