/**
 * The door to digests: what a digest says (`content/`, and `wording/` for its sentences), when it
 * is due (`schedule/`), what alerts look for (`alerts/`), how it is sent (`sending/`), how its
 * settings are read (`settings/`) and changed (`changing/`).
 */

export { type AlertNews, alertNews } from './alerts/alert-news.js';
export { knownNow } from './alerts/candidates.js';
export {
  ALERT_USAGE,
  type AlertAsked,
  type AlertRequest,
  checked as checkWords,
  mayAskForAlert,
  readAlert,
  readAlertRequest,
} from './alerts/request.js';
export {
  type AlertChange,
  type AlertChanged,
  type AlertChangePorts,
  addAlert,
  changeAlert,
  isOfMember,
} from './changing/change-alert.js';
export {
  type Change,
  type Changed,
  type ChangePorts,
  changeDigest,
  type DigestChange,
  draft,
  type Member,
  subscribe,
  subscriptionHere,
  unsubscribe,
} from './changing/change-digest.js';
export { createDigest, type DigestRequest } from './content/digest.js';
export type {
  ChangedDocument,
  CouncilDigest,
  Digest,
  StandingFacts,
} from './content/digest-value.js';
export { reportedNow } from './content/reported.js';
export { themesWithFindings } from './content/theme-of-the-day.js';
export { type NextDigest, nextDigest } from './schedule/next-digest.js';
export { localDate, nextRun } from './schedule/schedule.js';
export type {
  CheckChannel,
  Compose,
  Destination,
  DigestMessage,
  DigestPorts,
  FindPosted,
  InTurn,
  NotifyOwner,
  OwnerNotice,
  Post,
  PostOutcome,
} from './sending/ports.js';
export { type Sending, type SendingOptions, sendDue, startSending } from './sending/sending.js';
export { checkCouncils, councilMeant, suggestCouncils } from './settings/councils.js';
export { mostAlike } from './settings/likeness.js';
export {
  ALERT_FIELDS,
  type AlertField,
  DIGEST_FIELDS,
  type DigestField,
  DigestProblem,
} from './settings/problem.js';
export { REQUEST_USAGE, readRequest } from './settings/request.js';
export { DEFAULT_SETTINGS, type DigestSettings } from './settings/settings.js';
export { checkThemes, MOST_THEMES, suggestThemes } from './settings/themes.js';
export { weekdayIn, weekdayName } from './settings/weekdays.js';
export { DEFAULT_ZONE, readZone, suggestZones } from './settings/zones.js';
export { alertKey, alertTells, alertText, alertTitle } from './wording/alert-text.js';
export { alertDepartures } from './wording/departures.js';
export { digestText } from './wording/digest-text.js';
export { didYouMean } from './wording/lists.js';
export {
  councilsOf,
  departedHere,
  modeOf,
  momentIn,
  notHeldYet,
  nothingOnThemes,
  pausedLine,
  settingsLine,
  themesOf,
  timesOf,
} from './wording/settings.js';
export type { CouncilText, DigestText } from './wording/text.js';
