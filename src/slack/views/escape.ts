/**
 * Text as Slack's mrkdwn wants it: nothing in it can mention anybody or become a link. Source:
 * Slack, "Formatting message text".
 */
export const escapeMrkdwn = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The text that `escapeMrkdwn` was given. */
export const unescapeMrkdwn = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** A link in mrkdwn; the characters that would end the address are percent-encoded. */
export function linkMrkdwn(url: string, label: string): string {
  const address = url.replace(/[<>|\s]/g, encodeURIComponent);
  return `<${escapeMrkdwn(address)}|${escapeMrkdwn(label)}>`;
}
