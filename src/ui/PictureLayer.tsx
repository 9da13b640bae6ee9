import { Block } from './Block';
import './PictureLayer.scss';

export interface PictureLayerProps {
  /** Gives the layer its ground, a token's colour. */
  className: string;
  /** What is drawn, as the `d` of a path. */
  path: string;
  /** The drawing's own units. */
  width: number;
  height: number;
  /** Draws the path as a line of this width instead of filling it. */
  lineWidth?: number;
}

/**
 * One layer of a picture in one token's colour: the shape is the mask, the colour the ground, so that dark mode just
 * works, in mini-programs too, which draw no inline SVG. Fills the nearest positioned ancestor.
 */
export function PictureLayer({ className, path, width, height, lineWidth }: PictureLayerProps) {
  const paint =
    lineWidth === undefined ? 'fill="#000"' : `fill="none" stroke="#000" stroke-width="${lineWidth}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path d="${path}" ${paint}/></svg>`;
  const mask = `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
  return (
    <Block className={`ui-picture-layer ${className}`} style={{ maskImage: mask, WebkitMaskImage: mask }} />
  );
}
