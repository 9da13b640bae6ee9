import { bans } from '../../domain/compliance/bans';
import { Card } from '../../ui/Card';
import { Words } from '../../ui/Words';

/** 我们怎样守规矩: each ban in plain words, how it is kept, and whether a test proves it. */
export function BanList() {
  return (
    <>
      <Words>
        2026 年 1
        月，国务院办公厅发了管政务移动应用的办法（国办函〔2026〕12号），为的是不让大家在手机上搞形式主义。下面用我们自己的话说它管什么、这里怎么做。原文请看中国政府网。
      </Words>
      {bans.map(({ id, ban, how, test }) => (
        <Card key={id} title={ban}>
          <Words>{how}</Words>
          <Words tone="small">{test ? '每次改软件都由自动测试核对' : '这一条靠主办单位守，软件替不了'}</Words>
        </Card>
      ))}
      <Words tone="quiet">哪里做得不对，请在“我的”里的投诉建议告诉我们，可以不署名。</Words>
    </>
  );
}
