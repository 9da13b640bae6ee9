import { Block } from '../../../ui/Block';
import { PictureLayer } from '../../../ui/PictureLayer';
import { type Dot, type ItemVerdict, verdictWords } from './analysisWords';
import './ItemPicture.scss';

/** The drawing's own units: as wide as 100, as high as this. */
const HEIGHT = 64;
/** Keeps marks of the edge whole. */
const MARGIN = 3;
/** From the middle of a mark to its number, past the rhomb's corner; at the right edge it stands on the other side. */
const BESIDE = 3.4;
const NEAR_THE_EDGE = 92;
/** Marks of questions to be looked at carry their number; more would run into each other. */
const MOST_NUMBERS = 12;

/** Drawn below the others, the most urgent last, so that it lies on top. */
const order: readonly ItemVerdict[] = ['fine', 'tooEasy', 'weak', 'tooHard', 'likelyWrongKey'];

/**
 * Questions by how many were right (from left, hard, to right, easy) and how well they tell who has learnt (upwards). Each
 * verdict has a mark of its own besides its colour. For the eye alone: the rows below say the same.
 */
export function ItemPicture({ dots }: { dots: readonly Dot[] }) {
  const known = dots.flatMap(({ discrimination }) => discrimination ?? []);
  const range = { from: Math.min(-0.5, ...known), to: Math.max(0.7, ...known) };
  const drawn = dots.flatMap((dot) =>
    dot.discrimination === null
      ? []
      : [{ ...dot, x: across(dot.difficulty), y: down(dot.discrimination, range) }],
  );
  const marks = (verdict: ItemVerdict) => drawn.filter((dot) => dot.verdict === verdict);
  const numbered = marks('likelyWrongKey').slice(0, MOST_NUMBERS);
  const present = [...order].reverse().filter((verdict) => marks(verdict).length > 0);
  if (drawn.length === 0) return null;
  return (
    <Block className="quiz-items" role="img" aria-label={sayPicture(dots)}>
      <Block className="quiz-items-axis" aria-hidden>
        ↑ 越往上，越能看出学没学会
      </Block>
      <Block className="quiz-items-picture" aria-hidden>
        <Layer name="grid" path={`${frame}${lineAt(down(0, range))}`} />
        {order.map((verdict) => (
          <Layer key={verdict} name={verdict} path={marks(verdict).map(shapes[verdict]).join('')} />
        ))}
        {numbered.map(({ questionId, number, x, y }) => (
          <Block
            as="span"
            key={questionId}
            className={x > NEAR_THE_EDGE ? 'quiz-items-number quiz-items-number-before' : 'quiz-items-number'}
            style={{
              left: `${x > NEAR_THE_EDGE ? x - BESIDE : x + BESIDE}%`,
              top: `${(y / HEIGHT) * 100}%`,
            }}
          >
            {number}
          </Block>
        ))}
      </Block>
      <Block className="quiz-items-ends" aria-hidden>
        <Block as="span">← 答对的人少</Block>
        <Block as="span">答对的人多 →</Block>
      </Block>
      <Block className="quiz-items-legend" aria-hidden>
        {present.map((verdict) => (
          <Block as="span" key={verdict} className="quiz-items-key">
            <Block as="span" className="quiz-items-sample">
              <Layer name={verdict} path={shapes[verdict]({ x: 5, y: 5 })} width={10} height={10} />
            </Block>
            {verdictWords[verdict].words}
          </Block>
        ))}
      </Block>
    </Block>
  );
}

interface Point {
  x: number;
  y: number;
}

function across(difficulty: number): number {
  return MARGIN + (difficulty / 100) * (100 - 2 * MARGIN);
}

function down(discrimination: number, { from, to }: { from: number; to: number }): number {
  return HEIGHT - MARGIN - ((discrimination - from) / (to - from)) * (HEIGHT - 2 * MARGIN);
}

const frame = `M0 0H100V0.5H0ZM0 ${HEIGHT - 0.5}H100V${HEIGHT}H0ZM0 0H0.5V${HEIGHT}H0ZM99.5 0H100V${HEIGHT}H99.5Z`;

/** Where those who are right elsewhere are neither more nor less often right here. */
function lineAt(y: number): string {
  return `M0 ${y - 0.25}H100v0.5H0Z`;
}

/** A mark of its own for each verdict: rhomb, triangle, square, ring, disc. */
const shapes: Record<ItemVerdict, (point: Point) => string> = {
  likelyWrongKey: ({ x, y }) => `M${x} ${y - 2.6}l2.6 2.6l-2.6 2.6l-2.6 -2.6Z`,
  tooHard: ({ x, y }) => `M${x} ${y - 2}l2 3.6h-4Z`,
  weak: ({ x, y }) => `M${x - 1.5} ${y - 1.5}h3v3h-3Z`,
  tooEasy: ({ x, y }) => `${disc(x, y, 1.7, 1)}${disc(x, y, 0.9, 0)}`,
  fine: ({ x, y }) => disc(x, y, 1.4, 1),
};

function disc(x: number, y: number, radius: number, sweep: 0 | 1): string {
  const half = `a${radius} ${radius} 0 1 ${sweep}`;
  return `M${x - radius} ${y}${half} ${2 * radius} 0${half} ${-2 * radius} 0Z`;
}

/** All marks of one kind, or the grid. */
function Layer({
  name,
  path,
  width = 100,
  height = HEIGHT,
}: {
  name: ItemVerdict | 'grid';
  path: string;
  width?: number;
  height?: number;
}) {
  const round = path.replace(/\d+\.\d{3,}/g, (long) => Number(long).toFixed(2));
  return <PictureLayer className={`quiz-items-${name}`} path={round} width={width} height={height} />;
}

function sayPicture(dots: readonly Dot[]): string {
  const parts = [...order].reverse().flatMap((verdict) => {
    const size = dots.filter((dot) => dot.verdict === verdict).length;
    return size > 0 ? [`${verdictWords[verdict].words} ${size} 题`] : [];
  });
  return `${dots.length} 题的难易和区分：${parts.join('，')}。下面逐题列出`;
}
