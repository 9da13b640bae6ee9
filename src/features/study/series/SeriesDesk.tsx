import { useState } from 'react';
import { addDays } from '../../../domain/calendar/shanghai';
import { sayCitation } from '../../../domain/study/sayCitation';
import { announce } from '../../../platform/announce';
import { today } from '../../../platform/clock';
import { useAction } from '../../../platform/useAction';
import { useCloud } from '../../../platform/useCloud';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Loaded } from '../../../ui/Loaded';
import { ErrorState } from '../../../ui/Notes';
import { Stack, Words } from '../../../ui/Words';
import { stateWords } from '../desk/deskPiece';
import { everyDayFrom, type Plan, type SeriesDraft } from './deskSeries';
import type { BorderChange } from './EditBorders';
import { SeriesActions } from './SeriesActions';
import { SeriesPieces } from './SeriesPieces';

/** Pieces of a page (study.seriesDraft). */
const PAGE = 20;

/** One series on the desk: what it rests on, its pieces with their borders, its days, and the steps one may take. */
export function SeriesDesk({ seriesId }: { seriesId: string }) {
  const [from, setFrom] = useState(1);
  const [plan, setPlan] = useState<Plan>();
  const tomorrow = everyDayFrom(addDays(today(), 1));
  const draft = useCloud('study.seriesDraft', { seriesId, from, plan });
  const cut = useAction('study.cutSeries');
  const change = async (series: SeriesDraft, one: BorderChange) => {
    const done = await cut.run({ seriesId, version: series.version, change: one });
    if (!done) return;
    announce(`现在是 ${done.pieceCount} 篇`);
    await draft.reload();
  };
  return (
    <Loaded from={draft} lines={12}>
      {(series) => (
        <>
          <About series={series} />
          <SeriesActions
            key={`${series.state} ${series.version}`}
            series={series}
            plan={plan ?? series.plan ?? tomorrow}
            isAsked={plan !== undefined || series.plan !== null}
            onPlan={setPlan}
            onSettled={draft.reload}
          />
          {cut.error && (
            <ErrorState sentence={cut.error.message} requestId={cut.error.requestId}>
              {cut.error.code === 'conflict' && (
                <Button kind="secondary" isInline onPress={draft.reload}>
                  看最新的
                </Button>
              )}
            </ErrorState>
          )}
          <SeriesPieces series={series} isBusy={cut.isBusy} onChange={(one) => void change(series, one)} />
          <Stack isRow>
            {from > 1 && (
              <Button kind="quiet" onPress={() => setFrom(Math.max(1, from - PAGE))}>
                看前 {PAGE} 篇
              </Button>
            )}
            {series.next !== null && (
              <Button kind="quiet" onPress={() => setFrom(series.next ?? 1)}>
                看后面的篇目
              </Button>
            )}
          </Stack>
        </>
      )}
    </Loaded>
  );
}

function About({ series }: { series: SeriesDraft }) {
  const { title, state, pieceCount, organisationName, authorName, mine, note, source } = series;
  return (
    <Card title={title} aside={stateWords[state]}>
      <Words tone="quiet">
        {pieceCount} 篇 · {mine ? '您写的' : `${authorName} 写的`} · {organisationName}
      </Words>
      {source && <Words tone="quiet">依据：{sayCitation(source)}</Words>}
      {note && <Words>{note}</Words>}
      {state === 'submitted' && mine && <Words tone="quiet">自己写的要请另一位同志审核</Words>}
    </Card>
  );
}
