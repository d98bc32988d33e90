/**
 * Seeing inside a running bot: what it counts and times, and which request a line of the log
 * belongs to. Nothing here has a question, a name of a person or a token.
 */
export { createMetrics, type Metrics, type Readings } from './metrics.js';
export { type Observer, silentObserver } from './observer.js';
export { createRequest, type Request, secondsSoFar } from './request.js';
