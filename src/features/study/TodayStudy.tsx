import type { ReactNode } from 'react';
import { goTo } from '../../platform/routes';
import { useSignal } from '../../platform/useSignal';
import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';
import { EmptyState, ErrorState } from '../../ui/Notes';
import { Skeleton } from '../../ui/Skeleton';
import { Words } from '../../ui/Words';
import { AfterReading } from './AfterReading';
import { CopyNote } from './CopyNote';
import { recentCopy } from './keptPieces';
import { OwnMarks } from './OwnMarks';
import { PieceList } from './PieceList';
import { PieceText } from './PieceText';
import { SelfCheck } from './SelfCheck';
import { SeriesPlace } from './SeriesPlace';
import { stampsHidden } from './stampsHidden';
import { stampWords } from './useStamp';
import type { Today } from './useToday';

/** As many as `study.today` names at most; there may be more behind them. */
const catchUpNamed = 5;

export interface TodayStudyProps {
  morning: Today;
  /** Below the stamp, once there is one: 明天早上提醒我. */
  afterStamp?: ReactNode;
  /** The way to report a fault in a piece. */
  fault: (pieceId: string) => ReactNode;
  /** What else waits to be studied; stands below the reading. */
  todo: ReactNode;
}

/** 晨学 below the dawn band: the piece of the day in the open, its stamp, and the ways on from here. */
export function TodayStudy({ morning, fault, todo, afterStamp }: TodayStudyProps) {
  const { data, error, savedAt, reload, piece, stamp, own } = morning;
  const isHidden = useSignal(stampsHidden);
  if (!data) {
    return error ? (
      <>
        <ErrorState sentence={error.message} requestId={error.requestId} onRetry={reload} />
        {todo}
        <KeptPieces />
      </>
    ) : (
      <Skeleton lines={10} />
    );
  }
  const month = `本月学了 ${data.stampedThisMonth} 篇`;
  return (
    <>
      <CopyNote error={error} savedAt={savedAt} />
      <WhyThisPiece morning={data} />
      {piece ? (
        <>
          <PieceText piece={piece} />
          <AfterReading stamp={stamp} words={stampWords(piece)} total={isHidden ? undefined : month} />
          <SeriesPlace piece={piece} isStamped={stamp.isStamped} />
          {stamp.isStamped && afterStamp}
          <SelfCheck key={piece.id} piece={piece} />
          <OwnMarks key={`own ${piece.id}`} piece={piece} own={own} />
        </>
      ) : (
        <EmptyState sentence="还没有晨学篇目。第一篇排好后会出现在这里" />
      )}
      {todo}
      <List label="晨学的其他内容">
        {data.catchUp.length > 0 && (
          <ListRow
            title="可补读"
            detail={`还有${data.catchUp.length < catchUpNamed ? ` ${data.catchUp.length} ` : '几'}篇可以补读，有空再看`}
            onPress={() => goTo('catchUp')}
          />
        )}
        <ListRow
          title="晨学日历"
          detail={isHidden ? '已收起' : `${month}，只给自己看`}
          onPress={() => goTo('studyCalendar')}
        />
        <ListRow
          title="资料库"
          detail="按主题找以往的篇目，收藏和笔记也在里面"
          onPress={() => goTo('library')}
        />
      </List>
      {error && <KeptPieces />}
      {piece && fault(piece.id)}
    </>
  );
}

function WhyThisPiece({ morning }: { morning: NonNullable<Today['data']> }) {
  const { dayKind, again, piece, calendarKnown } = morning;
  const isRest = dayKind === 'restday';
  const rest = isRest ? '今天休息' : again ? '今天还没有新的一篇' : undefined;
  return (
    <>
      {rest && piece && <Words tone="quiet">{again ? `${rest}。想看的话，这一篇值得再看一遍` : rest}</Words>}
      {!calendarKnown && <Words tone="small">节假日安排尚未录入，先按周一到周五算工作日</Words>}
    </>
  );
}

/** The last pieces kept on this device: what can be read without network. */
function KeptPieces() {
  const kept = recentCopy();
  if (!kept) return null;
  return (
    <Card tone="ground" title="没有网络也能读" aside={`最近 ${kept.data.pieces.length} 篇`}>
      <PieceList label="存在手机里的篇目" pieces={kept.data.pieces} />
    </Card>
  );
}
