import type { LawChange } from '../../../src/domain/study/law/lawChange';
import type { Context } from '../../operation';

/**
 * Something that rests on laws and has to be checked when one changes. A capability exports its part and is named in
 * `lawParts`; it runs inside the transaction that marks the law.
 */
export interface LawPart {
  /** Sets what rests on an older version to wait for its check, tells those who check, and returns how much that is. */
  propose(context: Context, change: LawChange & { title: string }): Promise<number>;
}
