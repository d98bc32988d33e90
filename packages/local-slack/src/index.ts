export type * from './contract.js';
export type { Attempt } from './deliveries.js';
export type { Fault } from './faults.js';
export type { Click } from './interactions.js';
export type {
  LocalOAuth,
  LocalOrganisation,
  LocalSlack,
  LocalWorkspace,
  NewWorkspace,
} from './local-slack.js';
export type { LocalSlackOptions } from './options.js';
export type { Outcome, Retry } from './outcome.js';
export type { Where } from './person.js';
export { pings } from './pings.js';
export { Refused } from './refused.js';
export { NoPort } from './server.js';
export { DEFAULT_SCOPES, startLocalSlack } from './start.js';
export type { StepDefinition, StepExecution } from './step-execution.js';
export type { StoredView } from './stored-view.js';
export type { ApiRequest } from './web-api-routes.js';
export type { Conversation, Member, StoredMessage } from './workspace.js';
