import { isPassphraseStrong } from './passphrase';

it.each([
  ['三楼会议室的旧挂钟走得准', true],
  ['一二三四五六七八九', false],
  ['correct horse', true],
  ['aaaaaaaaaaaa', false],
  ['ababababab', false],
  ['abcdefghij', false],
  ['9876543210', false],
  ['1234567890', false],
  ['旧挂钟12345走走停', true],
  ['短口令', false],
  ['三楼会议室旧挂钟很准', true],
  ['三楼会议室旧挂钟准', false],
])('judges %p as %p', (passphrase, strong) => {
  expect(isPassphraseStrong(passphrase)).toBe(strong);
});
