import { useRef } from 'react';
import { announce } from '../../platform/announce';
import { newMutationId } from '../../platform/newMutationId';
import type { Me } from '../../platform/session';
import { useAction } from '../../platform/useAction';
import { keepTicket } from './tickets';

/**
 * Sends a complaint or suggestion, signed or not. Not signed, the ticket is made and kept here first; the
 * same text tried again after a lost connection goes under the same ticket, so that it arrives once.
 */
export function useSendFeedback(me: Me) {
  const signed = useAction('feedback.submit');
  const anonymous = useAction('feedback.submitAnonymous');
  const unanswered = useRef<{ ticket: string; text: string }>();

  const sendAnonymously = async (text: string): Promise<boolean> => {
    const ticket = unanswered.current?.text === text ? unanswered.current.ticket : newMutationId();
    const isKept = keepTicket(me, ticket);
    unanswered.current = { ticket, text };
    if (!(await anonymous.run({ ticket, text }))) return false;
    unanswered.current = undefined;
    announce(
      isKept ? '已送出，没有记您的名字。答复就在下面看' : `已送出。这台设备存不下编号，请抄下：${ticket}`,
    );
    return true;
  };

  const sendSigned = async (text: string): Promise<boolean> => {
    if (!(await signed.run({ text }))) return false;
    announce('已交给负责的同志，答复就在下面看，也会通知您');
    return true;
  };

  return {
    /** True when it has arrived. */
    send: (text: string, isSigned: boolean) => (isSigned ? sendSigned(text) : sendAnonymously(text)),
    isBusy: signed.isBusy || anonymous.isBusy,
    error: signed.error ?? anonymous.error,
    clearError: () => {
      signed.clearError();
      anonymous.clearError();
    },
  };
}
