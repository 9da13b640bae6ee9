import { plainForm } from './plainForm';

/** `故选C`, `本题答案为 AB`, `因此答案选B、D`: letters alone, to the end of the sentence. */
const said =
  /(?:故|因此|所以|综上,?)\s*(?:本题)?\s*(?:正确)?(?:答案)?\s*(?:应)?(?:选|为|是)\s*[:]?\s*([A-J](?:\s*[,、]?\s*[A-J])*)\s*(?:项|选项)?\s*(?=[.。;；,，!]|$)/g;

/**
 * Letters that an explanation names as the answer, each time as it says them; `故选C` under the answer B means that one
 * of the two is wrong. Words that only speak of letters (`A错误`, `不选B`) say nothing here.
 */
export function keysInExplanation(explanation: string): string[] {
  return [...plainForm(explanation).matchAll(said)].map(([, letters = '']) =>
    letters.replace(/[\s,、]/g, ''),
  );
}
