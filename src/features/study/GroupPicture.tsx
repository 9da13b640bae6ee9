import { useEffect, useState } from 'react';
import { encode } from 'uqr';
import { announce } from '../../platform/announce';
import { browserAddress } from '../../platform/browserAddress';
import { copyText } from '../../platform/copyText';
import { drawGroupPicture, savePicture } from '../../platform/groupPicture';
import { addressOf } from '../../platform/routes';
import { useMe } from '../../platform/session';
import { Block } from '../../ui/Block';
import { Button } from '../../ui/Button';
import { ErrorState } from '../../ui/Notes';
import { Picture } from '../../ui/Picture';
import { Skeleton } from '../../ui/Skeleton';
import { Words } from '../../ui/Words';
import { usePiece } from './usePiece';
import './GroupPicture.scss';

/** The picture of a piece for the branch's group: title, whom it is for, a code that leads to it; no names. */
export function GroupPicture({ pieceId }: { pieceId: string }) {
  const me = useMe();
  const { piece, error, reload } = usePiece(pieceId);
  const [picture, setPicture] = useState<string | null>();
  const { title, link } = piece ?? {};
  const bureau = me?.tenantName;
  const address = link && `${browserAddress() ?? ''}${addressOf('link', { link })}`;

  useEffect(() => {
    if (!title || !address || !bureau) return;
    setPicture(
      drawGroupPicture({ title, audience: `给${bureau}的同志`, code: encode(address, { border: 2 }).data }),
    );
  }, [title, address, bureau]);

  if (piece && !address) return <Words>这一篇现在还不能转出去</Words>;
  if (!piece || !address) {
    return error ? (
      <ErrorState
        sentence={error.message}
        requestId={error.requestId}
        onRetry={error.retryable ? reload : undefined}
      />
    ) : (
      <Skeleton lines={6} />
    );
  }
  const copy = async () => {
    announce((await copyText(address)) ? '链接复制好了' : '这台设备不让复制，请用图片');
  };
  return (
    <>
      <Words>把图片发到支部群。本单位的同志扫码就到这一篇，别人只看到是给谁的</Words>
      {picture && (
        <Block className="study-group-picture">
          <Picture url={picture} alt={`《${piece.title}》的图片，带二维码`} width={3} height={4} />
        </Block>
      )}
      {picture && <Button onPress={() => savePicture(picture, '晨学三分钟.png')}>存下图片</Button>}
      <Button kind={picture ? 'secondary' : 'primary'} onPress={() => void copy()}>
        复制链接
      </Button>
      <Words tone="small">在微信里打开时，长按图片也能发给朋友或存下</Words>
    </>
  );
}
