import { checkWords } from '../../textCheck/checkWords';
import type { TextFinding } from '../../textCheck/textVerdict';
import type { QuestionDraft } from './questionDraft';

/**
 * What our own word list says of everything that readers of a question would see. Whatever it finds, a second person
 * sees the question by itself, never only a sample it may not be in. Nothing is refused: a question about marks of
 * secrecy or about a citizen's number names them.
 */
export function questionWords({
  stem,
  options,
  key,
  explanation,
  source,
  topic,
}: QuestionDraft): TextFinding {
  const written = key.flatMap((one) => (typeof one === 'number' ? [] : one));
  const texts = [stem, ...options, ...written, explanation, source.title, source.article, topic];
  return checkWords(texts.join('\n'));
}
