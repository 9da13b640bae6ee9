import { forgetCopies } from './copies';
import { keepMedia, keptMedia } from './mediaCopies';

/** A browser's cache storage, as far as it is used. */
const stores = new Map<string, Map<string, Response>>();
const cacheOf = (name: string) => {
  const entries = stores.get(name) ?? new Map<string, Response>();
  stores.set(name, entries);
  return {
    keys: async () => [...entries.keys()].map((path) => ({ url: `https://party.example.cn${path}` })),
    put: async (path: string, answer: Response) => void entries.set(path, answer),
    delete: async (path: string) => entries.delete(path),
  };
};
const asked: string[] = [];

beforeEach(() => {
  stores.clear();
  asked.length = 0;
  Object.assign(global, {
    caches: {
      open: async (name: string) => cacheOf(name),
      delete: async (name: string) => stores.delete(name),
    },
    fetch: async (url: string) => {
      asked.push(url);
      return { ok: !url.includes('gone') } as Response;
    },
  });
});

const ticketsFor = (...ids: string[]) =>
  jest.fn(async () => ids.map((fileId) => ({ fileId, ticket: `t-${fileId}` })));
const kept = () => [...(stores.get('media')?.keys() ?? [])];

test('what the pieces show is kept by its id, without the ticket it was fetched with', async () => {
  await keepMedia(['a', 'b'], ticketsFor('a', 'b'));
  expect(asked).toEqual(['/files/a?ticket=t-a', '/files/b?ticket=t-b']);
  expect(kept()).toEqual(['/files/a', '/files/b']);
  expect(keptMedia('a')).toBe('/files/a');
});

test('what is here already is not asked for again, and what no kept piece shows goes', async () => {
  await keepMedia(['a', 'b'], ticketsFor('a', 'b'));
  const tickets = ticketsFor('a', 'b', 'c');
  await keepMedia(['b'], tickets);
  expect(tickets).not.toHaveBeenCalled();
  expect(kept()).toEqual(['/files/b']);
  await keepMedia(['b', 'c'], tickets);
  expect(asked.slice(2)).toEqual(['/files/c?ticket=t-c']);
});

test('what cannot be fetched is left for the next look', async () => {
  await keepMedia(['gone', 'a'], ticketsFor('gone', 'a'));
  expect(kept()).toEqual(['/files/a']);
  await keepMedia(['a', 'b'], () => Promise.reject(new Error('no network')));
  expect(kept()).toEqual(['/files/a']);
});

test('another person who sits down at this device finds none of it', async () => {
  await keepMedia(['a'], ticketsFor('a'));
  forgetCopies();
  await new Promise((resolve) => setTimeout(resolve));
  expect(kept()).toEqual([]);
});
