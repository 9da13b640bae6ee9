import { sayCitation } from './sayCitation';

test.each([
  ['中华人民共和国药品管理法', '第五十八条', '2019-08-26', '《药品管理法》第五十八条（2019 版）'],
  ['党支部工作条例', '', null, '《党支部工作条例》'],
])('%s is cited in one line', (title, article, versionOn, line) => {
  expect(sayCitation({ title, article, versionOn })).toBe(line);
});
