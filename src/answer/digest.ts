/** The door to digests: what a channel's subscription posts, made from the record alone. */

export type { CouncilDigest } from './digest/council.js';
export { createDigest, type Digest, type DigestRequest } from './digest/digest.js';
export { themesWithFindings } from './digest/theme-of-the-day.js';
export { toldNow } from './digest/told.js';
