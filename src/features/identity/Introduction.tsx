import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';
import { Heading, Words } from '../../ui/Words';

const does = [
  { title: '早上读三分钟', detail: '每个工作日一篇短文，学完盖上“今日已学”，只给自己看' },
  { title: '每天答五题', detail: '答完就讲明白为什么，没记牢的过几天再见' },
  { title: '开会签到，分数有来处', detail: '先锋指数的每一分都写明来自哪次会议记录' },
];

/** Who it is for and what it does, before anybody is known. */
export function Introduction() {
  return (
    <>
      <Heading>给机关和基层党支部的同志</Heading>
      <Card>
        <List label="能做什么">
          {does.map((one) => (
            <ListRow key={one.title} {...one} />
          ))}
        </List>
      </Card>
      <Words tone="quiet">学不学由您安排。没有排名，不统计时长；开会不带手机，书记点名一样算数</Words>
    </>
  );
}
