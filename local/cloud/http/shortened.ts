/** Names as the records keep them; an error may be longer. */
export const NAME_LENGTH = 200;
const MESSAGE_LENGTH = 4000;

/** What came from outside is neither kept nor repeated at any length. */
export function shortened(text: string, most = MESSAGE_LENGTH): string {
  return text.length <= most ? text : `${text.slice(0, most)}… (${text.length} characters)`;
}
