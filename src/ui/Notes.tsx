import type { ReactNode } from 'react';
import { Block } from './Block';
import { Button } from './Button';
import './Notes.scss';

export interface EmptyStateProps {
  /** What is going on: 本月还没有安排会议. */
  sentence: string;
  /** What one can do. */
  action?: { words: string; onPress: () => void };
}

/** Nothing here yet: says why and what can be done. */
export function EmptyState({ sentence, action }: EmptyStateProps) {
  return (
    <Block className="ui-note ui-note-empty">
      <Block as="p">{sentence}</Block>
      {action && (
        <Button kind="secondary" isInline onPress={action.onPress}>
          {action.words}
        </Button>
      )}
    </Block>
  );
}

export interface ErrorStateProps {
  /** The sentence of the `CloudError`: what happened, what to do. */
  sentence: string;
  /** Offered when trying again can help. */
  onRetry?: () => void;
  /** The server's number of the request, for whoever looks it up. */
  requestId?: string;
  /** Another way out: a link, a button. */
  children?: ReactNode;
}

/** Something did not work: the sentence and the way out. */
export function ErrorState({ sentence, onRetry, requestId, children }: ErrorStateProps) {
  return (
    <Block className="ui-note ui-note-bad" role="alert">
      <Block as="p">{sentence}</Block>
      {requestId && (
        <Block as="p" className="ui-note-detail">
          编号 {requestId}
        </Block>
      )}
      {onRetry && (
        <Button kind="secondary" isInline onPress={onRetry}>
          再试一次
        </Button>
      )}
      {children}
    </Block>
  );
}

/** What is shown is a copy: from when, and how many things still wait to be sent. `savedOn` as people say it: 今天 7:42. */
export function OfflineNote({
  reason = '现在没有网络',
  savedOn,
  waiting = 0,
}: {
  /** When it is not the network but the service that fails. */
  reason?: string;
  savedOn?: string;
  waiting?: number;
}) {
  return (
    <Block className="ui-note ui-note-offline" role="status">
      <Block as="p">
        {savedOn ? `${reason}，这是${savedOn} 存下的` : reason}
        {waiting > 0 ? `。还有 ${waiting} 项存在手机里，连上网会自动补上` : ''}
      </Block>
    </Block>
  );
}
