import { Image } from '@tarojs/components';
import { useState } from 'react';
import { renderSVG } from 'uqr';
import type { Output } from '../../contract/operations';
import { readUserAgent } from '../../domain/identity/pairing';
import { announce } from '../../platform/announce';
import { callCloud } from '../../platform/callCloud';
import { asCloudError } from '../../platform/cloudError';
import { useAction } from '../../platform/useAction';
import { usePolling } from '../../platform/usePolling';
import { Block } from '../../ui/Block';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorState } from '../../ui/Notes';
import { Words } from '../../ui/Words';
import { comeIn } from './comeIn';
import './ScanToSignIn.scss';

/** A person looks from one screen to the other for longer than this. */
const PAUSE_MS = 2_000;

type Pairing = Output<'identity.beginPairing'>;
type Step = 'waiting' | 'scanned' | 'ended';

/**
 * 用手机扫码, on a computer: a picture for the phone and two digits to compare. The secret that collects the session
 * stays in this page's memory and is in no picture.
 */
export function ScanToSignIn() {
  const begin = useAction('identity.beginPairing');
  const [pairing, setPairing] = useState<Pairing>();
  const [step, setStep] = useState<Step>('waiting');

  const fetchCode = async () => {
    const begun = await begin.run(readUserAgent(navigator.userAgent));
    if (!begun) return;
    setPairing(begun);
    setStep('waiting');
  };
  const move = (next: Step) => {
    if (next === 'scanned' && step !== next) announce('手机扫到了，请在手机上选出同样的两位数字');
    setStep(next);
  };
  const collect = async () => {
    if (!pairing) return;
    try {
      const { state, me } = await callCloud('identity.collectPairing', { secret: pairing.secret });
      if (state === 'signedIn' && me) comeIn({ me });
      else if (state !== 'signedIn') move(state);
    } catch (error) {
      // No network: the next question may get through. A refusal would be repeated for ever.
      if (!asCloudError(error).retryable) setStep('ended');
    }
  };
  usePolling(collect, { pauseMs: PAUSE_MS, isOn: pairing !== undefined && step !== 'ended' });

  const isShown = pairing !== undefined && step !== 'ended';
  return (
    <Card title="用手机扫码">
      {isShown ? (
        <>
          <Block className="identity-pairing">
            <Block
              className="identity-pairing-picture ui-theme-light"
              role="img"
              aria-label="登录码的图案，用手机上的晨学先锋扫"
            >
              <Image
                className="identity-pairing-image"
                src={`data:image/svg+xml,${encodeURIComponent(renderSVG(pairing.text, { border: 2 }))}`}
                imgProps={{ alt: '' }}
              />
            </Block>
            <Block className="identity-pairing-digits">
              <Words tone="quiet">手机上选这两位数字</Words>
              <Block
                as="p"
                className="identity-pairing-number"
                aria-label={`两位数字 ${[...pairing.digits].join(' ')}`}
              >
                {pairing.digits}
              </Block>
            </Block>
          </Block>
          <Words tone="quiet">
            {step === 'scanned'
              ? '手机扫到了。请在手机上选出同样的两位数字'
              : '手机上打开晨学先锋，“我的”里点“在电脑上使用”，扫这张图。两分钟内有效'}
          </Words>
          <Words tone="small">不要把这张图或数字发给别人，也不要替别人扫</Words>
        </>
      ) : (
        <>
          <Words tone="quiet">
            {step === 'ended'
              ? '刚才那张码已经结束：用过了、过了两分钟，或数字没选对'
              : '微信里已经在用的同志，不用记登录名和口令'}
          </Words>
          <Button kind="secondary" isBusy={begin.isBusy} onPress={() => void fetchCode()}>
            {step === 'ended' ? '再取一张码' : '取一张登录码'}
          </Button>
        </>
      )}
      {begin.error && <ErrorState sentence={begin.error.message} requestId={begin.error.requestId} />}
    </Card>
  );
}
