import { z } from 'zod';
import { checkView } from '../blocks/view.js';
import { type JsonObject, parseJson } from '../json.js';
import type { Room } from '../room.js';
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
    run: (args, room) => {
      const given = checkModal(args.view);
      const { user } = exchange(args.trigger_id, room);
      return answer(room, openModal(room.workspace, user, given));
    },
  }),

  'views.push': method({
    args: opening,
    run: (args, room) => {
      const given = checkModal(args.view);
      const { user } = exchange(args.trigger_id, room);
      return answer(room, pushModal(room.workspace, user, given));
    },
  }),

  'views.update': method({
    args: z.looseObject({
      view,
      view_id: z.string().optional(),
      external_id: z.string().optional(),
      hash: z.string().optional(),
    }),
    run: (args, room) => {
      const given = checkView(args.view);
      const { modals } = room.workspace;
      const found =
        args.view_id === undefined
          ? modals.find((each) => each.given.external_id === args.external_id)
          : findView(room.workspace, args.view_id);
      if (found === undefined) throw new SlackError('not_found');
      if (args.hash !== undefined && args.hash !== found.hash)
        throw new SlackError('hash_conflict');
      return answer(room, updateView(room.workspace, found, given));
    },
  }),

  'views.publish': method({
    args: z.looseObject({ user_id: z.string(), view, hash: z.string().optional() }),
    run: (args, room) => {
      const given = checkView(args.view);
      if (given.type !== 'home') throw refusal('invalid_arguments', ['unsupported type: modal']);
      const user = room.workspace.users.get(args.user_id);
      if (user === undefined || user.isBot) {
        throw refusal('invalid_arguments', ['invalid `user_id`']);
      }
      const before = room.workspace.homes.get(user.id);
      if (args.hash !== undefined && args.hash !== before?.hash)
        throw new SlackError('hash_conflict');
      return answer(room, publishHome(room.workspace, user.id, given));
    },
  }),
};

function checkModal(given: unknown) {
  const checked = checkView(given);
  if (checked.type !== 'modal') throw refusal('invalid_arguments', ['unsupported type: home']);
  return checked;
}

function exchange(triggerId: string, { tickets }: Room): { user: string } {
  const trigger = tickets.useTrigger(triggerId);
  if (typeof trigger === 'string') throw new SlackError(trigger);
  return trigger;
}

function answer(room: Room, opened: Parameters<typeof viewPayload>[1]): JsonObject {
  return { view: viewPayload(room.workspace, opened) };
}
