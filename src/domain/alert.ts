import { z } from 'zod';
import { Urn } from './authority.js';
import { Subscription } from './subscription.js';

/** So many words or phrases one alert looks for. */
export const MOST_WORDS = 5;
/** The longest word or phrase of an alert, in characters. */
export const LONGEST_WORDS = 60;
/** So many alerts a channel, or one person's direct message, can have. */
export const MOST_ALERTS = 20;

/** Councils that an alert is about, by the name that they go by together: "the North West". */
export const AlertPlace = z.strictObject({
  name: z.string().min(1),
  urns: z.array(Urn).min(1),
});
export type AlertPlace = z.infer<typeof AlertPlace>;

/**
 * Somebody wants to be told of Ofsted's documents as they come into the record: of those that say
 * one of `words` or, where there are none, of all. A channel may have several, and so may a person,
 * whose alerts come to the direct message with this app. Instants are ISO 8601, UTC.
 */
export const Alert = z.strictObject({
  kind: z.literal('alert'),
  ...Subscription.pick({ id: true, team: true, channel: true, owner: true, ownerName: true }).shape,
  /** As somebody wrote them; each a word or a phrase. */
  words: z.array(z.string().min(1).max(LONGEST_WORDS)).max(MOST_WORDS),
  /** The councils whose documents count; those of all where there are none. */
  places: z.array(AlertPlace),
  /** Its owner's, by which days are told. */
  zone: Subscription.shape.zone,
  ...Subscription.pick({ status: true, pausedBecause: true, createdAt: true, activeFrom: true })
    .shape,
  /** `reported` has the keys of the documents that were held when it was made, or told since. */
  state: Subscription.shape.state,
});
export type Alert = z.infer<typeof Alert>;

/** Whether what is sent is an alert, and not a digest. */
export const isAlert = (sent: Subscription | Alert): sent is Alert => 'kind' in sent;
