import { parseKeys } from '../ports/keyring';
import { readTicket, writeTicket } from './fileTicket';

const key = (fill: number) => `${fill}:${Buffer.alloc(32, fill).toString('base64')}`;
const keyring = parseKeys(key(1));
const until = new Date('2026-11-23T00:40:00.000Z');
const ticket = {
  may: 'put',
  tenantId: 'tenant-1',
  fileId: 'file-1',
  size: 20_480,
  until,
  form: 'plain',
} as const;
const now = new Date('2026-11-23T00:39:59.999Z');
const wanted = { may: 'put', fileId: 'file-1', now } as const;

it('opens the one thing it was written for, until the very moment it ends', () => {
  const text = writeTicket(keyring, ticket);
  expect(readTicket(keyring, text, wanted)).toEqual(ticket);
  expect(readTicket(keyring, text, { ...wanted, now: until })).toBeNull();
});

it('opens nothing else', () => {
  const text = writeTicket(keyring, ticket);
  expect(readTicket(keyring, text, { ...wanted, may: 'get' })).toBeNull();
  expect(readTicket(keyring, text, { ...wanted, fileId: 'file-2' })).toBeNull();
});

it.each([
  ['another size', (text: string) => text.replace('20480', '99999')],
  ['another tenant', (text: string) => text.replace('tenant-1', 'tenant-2')],
  ['a later end', (text: string) => text.replace(String(until.getTime()), String(until.getTime() + 1))],
  ['another form', (text: string) => text.replace('.plain.', '.clean.')],
  ['no seal', (text: string) => text.slice(0, text.lastIndexOf('.') + 1)],
  ['nothing', () => ''],
])('does not believe %s', (_what, forge) => {
  expect(readTicket(keyring, forge(writeTicket(keyring, ticket)), wanted)).toBeNull();
});

it('outlives a new key, and ends with its own', () => {
  const text = writeTicket(keyring, ticket);
  expect(readTicket(parseKeys(`${key(2)},${key(1)}`), text, wanted)).toEqual(ticket);
  expect(readTicket(parseKeys(key(2)), text, wanted)).toBeNull();
});
