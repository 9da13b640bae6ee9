import { goTo } from '../../platform/routes';
import type { Me } from '../../platform/session';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';
import { Words } from '../../ui/Words';

/** What is stored, why, for how long, and who sees it (domain.md 11.1; times as cloud/purge.ts and the owner's retention keep them). */
const kept = [
  {
    what: '姓名、支部、党内职务',
    why: '点名、分清谁办什么事。本支部书记、支委和机关党委有职责的同志看得到；您在本单位期间一直存着',
  },
  {
    what: '手机号、入党日期（名册里有才存）',
    why: '加密存放，页面上不显示',
  },
  {
    what: '开会的名单：到会、请假、未到',
    why: '支部本来就要记。本支部书记、支委看得到；签定后跟会议记录一起存档，不能改',
  },
  {
    what: '先锋指数',
    why: '来自签定的会议记录，在这里只有您自己看得到；您对哪一条提了意见，答复的同志看得到那一条。作为台账存档，改正是另加一条，不涂改',
  },
  {
    what: '今日已学、答题、日历',
    why: '只给您自己看，随时可以撤回或收起；不计分，不进任何报表',
  },
  {
    what: '登录的记录',
    why: '只为安全：哪天几点、从哪个网络地址登录，法律要求至少存六个月，这里留 190 天以上。不用来看谁用得多',
  },
  {
    what: '操作的记录',
    why: '谁改了记录、谁看了名单，都留痕，只供审计',
  },
  {
    what: '投诉建议',
    why: '署名的记姓名；不署名的不记是谁，只记是哪一天',
  },
] as const;

/** 隐私: in plain words. The signed-in member's own answer to the separate consent stands first. */
export function PrivacyNotice({ me }: { me: Me | undefined }) {
  return (
    <>
      {me && (
        <Card title="您的选择" aside={sayConsent(me.consent)}>
          <Words tone="quiet">同意不同意都可以改，不影响参会</Words>
          <Button kind="secondary" onPress={() => goTo('consent')}>
            看看或改一改
          </Button>
        </Card>
      )}
      <Card title="存什么，为什么，谁看得到">
        <List label="存什么，为什么，谁看得到">
          {kept.map(({ what, why }) => (
            <ListRow key={what} title={what} detail={why} />
          ))}
        </List>
      </Card>
      <Card title="不存什么">
        <Words>没有身份证号，没有宗教信仰，没有位置和轨迹，不要照片，不记您看了多久、打开几次。</Words>
      </Card>
      <Card title="存在手机里的">
        <Words>
          看过的几篇、还没送出的答题和盖章、写了一半的话、不署名的编号，只存在这台设备里。退出登录后，看过的内容会从这台设备清掉。
        </Words>
      </Card>
      <Card title="想看、想改、想删">
        <Words>先找本支部书记；也可以在投诉建议里写明要看、要改或要删什么，会有人答复。</Words>
        {me && (
          <Button kind="secondary" onPress={() => goTo('feedback')}>
            写投诉建议
          </Button>
        )}
      </Card>
    </>
  );
}

function sayConsent(consent: boolean | null): string {
  if (consent === null) return '还没有问过您';
  return consent ? '您同意了' : '您没有同意';
}
