/**
 * A action that Slack itself refuses before the app hears of it; the message is a sentence for the
 * person.
 */
export class Refused extends Error {
  override name = 'Refused';
}
