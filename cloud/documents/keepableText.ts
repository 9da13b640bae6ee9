/**
 * A text as the database can keep it: without control characters, NUL above all, and halves of characters. Office files
 * can hold both behind an escape or in their UTF-16. Tabs and line breaks stay.
 */
export function keepableText(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}/gu, '');
}
