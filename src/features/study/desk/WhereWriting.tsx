import type { ReactNode } from 'react';
import { useCloud } from '../../../platform/useCloud';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Notes';

export type Places = readonly { id: string; name: string }[];

/** Draws what is for those who write, with the organisations that they write for; others are told whom it is for. */
export function WhereWriting({ children }: { children: (places: Places) => ReactNode }) {
  const desk = useCloud('study.desk', {});
  return (
    <Loaded from={desk} lines={8}>
      {({ writeFor }) =>
        writeFor.length === 0 ? (
          <EmptyState sentence="这一页由写稿的同志使用。需要时请联系您的书记" />
        ) : (
          children(writeFor)
        )
      }
    </Loaded>
  );
}
