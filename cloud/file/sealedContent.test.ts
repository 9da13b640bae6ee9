import { parseKeys } from '../ports/keyring';
import { openContent, sealContent } from './sealedContent';

const key = (fill: number) => `k${fill}:${Buffer.alloc(32, fill).toString('base64')}`;
const old = parseKeys(key(1));
const content = Buffer.from('姓名,手机\n江晨,13800000000\n');

it('opens under the same file, also once a newer key stands in front', () => {
  const sealed = sealContent(old, 'tenant', 'file', content);
  expect(sealed.includes('江晨')).toBe(false);
  expect(openContent(old, 'tenant', 'file', sealed)).toEqual(content);
  expect(openContent(parseKeys(`${key(2)},${key(1)}`), 'tenant', 'file', sealed)).toEqual(content);
});

it('seals the same content differently each time, and an empty one too', () => {
  expect(sealContent(old, 'tenant', 'file', content)).not.toEqual(
    sealContent(old, 'tenant', 'file', content),
  );
  expect(
    openContent(old, 'tenant', 'file', sealContent(old, 'tenant', 'file', Buffer.alloc(0))),
  ).toHaveLength(0);
});

it('opens nowhere else, under no other key, and not with a single bit changed or cut off', () => {
  const sealed = sealContent(old, 'tenant', 'file', content);
  expect(() => openContent(old, 'other', 'file', sealed)).toThrow();
  expect(() => openContent(old, 'tenant', 'another', sealed)).toThrow();
  expect(() => openContent(parseKeys(key(2)), 'tenant', 'file', sealed)).toThrow();
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => openContent(old, 'tenant', 'file', changed)).toThrow();
    expect(() => openContent(old, 'tenant', 'file', sealed.subarray(0, at))).toThrow();
  }
});
