import { useState } from 'react';
import { announce } from '../../../platform/announce';
import { chooseTextSize, isLargeType } from '../../../platform/textSize';
import { useSignal } from '../../../platform/useSignal';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Chip } from '../../../ui/Chip';
import { ChoiceGroup } from '../../../ui/ChoiceGroup';
import { Columns, SideNav } from '../../../ui/Columns';
import { DawnBand } from '../../../ui/DawnBand';
import { DayField } from '../../../ui/DayField';
import { Confirm } from '../../../ui/Dialog';
import { DimensionPicture } from '../../../ui/DimensionPicture';
import { Keypad } from '../../../ui/Keypad';
import { List, ListRow } from '../../../ui/ListRow';
import { MonthCalendar } from '../../../ui/MonthCalendar';
import { EmptyState, ErrorState, OfflineNote } from '../../../ui/Notes';
import { Screen } from '../../../ui/Screen';
import { SegmentedTabs } from '../../../ui/SegmentedTabs';
import { SelectField } from '../../../ui/SelectField';
import { Skeleton } from '../../../ui/Skeleton';
import { Stamp } from '../../../ui/Stamp';
import { StepDots } from '../../../ui/StepDots';
import { Table } from '../../../ui/Table';
import { TextArea, TextField } from '../../../ui/TextField';
import { Toggle } from '../../../ui/Toggle';
import { Heading, Reading, Stack, Words } from '../../../ui/Words';

const dimensions = [
  { name: '信念宗旨', share: 0.9, words: '18 分，满分 20' },
  { name: '核心价值观', share: 0.85, words: '17 分，满分 20' },
  { name: '党规党纪', share: 0.8, words: '12 分，满分 15' },
  { name: '本职工作', share: 0.6, words: '9 分，满分 15' },
  { name: '遵纪守法', share: null, words: '还没有记录' },
  { name: '服务中心', share: 0.75, words: '12 分，满分 16' },
];

/** Every component with its states, for our own eyes (`npx tsx cloud/commands/buildClient.ts h5 --gallery`). */
export default function GalleryPage() {
  const large = useSignal(isLargeType);
  const [choice, setChoice] = useState<number[]>([1]);
  const [several, setSeveral] = useState<number[]>([]);
  const [code, setCode] = useState('407');
  const [text, setText] = useState('');
  const [period, setPeriod] = useState<'now' | 'last'>('now');
  const [isAsking, setAsking] = useState(false);
  const [kind, setKind] = useState<'a' | 'b'>();
  const [day, setDay] = useState('2026-11-23');
  return (
    <Screen title="组件" wide footer={<Button onPress={() => announce('今日已学')}>我学完了</Button>}>
      <DawnBand title="江晨同志，早上好" line="11月23日 星期一" stamp={<Stamp onDawn />} />
      <Columns
        nav={
          <SideNav
            label="工作台"
            items={[
              { words: '晨学稿件', isCurrent: true, onOpen: () => undefined },
              { words: '会议', isCurrent: false, onOpen: () => undefined },
              { words: '党员', isCurrent: false, onOpen: () => undefined },
            ]}
          />
        }
        detail={
          <Card title="我的学习" aside="只给自己看，不计分">
            <Words>本月学了 14 篇</Words>
            <MonthCalendar
              month="2026-11"
              today="2026-11-23"
              onEarlier={() => undefined}
              marks={{
                '2026-11-02': { words: '已学', strength: 'soft' },
                '2026-11-03': { words: '已学', strength: 'soft' },
                '2026-11-07': { words: '休息', strength: 'faint' },
                '2026-11-23': { words: '已学', strength: 'strong' },
              }}
            />
          </Card>
        }
      >
        <Card>
          <Toggle
            label="大字模式"
            detail="字大一些，一行只放一样"
            isOn={large}
            onChange={(isOn) => chooseTextSize(isOn ? 'large' : 'standard')}
          />
        </Card>
        <Card title="按钮">
          <Button>扫码签到</Button>
          <Button kind="secondary">输入 6 位数字</Button>
          <Button kind="danger" onPress={() => setAsking(true)}>
            撤下
          </Button>
          <Button isBusy>提交审核</Button>
          <Button isDisabled>提交审核</Button>
          <Stack isRow>
            <Button kind="quiet">看原文</Button>
            <Button kind="quiet">这道题有问题？</Button>
          </Stack>
        </Card>
        <Card title="答题">
          <StepDots done={3} total={5} words="第 3 题，共 5 题" />
          <Words tone="small">单选</Words>
          <Heading level={3}>网上买的下列商品，哪一种不适用七天无理由退货？</Heading>
          <ChoiceGroup
            label="网上买的下列商品，哪一种不适用七天无理由退货？"
            kind="single"
            options={['没拆封的电饭煲', '按尺寸定做的窗帘', '试穿过一次的运动鞋', '还没激活的手机']}
            chosen={choice}
            onChoose={setChoice}
          />
          <ChoiceGroup
            label="答完以后"
            kind="multiple"
            options={['第一项', '第二项', '第三项', '第四项']}
            chosen={[0, 2]}
            onChoose={setSeveral}
            verdicts={{ 0: 'right', 1: 'missed', 2: 'wrong' }}
            isLocked
          />
          <ChoiceGroup
            label="对错题"
            kind="multiple"
            options={['对', '错']}
            chosen={several}
            onChoose={setSeveral}
            hasLetters={false}
          />
        </Card>
        <Card title="签到" tone="brand">
          <Keypad value={code} onChange={setCode} />
        </Card>
        <Card title="本期 86 分" aside="2026 下半年">
          <SegmentedTabs
            label="哪一期"
            tabs={[
              { key: 'now', words: '本期' },
              { key: 'last', words: '上期' },
            ]}
            current={period}
            onChange={setPeriod}
          />
          <DimensionPicture dimensions={dimensions} />
          <List label="每一条">
            <ListRow
              title="9月主题党日，按时到会"
              detail="依据 2026 版第 3 项"
              aside="+2"
              onPress={() => undefined}
            />
            <ListRow
              title="“质量月”志愿服务 4 小时"
              detail="已申报，等支部核对"
              aside={<Chip tone="warn" words="待核 4" />}
            />
          </List>
          <Stack isRow>
            <Chip words="演示" />
            <Chip tone="brand" words="今天" />
            <Chip tone="good" words="已签定" />
            <Chip tone="bad" words="退回修改" />
          </Stack>
        </Card>
        <Card title="填写">
          <TextField label="登录名" hint="印在激活卡上" value={text} onChange={setText} />
          <TextField label="口令" kind="password" value={text} onChange={setText} error="口令至少 10 个字" />
          <TextArea label="想说的话" value={text} onChange={setText} />
          <SelectField
            label="会议类型"
            options={[
              { key: 'a', words: '主题党日' },
              { key: 'b', words: '支部党员大会' },
            ]}
            value={kind}
            onChange={setKind}
          />
          <DayField label="日期" value={day} onChange={setDay} />
        </Card>
        <Table
          caption="晨学稿件"
          columns={[
            { title: '标题', cell: (row) => row.title, sortBy: (row) => row.title },
            { title: '日期', cell: (row) => row.day, sortBy: (row) => row.day },
            { title: '状态', cell: (row) => <Chip words={row.state} /> },
          ]}
          rows={[
            { title: '电梯坏了谁来管', day: '11月24日', state: '待审' },
            { title: '秤准不准', day: '11月25日', state: '已排' },
          ]}
          rowKey={(row) => row.title}
          onOpen={() => undefined}
          openKey="秤准不准"
        />
        <Reading>
          <Heading>药店没有处方上的药，能换一种差不多的吗</Heading>
          <Words tone="small">约 3 分钟 · 812 字 · 药品管理法第五十八条（2019 版）</Words>
          <Words>
            王阿姨拿着医院开的处方去药店买药，店员说这种药卖完了，另一种成分差不多、还便宜些，问她要不要换。
          </Words>
        </Reading>
        <EmptyState sentence="本月还没有安排会议" action={{ words: '安排一次', onPress: () => undefined }} />
        <ErrorState
          sentence="服务暂时不通，请过几分钟再试。已写的内容还在"
          requestId="0198-77"
          onRetry={() => undefined}
        />
        <OfflineNote savedOn="今天 7:42" waiting={2} />
        <Skeleton />
        <Stamp />
      </Columns>
      {isAsking && (
        <Confirm
          title="撤下这一篇？"
          sentence="撤下后大家就看不到了，盖过的章还在。可以改好再发。"
          confirmWords="撤下"
          isDangerous
          onConfirm={() => setAsking(false)}
          onCancel={() => setAsking(false)}
        />
      )}
    </Screen>
  );
}
