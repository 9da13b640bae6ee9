import type { ReactNode } from 'react';
import { ErrorState, OfflineNote } from './Notes';
import { Skeleton } from './Skeleton';

/** What `useCloud` gives, as far as drawing it needs. */
export interface LoadState<T> {
  data: T | undefined;
  error: { code: string; message: string; requestId?: string; retryable: boolean } | undefined;
  reload(): unknown;
}

export interface LoadedProps<T> {
  from: LoadState<T>;
  /** Lines of the skeleton meanwhile. */
  lines?: number;
  /** When the shown copy was stored, as people say it: 今天 7:42. */
  savedOn?: string;
  children: (data: T) => ReactNode;
}

/** The four states of what comes from the cloud: a skeleton, the content, the error with a way out, or the content with a note that it is not fresh. */
export function Loaded<T>({ from, lines, savedOn, children }: LoadedProps<T>) {
  const { data, error, reload } = from;
  if (data === undefined) {
    if (!error) return <Skeleton lines={lines} />;
    return (
      <ErrorState
        sentence={error.message}
        requestId={error.requestId}
        onRetry={error.retryable ? () => void reload() : undefined}
      />
    );
  }
  return (
    <>
      {error && (
        <OfflineNote reason={error.code === 'offline' ? undefined : error.message} savedOn={savedOn} />
      )}
      {children(data)}
    </>
  );
}
