import { Image } from '@tarojs/components';
import { Block } from './Block';
import './Picture.scss';

export interface PictureProps {
  /** Where it can be read; undefined while that is not known: its place is kept. */
  url: string | undefined;
  /** What is to be seen, for those who cannot see it. */
  alt: string;
  /** Pixels; only their ratio matters. */
  width: number;
  height: number;
  /** Under it. */
  caption?: string;
}

/** A picture as wide as the text, its place kept before it is there, with its caption. */
export function Picture({ url, alt, width, height, caption }: PictureProps) {
  const style = { aspectRatio: `${width} / ${height}` };
  return (
    <Block className="ui-picture">
      {!url ? (
        <Block className="ui-picture-place" style={style} role="img" aria-label={alt}>
          {alt}
        </Block>
      ) : process.env.TARO_ENV === 'weapp' ? (
        <Image className="ui-picture-image" src={url} mode="widthFix" ariaLabel={alt} lazyLoad />
      ) : (
        <img className="ui-picture-image" src={url} alt={alt} style={style} loading="lazy" />
      )}
      {caption && (
        <Block as="p" className="ui-picture-caption">
          {caption}
        </Block>
      )}
    </Block>
  );
}
