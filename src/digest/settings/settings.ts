import { type Subscription, Weekday } from '../../domain/subscription.js';

/** What a member chooses of a digest. */
export type DigestSettings = Pick<
  Subscription,
  'authorities' | 'themes' | 'at' | 'zone' | 'weekdays' | 'onlyNew' | 'condensed'
>;

export const DEFAULT_TIME = '08:30';

/** What a digest is where nobody has chosen otherwise; councils and zone depend on who asks. */
export const DEFAULT_SETTINGS: Omit<DigestSettings, 'zone' | 'authorities'> = {
  themes: [],
  at: DEFAULT_TIME,
  weekdays: [...Weekday.options],
  onlyNew: false,
  condensed: false,
};
