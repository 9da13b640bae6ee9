import { sayMoment } from '../../../domain/calendar/sayDay';
import { today } from '../../../platform/clock';
import type { CloudError } from '../../../platform/cloudError';
import type { CloudState } from '../../../platform/useCloud';
import { Card } from '../../../ui/Card';
import { Loaded } from '../../../ui/Loaded';
import { ErrorState } from '../../../ui/Notes';
import { Words } from '../../../ui/Words';
import { saySize, sayStanding } from './paperWords';
import type { OwnPaper } from './useOwnPaper';

/** What a paper is, before it is begun and after it was handed in. */
export function PaperCover({
  from,
  error,
}: {
  from: CloudState<{ paper: OwnPaper }>;
  error: CloudError | undefined;
}) {
  return (
    <Loaded from={from} lines={5}>
      {({ paper }) => (
        <>
          <Card title={paper.title} aside="只给自己看">
            <Words>
              {paper.organisationName}出的卷子，{saySize(paper)}。{sayStanding(paper, today())}
            </Words>
            <Words tone="quiet">{sayNext(paper)}</Words>
          </Card>
          {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
        </>
      )}
    </Loaded>
  );
}

function sayNext({ standing, handedIn, runId, minutes, closesAt }: OwnPaper): string {
  if (standing === 'waiting') return '到时间再来就可以，题目那时才看得到';
  if (standing === 'closed') {
    return runId ? '答案和为什么都可以看了' : '您没有答这一份，不要紧，题以后还会在练习里出现';
  }
  const after = closesAt ? `答案等卷子结束（${sayMoment(closesAt, today())}）以后看` : '';
  if (handedIn) return `您交了。${after}`;
  const clock = minutes === null ? '' : `开始以后有 ${minutes} 分钟，中间可以离开，时间照走。`;
  return `${clock}交卷以前都可以改。${after}。谁答了、答得怎样，只有自己知道`;
}
