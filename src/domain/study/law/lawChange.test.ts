import { changeToCheck, lawKey, restsOnOlder } from './lawChange';

describe('titles of laws', () => {
  it.each([
    ['药品管理法'],
    ['《药品管理法》'],
    ['中华人民共和国药品管理法'],
    ['《中华人民共和国药品管理法》（2019年修订）'],
    ['中华人民共和国药品管理法(2019修订)'],
    ['药品管理法（二〇一九年修订）'],
    [' 药品 管理法　'],
    ['药品\u200b管理法'],
  ])('%j is the same law', (title) => {
    expect(lawKey(title)).toBe('药品管理法');
  });

  it.each([['药品管理法实施条例'], ['药品管理法（试行）'], ['疫苗管理法']])('%s is another one', (title) => {
    expect(lawKey(title)).not.toBe('药品管理法');
  });

  it('a title of nothing else is left as it is, or empty', () => {
    expect(lawKey('中华人民共和国')).toBe('中华人民共和国');
    expect(lawKey('《（2019年）》')).toBe('');
  });

  it('full-width and half-width brackets name the same rule', () => {
    expect(lawKey('计量办法（试行）')).toBe(lawKey('计量办法(试行)'));
  });
});

describe('what a change is to be checked in', () => {
  const change = { id: 'a', key: '药品管理法', since: '2026-06-01' };
  const cites = (versionOn: string | null, title = '中华人民共和国药品管理法') => ({ title, versionOn });

  it.each([
    ['2026-05-31', true],
    ['2026-06-01', false],
    ['2026-06-02', false],
    [null, true],
  ])('a text on the version of %s: %s', (versionOn, isOlder) => {
    expect(restsOnOlder(cites(versionOn), change)).toBe(isOlder);
  });

  it('another law is none of its business', () => {
    expect(restsOnOlder(cites('2019-08-26', '计量法'), change)).toBe(false);
  });

  it('the newest change counts, in whatever order they come', () => {
    const newer = { ...change, id: 'b', since: '2026-09-01' };
    for (const changes of [
      [change, newer],
      [newer, change],
    ]) {
      expect(changeToCheck(cites('2019-08-26'), changes)?.id).toBe('b');
      expect(changeToCheck(cites('2026-06-01'), changes)?.id).toBe('b');
      expect(changeToCheck(cites('2026-09-01'), changes)).toBeNull();
    }
    expect(changeToCheck(null, [change])).toBeNull();
  });
});
