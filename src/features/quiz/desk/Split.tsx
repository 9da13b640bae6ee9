import type { ReactNode } from 'react';
import { useIsWide } from '../../../platform/useIsWide';
import { Block } from '../../../ui/Block';
import { EmptyState } from '../../../ui/Notes';
import './Bank.scss';

/** A list with what is open of it: beside it on a PC, in its place on a phone. */
export function Split({
  list,
  detail,
  hint,
}: {
  list: ReactNode;
  /** Undefined: nothing is open. */
  detail: ReactNode | undefined;
  /** What to press, said on a PC while nothing is open; undefined: there is nothing to press. */
  hint: string | undefined;
}) {
  const isWide = useIsWide();
  if (!isWide) return <Block className="bank-split-part">{detail ?? list}</Block>;
  return (
    <Block className="bank-split bank-split-open">
      <Block className="bank-split-part">{list}</Block>
      <Block className="bank-split-part bank-split-detail">
        {detail ?? (hint && <EmptyState sentence={hint} />)}
      </Block>
    </Block>
  );
}
