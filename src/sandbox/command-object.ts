import type { RegisteredCommand } from './command-registry.ts';

type Part = Readonly<Record<string, unknown>>;

/** A command as Discord's API describes it: what was registered, as Discord keeps it, and Discord's own defaults. */
export function commandObject({ id, guildId, version, definition }: RegisteredCommand, applicationId: string): object {
  const permissions = definition.default_member_permissions;
  const kept = asKept(definition as Part) as Part;
  return {
    ...kept,
    id,
    application_id: applicationId,
    version,
    name_localizations: kept.name_localizations ?? null,
    description: definition.description ?? '',
    description_localizations: kept.description_localizations ?? null,
    default_member_permissions: permissions === undefined || permissions === null ? null : String(permissions),
    dm_permission: definition.dm_permission ?? true,
    contexts: definition.contexts ?? null,
    integration_types: definition.integration_types ?? [0],
    nsfw: definition.nsfw ?? false,
    ...(guildId !== undefined && { guild_id: guildId }),
  };
}

/** A command as a list gives it where `with_localizations` does not ask for more ("Retrieving localized commands"). */
export function withoutTranslations(command: object): object {
  return JSON.parse(JSON.stringify(command), (key, value: unknown) =>
    key.endsWith('_localizations') ? undefined : value,
  ) as object;
}

/**
 * Of a definition, what Discord gives back: nothing that is null, empty or false by default, and no translation that says
 * what the original does ("Localization": those "will be ignored"). A bot that compares must not take these for changes.
 */
function asKept(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(asKept);
  if (typeof part !== 'object' || part === null) return part;
  const fields = Object.entries(part).flatMap(([field, value]: [string, unknown]): [string, unknown][] => {
    const original = (part as Part)[field.replace('_localizations', '')];
    if (field.endsWith('_localizations')) {
      const texts = Object.entries((value ?? {}) as Part).filter(([, text]) => text !== original);
      return texts.length > 0 ? [[field, Object.fromEntries(texts)]] : [];
    }
    const isDefault = value === null || value === false || (Array.isArray(value) && value.length === 0);
    return isDefault ? [] : [[field, asKept(value)]];
  });
  return Object.fromEntries(fields);
}
