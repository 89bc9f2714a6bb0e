import { parseForm, refusals } from './api-error.ts';
import { commandForm, commandsForm } from './command-form.ts';
import { commandObject, withoutTranslations } from './command-object.ts';
import { type CommandRegistry, type RegisteredCommand, sameName } from './command-registry.ts';
import { type ApiRequest, param, type Route } from './route.ts';
import type { World } from './world.ts';

/** Registering commands, everywhere and in one server. */
export function commandRoutes(world: World, registry: CommandRegistry): Route[] {
  const placeOf = (request: ApiRequest): string | undefined => {
    if (param(request, 'application_id') !== world.bot.id) throw refusals.notYourApplication();
    const guildId = request.params.guild_id;
    if (guildId !== undefined && !world.guilds.get(guildId)?.hasBot) throw refusals.missingAccess();
    return guildId;
  };
  const object = (command: RegisteredCommand) => commandObject(command, world.bot.id);
  const listed = (request: ApiRequest, command: RegisteredCommand) =>
    request.query.get('with_localizations') === 'true' ? object(command) : withoutTranslations(object(command));
  const found = (request: ApiRequest): RegisteredCommand => {
    const command = registry.of(placeOf(request)).find(({ id }) => id === param(request, 'command_id'));
    if (!command) throw refusals.unknownCommand();
    return command;
  };

  return ['/applications/{application_id}', '/applications/{application_id}/guilds/{guild_id}'].flatMap(
    (base): Route[] => [
      {
        method: 'GET',
        path: `${base}/commands`,
        auth: 'bot',
        handle: (request) => ({
          status: 200,
          body: registry.of(placeOf(request)).map((command) => listed(request, command)),
        }),
      },
      {
        method: 'PUT',
        path: `${base}/commands`,
        auth: 'bot',
        handle: (request) => {
          const commands = registry.replace(placeOf(request), parseForm(commandsForm, request.body));
          return { status: 200, body: commands.map(object) };
        },
      },
      {
        method: 'POST',
        path: `${base}/commands`,
        auth: 'bot',
        handle: (request) => {
          const place = placeOf(request);
          const definition = parseForm(commandForm, request.body);
          const isNew = !registry.of(place).some((known) => sameName(known.definition, definition));
          return { status: isNew ? 201 : 200, body: object(registry.add(place, definition)) };
        },
      },
      {
        method: 'GET',
        path: `${base}/commands/{command_id}`,
        auth: 'bot',
        handle: (request) => ({ status: 200, body: object(found(request)) }),
      },
      {
        method: 'PATCH',
        path: `${base}/commands/{command_id}`,
        auth: 'bot',
        handle: (request) => {
          const { guildId, id, definition } = found(request);
          const changed = parseForm(commandForm, { ...definition, ...(request.body as object), type: definition.type });
          return { status: 200, body: object(registry.change(guildId, id, changed)) };
        },
      },
      {
        method: 'DELETE',
        path: `${base}/commands/{command_id}`,
        auth: 'bot',
        handle: (request) => {
          registry.remove(placeOf(request), param(request, 'command_id'));
          return { status: 204 };
        },
      },
    ],
  );
}
