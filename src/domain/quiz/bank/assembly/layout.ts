/** One way to understand a text: how a question begins, and what its options and its key look like. */
export interface Layout {
  /**
   * By its number, its label (第3题(单选), 题目：), a sign in front (【第六章】), right after the answer before it, or by
   * a line that asks (has a blank or a question mark) once the question before it has its options.
   */
  begins: 'number' | 'label' | 'sign' | 'gap' | 'asking';
  /** Options carry letters, or are lines of their own. */
  options: 'lettered' | 'plain';
  /** Where keys stand besides labelled lines and lists, which are always understood. */
  key: 'said' | 'behind' | 'stem' | 'tail' | 'filled' | 'tick' | 'look';
}
