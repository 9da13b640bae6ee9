import { sayMoment } from '../../domain/calendar/sayDay';
import { today } from '../../platform/clock';
import { useMe } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';
import { Loaded } from '../../ui/Loaded';
import { EmptyState } from '../../ui/Notes';
import { Heading, Words } from '../../ui/Words';
import { LayTurn } from './LayTurn';
import { SwapQuestion } from './SwapQuestion';
import { TurnCard } from './TurnCard';

/** 微党课轮值: questions that wait for the reader first, then the turns by day, and for who keeps it a form for one more. */
export function Rota() {
  const me = useMe();
  const answer = useCloud('lecture.rota', {}, { cacheKey: 'lecture.rota', skip: !me });
  const { savedAt, reload } = answer;
  return (
    <Loaded from={answer} savedOn={savedAt && sayMoment(savedAt, today())}>
      {({ turns, swaps, layFor, ownPieces }) => (
        <>
          {swaps
            .filter((swap) => swap.toAnswer)
            .map((swap) => (
              <SwapQuestion key={swap.id} swap={swap} turns={turns} onDone={reload} />
            ))}
          {turns.length === 0 ? (
            <EmptyState
              sentence={
                layFor.length > 0
                  ? '还没有排。在下面排上第一讲，大家就能看到'
                  : '还没有排微党课。支部排好后会出现在这里'
              }
            />
          ) : (
            <Words tone="quiet">每讲三分钟左右。那天不方便，可以和别的同志换</Words>
          )}
          {turns.map((turn) => (
            <TurnCard
              key={`${turn.id} ${turn.version}`}
              turn={turn}
              asked={swaps.find((swap) => swap.turnId === turn.id && !swap.toAnswer)}
              others={turns.filter(
                (one) => !one.mine && one.organisationId === turn.organisationId && one.day !== turn.day,
              )}
              ownPieces={ownPieces}
              onDone={reload}
            />
          ))}
          {layFor.length > 0 && (
            <>
              <Heading>排一讲</Heading>
              <LayTurn places={layFor} onDone={reload} />
            </>
          )}
        </>
      )}
    </Loaded>
  );
}
