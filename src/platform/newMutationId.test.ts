import { newMutationId } from './newMutationId';

const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('is a UUID of version 4', () => {
  for (let i = 0; i < 50; i++) expect(newMutationId()).toMatch(version4);
});

test('differs each time', () => {
  expect(new Set(Array.from({ length: 1000 }, newMutationId)).size).toBe(1000);
});

test('is one also where there is no crypto, as in WeChat', () => {
  process.env.TARO_ENV = 'weapp';
  try {
    expect(newMutationId()).toMatch(version4);
    expect(newMutationId()).not.toBe(newMutationId());
  } finally {
    delete process.env.TARO_ENV;
  }
});
