import { Button } from './Button';
import { ErrorState } from './Notes';

export interface NextPageProps {
  /** What `usePages` gives, as far as going on needs. */
  pages: {
    /** Undefined when all are here. */
    more: (() => Promise<void>) | undefined;
    isAsking: boolean;
    error: { message: string; requestId?: string } | undefined;
  };
  /** 看更早的 where a list goes back in time. */
  words?: string;
}

/** The end of a list that is read page by page: the way to the next one, and why it did not come. */
export function NextPage({ pages: { more, isAsking, error }, words = '再看后面的' }: NextPageProps) {
  return (
    <>
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      {more && (
        <Button kind="secondary" isBusy={isAsking} onPress={() => void more()}>
          {words}
        </Button>
      )}
    </>
  );
}
