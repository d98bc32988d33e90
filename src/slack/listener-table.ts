import type {
  AllMiddlewareArgs,
  App,
  BlockAction,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackEventMiddlewareArgs,
  SlackOptionsMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
} from '@slack/bolt';
import { requestOf } from './observed-app.js';
import { type Services, servicesFor } from './services.js';

/** Takes what Bolt gives, and the services of the request at hand. */
type Listener<Args> = (args: Args & AllMiddlewareArgs, services: Services) => Promise<void>;

/** Registers a listener by the name, or the names, that Slack gives what it listens to. */
type Register<Args> = (name: string | RegExp, listener: Listener<Args>) => void;

/** Where listeners register themselves, by the kinds of what Slack sends. */
export type Listeners = {
  command: Register<SlackCommandMiddlewareArgs>;
  action: Register<SlackActionMiddlewareArgs<BlockAction>>;
  options: Register<SlackOptionsMiddlewareArgs<'block_suggestion'>>;
  view: Register<SlackViewMiddlewareArgs>;
  shortcut: Register<SlackShortcutMiddlewareArgs>;
  event: <Type extends string>(
    type: Type,
    listener: Listener<SlackEventMiddlewareArgs<Type>>,
  ) => void;
  function: (
    callbackId: string,
    listener: Listener<SlackEventMiddlewareArgs<'function_executed'>>,
  ) => void;
};

const ANY = /^/;

/**
 * Registers one listener of Bolt's for all of a kind, which finds those that are meant: Bolt asks
 * each that it has whether a request is its own, and forty of them cost more than most answers.
 */
export function createListeners(app: App, services: Services): Listeners {
  const ofKind = <Args>() => {
    const registered: { name: string | RegExp; listener: Listener<Args> }[] = [];
    const register: Register<Args> = (name, listener) => registered.push({ name, listener });
    const run = async (name: string, args: Args & AllMiddlewareArgs): Promise<void> => {
      const meant = registered.filter((each) => isNamed(name, each.name));
      if (meant.length === 0) return;
      const own = servicesFor(services, requestOf(args.context));
      const done = await Promise.allSettled(meant.map(({ listener }) => listener(args, own)));
      for (const each of done) if (each.status === 'rejected') throw each.reason;
    };
    return { register, run };
  };
  const commands = ofKind<SlackCommandMiddlewareArgs>();
  const actions = ofKind<SlackActionMiddlewareArgs<BlockAction>>();
  const options = ofKind<SlackOptionsMiddlewareArgs<'block_suggestion'>>();
  const views = ofKind<SlackViewMiddlewareArgs>();
  const shortcuts = ofKind<SlackShortcutMiddlewareArgs>();
  const events = ofKind<SlackEventMiddlewareArgs>();
  app.command(ANY, (args) => commands.run(args.command.command, args));
  app.action<BlockAction>(ANY, (args) => actions.run(args.action.action_id, args));
  app.options<'block_suggestion'>(ANY, (args) => options.run(args.options.action_id, args));
  app.view(ANY, (args) => views.run(args.view.callback_id, args));
  app.shortcut(ANY, (args) => shortcuts.run(args.shortcut.callback_id, args));
  app.event(ANY, (args) => events.run(args.event.type, args));
  return {
    command: commands.register,
    action: actions.register,
    options: options.register,
    view: views.register,
    shortcut: shortcuts.register,
    event: events.register as Listeners['event'],
    function: (callbackId, listener) => {
      app.function(callbackId, (args) =>
        listener(args, servicesFor(services, requestOf(args.context))),
      );
    },
  };
}

const isNamed = (name: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? wanted === name : wanted.test(name);
