import type { LawChange } from '../../../src/domain/study/law/lawChange';
import type { Context } from '../../operation';

/**
 * Something that rests on laws and has to be checked when one changes. A capability exports its part and is named in
 * `lawParts`; it runs inside the transaction that marks the law or takes the mark back, which holds that law.
 */
export interface LawPart {
  /** Sets what rests on an older version to wait for its check, tells those who check, and returns how much that is. */
  propose(context: Context, change: LawChange & { title: string }): Promise<number>;
  /**
   * Undoes it for a change that was marked by mistake: what waits because of it waits for the newest of the `others`
   * of the same law that it is older than (`changeToCheck`), or no longer. What was settled meanwhile stays as it is.
   * Tells those who check, and returns how much waits no longer.
   */
  takeBack(
    context: Context,
    change: LawChange & { title: string },
    others: readonly LawChange[],
  ): Promise<number>;
}
