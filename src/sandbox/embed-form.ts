import { z } from 'zod';
import { LIMITS } from './limits.ts';

const text = (most: number) => z.string().max(most);
const link = (schemes: RegExp) =>
  z
    .string()
    .max(2048)
    .refine((value) => schemes.test(value), {
      error: 'Not a well formed URL with a scheme that is allowed here.',
      params: { code: 'URL_TYPE_INVALID_SCHEME' },
    });
const picture = z.looseObject({ url: link(/^(https?|attachment):\/\/./) });

/** An embed as a bot may send it, with Discord's limit on each of its parts. */
export const embedForm = z.looseObject({
  title: text(LIMITS.embed.title).nullish(),
  description: text(LIMITS.embed.description).nullish(),
  url: link(/^https?:\/\/./).nullish(),
  color: z.int().min(0).max(0xffffff).nullish(),
  timestamp: z.string().nullish(),
  fields: z
    .array(
      z.looseObject({
        name: text(LIMITS.embed.fieldName).min(1),
        value: text(LIMITS.embed.fieldValue).min(1),
        inline: z.boolean().nullish(),
      }),
    )
    .max(LIMITS.embed.fields)
    .nullish(),
  footer: z.looseObject({ text: text(LIMITS.embed.footer) }).nullish(),
  author: z.looseObject({ name: text(LIMITS.embed.author) }).nullish(),
  image: picture.nullish(),
  thumbnail: picture.nullish(),
});

/** The embeds of one message: ten at most, and 6000 characters at most in all of them together. */
export const embedsForm = z
  .array(embedForm)
  .max(LIMITS.embeds)
  .superRefine((embeds, context) => {
    const total = embeds.reduce((sum, embed) => sum + embedCharacters(embed), 0);
    if (total > LIMITS.embedCharacters)
      context.addIssue({
        code: 'custom',
        params: { code: 'MAX_EMBED_SIZE_EXCEEDED' },
        message: `Embed size exceeds maximum size of ${LIMITS.embedCharacters}`,
      });
  });

/** The characters that count towards the sum: title, description, field names and values, footer and author. */
export function embedCharacters(embed: z.output<typeof embedForm>): number {
  const counted = [
    embed.title,
    embed.description,
    embed.footer?.text,
    embed.author?.name,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
  ];
  return counted.reduce<number>((sum, part) => sum + (part?.length ?? 0), 0);
}
