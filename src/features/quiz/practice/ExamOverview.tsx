import { useState } from 'react';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Confirm } from '../../../ui/Dialog';
import { List, ListRow } from '../../../ui/ListRow';
import { Words } from '../../../ui/Words';
import { isAnswered } from '../question';
import type { RunState } from './useRun';

/** All questions of an exam before the handing in: what has an answer and what has none. */
export function ExamOverview({ state }: { state: RunState }) {
  const { sheet, isHandInKept } = state;
  const open = sheet.asked.filter((one) => !isAnswered(one)).length;
  return (
    <>
      <Card title={open > 0 ? `还有 ${open} 题没有答` : '都答了'}>
        <Words>
          {isHandInKept
            ? '交卷已记在手机里，连上网会自动送出。时间到了也会自动交卷'
            : '交卷以前都可以改。时间到了会自动交卷'}
        </Words>
      </Card>
      <Card title="每一题">
        <List label="每一题">
          {sheet.asked.map((one, index) => (
            <ListRow
              key={one.question.id}
              title={`${index + 1}. ${one.question.stem}`}
              detail={isAnswered(one) ? '答了' : '没有答'}
              onPress={() => sheet.look(index)}
            />
          ))}
        </List>
      </Card>
    </>
  );
}

/** 交卷, with a question before it. */
export function HandIn({ state }: { state: RunState }) {
  const [isAsking, setAsking] = useState(false);
  const open = state.sheet.asked.filter((one) => !isAnswered(one)).length;
  // Others are still answering a paper.
  const then = state.run?.mode === 'paper' ? '答案等卷子结束以后看' : '马上能看对错和为什么';
  return (
    <>
      <Button isBusy={state.isHandingIn} isDisabled={state.isHandInKept} onPress={() => setAsking(true)}>
        交卷
      </Button>
      {isAsking && (
        <Confirm
          title="现在交卷吗？"
          sentence={
            open > 0 ? `还有 ${open} 题没有答。交卷以后不能再改，${then}` : `交卷以后不能再改，${then}`
          }
          confirmWords="交卷"
          isBusy={state.isHandingIn}
          error={state.handInError?.message}
          onConfirm={() => void state.handIn().then(() => setAsking(false))}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}
