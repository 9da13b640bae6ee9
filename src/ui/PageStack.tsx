import { Fragment, type ReactNode, useState } from 'react';
import { Button } from './Button';

export interface PageStackProps<C> {
  /** Tells pages apart by where they begin. */
  keyOf: (cursor: C) => string;
  /** One page that begins at `cursor`, the first at none; it draws at its end what `goOn` makes of where the next begins. */
  children: (cursor: C | undefined, goOn: (next: C | null) => ReactNode) => ReactNode;
}

/** Pages of a list that goes back in time, one below the other. Each asks for itself, so that whoever returns finds every one of them fresh. */
export function PageStack<C>({ keyOf, children }: PageStackProps<C>) {
  const [cursors, setCursors] = useState<readonly C[]>([]);
  const pages: readonly (C | undefined)[] = [undefined, ...cursors];
  return (
    <>
      {pages.map((cursor, index) => (
        <Fragment key={cursor === undefined ? 'first' : keyOf(cursor)}>
          {children(cursor, (next) =>
            next !== null && index === cursors.length ? (
              <Button kind="secondary" onPress={() => setCursors([...cursors, next])}>
                看更早的
              </Button>
            ) : null,
          )}
        </Fragment>
      ))}
    </>
  );
}
