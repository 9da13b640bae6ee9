import { goTo } from '../../platform/routes';
import { Button } from '../../ui/Button';
import type { Piece } from './piece';

/**
 * 转到支部群: in WeChat its sharing sheet with the page's card, in browsers a picture with a code. Absent for a copy of
 * an older build, which has no link.
 */
export function SendToGroup({ piece: { id, link } }: { piece: Piece }) {
  if (!link) return null;
  if (process.env.TARO_ENV === 'weapp') {
    return (
      <Button kind="quiet" openType="share">
        转到支部群
      </Button>
    );
  }
  return (
    <Button kind="quiet" onPress={() => goTo('groupPicture', { pieceId: id })}>
      转到支部群
    </Button>
  );
}
