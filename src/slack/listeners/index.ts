import { registerAlertButtons } from './alerts/buttons.js';
import { registerAlertForm } from './alerts/form-listener.js';
import { registerAskChoice } from './ask-choice.js';
import { registerChannelShared } from './channel-shared.js';
import { registerCheckClaims } from './check-claims.js';
import { registerCommand } from './command.js';
import { registerContextChanged } from './context-changed.js';
import { registerDigestButtons } from './digest/buttons.js';
import { registerDigestForm } from './digest/form-listener.js';
import { registerHomeDigests } from './digest/home-buttons.js';
import { registerDirectMessage } from './direct-message.js';
import { registerFeedback } from './feedback.js';
import { registerFetchReports } from './fetch-reports.js';
import { registerHome } from './home.js';
import { registerMention } from './mention.js';
import { registerQuotation } from './quotation.js';
import { registerReportError } from './report-error.js';
import { registerShare } from './share.js';
import { registerShowScreen } from './show-screen.js';
import { registerStep } from './step.js';
import { registerThreadMessage } from './thread-message.js';
import { registerUnfurl } from './unfurl.js';
import { registerUninstalled } from './uninstalled.js';
import { registerWelcome } from './welcome.js';

/** Everything that the bot listens to in a workspace: each registers itself with the app. */
export const LISTENERS = [
  registerCommand,
  registerMention,
  registerDirectMessage,
  registerThreadMessage,
  registerAskChoice,
  registerCheckClaims,
  registerShowScreen,
  registerQuotation,
  registerShare,
  registerFetchReports,
  registerReportError,
  registerFeedback,
  registerDigestForm,
  registerDigestButtons,
  registerAlertForm,
  registerAlertButtons,
  registerHome,
  registerContextChanged,
  registerHomeDigests,
  registerChannelShared,
  registerUninstalled,
  registerWelcome,
  registerUnfurl,
  registerStep,
];
