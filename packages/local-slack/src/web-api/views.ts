import { z } from 'zod';
import { checkView } from '../blocks/view.js';
import { type JsonObject, parseJson } from '../json.js';
import type { ServerContext } from '../server-context.js';
import { refusal, SlackError } from '../slack-error.js';
import { findView, openModal, publishHome, pushModal, updateView, viewPayload } from '../views.js';
import { type Method, method } from './call.js';

const view = z.preprocess(
  (given) => (typeof given === 'string' ? (parseJson(given) ?? given) : given),
  z.record(z.string(), z.unknown()),
);

const opening = z.looseObject({ trigger_id: z.string(), view });

export const viewsMethods: Record<string, Method> = {
  'views.open': method({
    args: opening,
    run: (args, context) => {
      const given = checkModal(args.view);
      const { user } = exchange(args.trigger_id, context);
      return answer(context, openModal(context.workspace, user, given));
    },
  }),

  'views.push': method({
    args: opening,
    run: (args, context) => {
      const given = checkModal(args.view);
      const { user } = exchange(args.trigger_id, context);
      return answer(context, pushModal(context.workspace, user, given));
    },
  }),

  'views.update': method({
    args: z.looseObject({
      view,
      view_id: z.string().optional(),
      external_id: z.string().optional(),
      hash: z.string().optional(),
    }),
    run: (args, context) => {
      const given = checkView(args.view);
      const { modals } = context.workspace;
      const found =
        args.view_id === undefined
          ? modals.find((each) => each.given.external_id === args.external_id)
          : findView(context.workspace, args.view_id);
      if (found === undefined) throw new SlackError('not_found');
      if (args.hash !== undefined && args.hash !== found.hash)
        throw new SlackError('hash_conflict');
      return answer(context, updateView(context.workspace, found, given));
    },
  }),

  'views.publish': method({
    args: z.looseObject({ user_id: z.string(), view, hash: z.string().optional() }),
    run: (args, context) => {
      const given = checkView(args.view);
      if (given.type !== 'home') throw refusal('invalid_arguments', ['unsupported type: modal']);
      const user = context.workspace.users.get(args.user_id);
      if (user === undefined || user.isBot) {
        throw refusal('invalid_arguments', ['invalid `user_id`']);
      }
      const before = context.workspace.homes.get(user.id);
      if (args.hash !== undefined && args.hash !== before?.hash)
        throw new SlackError('hash_conflict');
      return answer(context, publishHome(context.workspace, user.id, given));
    },
  }),
};

function checkModal(given: unknown) {
  const checked = checkView(given);
  if (checked.type !== 'modal') throw refusal('invalid_arguments', ['unsupported type: home']);
  return checked;
}

function exchange(triggerId: string, { tickets }: ServerContext): { user: string } {
  const trigger = tickets.useTrigger(triggerId);
  if (typeof trigger === 'string') throw new SlackError(trigger);
  return trigger;
}

function answer(context: ServerContext, opened: Parameters<typeof viewPayload>[1]): JsonObject {
  return { view: viewPayload(context.workspace, opened) };
}
