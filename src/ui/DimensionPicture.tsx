import { Block } from './Block';
import { PictureLayer } from './PictureLayer';
import './DimensionPicture.scss';

export interface Dimension {
  /** 信念宗旨 */
  name: string;
  /** Share of what can be reached, 0 to 1; null when nothing is known yet, which is not zero. */
  share: number | null;
  /** The same in words: 18 分，满分 20. */
  words: string;
}

export interface DimensionPictureProps {
  dimensions: readonly Dimension[];
  /** The list is left to screen readers and to large-font mode, which has no picture. */
  isPictureOnly?: boolean;
}

const size = 100;
const radius = 44;
const LINE = 0.8;

/**
 * The dimensions of the pioneer index as a picture, with a list that says the same. What is unknown
 * has no corner in the outline (the list says so) instead of falling to the middle as a zero would.
 */
export function DimensionPicture({ dimensions, isPictureOnly = false }: DimensionPictureProps) {
  const corner = (index: number, share: number): [number, number] => {
    const angle = (index / dimensions.length) * 2 * Math.PI - Math.PI / 2;
    return [size / 2 + Math.cos(angle) * radius * share, size / 2 + Math.sin(angle) * radius * share];
  };
  const at = (point: [number, number]) => point.map((value) => value.toFixed(1)).join(' ');
  const ring = (share: number) => `M${dimensions.map((_, index) => at(corner(index, share))).join('L')}Z`;
  const grid = [0.25, 0.5, 0.75, 1].map(ring).join('');
  const spokes = dimensions.map((_, index) => `M${size / 2} ${size / 2}L${at(corner(index, 1))}`).join('');
  const known = dimensions.flatMap(({ share }, index) =>
    share === null ? [] : [corner(index, clamp(share))],
  );
  const area = known.length > 2 ? `M${known.map(at).join('L')}Z` : '';
  // One or two points enclose nothing: a beam from the middle shows how far each reaches.
  const beams = area ? '' : known.map((point) => `M${size / 2} ${size / 2}L${at(point)}`).join('');
  const dots = known.map(([x, y]) => `M${x - 2} ${y}a2 2 0 1 0 4 0a2 2 0 1 0 -4 0`).join('');
  return (
    <Block className={isPictureOnly ? 'ui-dimensions ui-dimensions-picture-only' : 'ui-dimensions'}>
      <Block className="ui-dimensions-picture" aria-hidden>
        <Layer name="grid" path={grid + spokes} isFilled={false} />
        <Layer name="area" path={area} isFilled />
        <Layer name="outline" path={area + beams} isFilled={false} />
        <Layer name="outline" path={dots} isFilled />
        {dimensions.map(({ name }, index) => {
          const [x, y] = corner(index, 1.2);
          return (
            <Block
              as="span"
              key={name}
              className="ui-dimensions-name"
              style={{ left: `${x}%`, top: `${y}%` }}
            >
              {name}
            </Block>
          );
        })}
      </Block>
      <Block as="ul" className="ui-dimensions-list">
        {dimensions.map(({ name, words }) => (
          <Block as="li" key={name} className="ui-dimensions-line">
            <Block as="span">{name}</Block>
            <Block as="span" className="ui-dimensions-words">
              {words}
            </Block>
          </Block>
        ))}
      </Block>
    </Block>
  );
}

/** A layer of this picture; lines are drawn where it is not filled. */
function Layer({
  name,
  path,
  isFilled,
}: {
  name: 'grid' | 'area' | 'outline';
  path: string;
  isFilled: boolean;
}) {
  return (
    <PictureLayer
      className={`ui-dimensions-${name}`}
      path={path}
      width={size}
      height={size}
      {...(isFilled ? {} : { lineWidth: LINE })}
    />
  );
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
