import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { readJsonLines, someTexts, text } from '../read-json-lines.ts';
import type { DepictedScene } from './depicted-scene.ts';

/** A picture of a caption benchmark, with what people wrote under it. */
export interface CaptionedExample {
  /** The benchmark's file and the line, for messages: "captions.jsonl, line 3". */
  readonly place: string;
  /** The picture's file, as the line names it. */
  readonly image: string;
  /** The same as an absolute path. */
  readonly picture: string;
  /** The reference captions, 1 to 10. */
  readonly captions: readonly string[];
  /** What the picture shows, where that is known. */
  readonly scene?: DepictedScene | undefined;
}

/** The form of a line, for messages. */
const FORM = '{"image": "dog.jpg", "captions": ["a dog on the beach", "a brown dog"]}';

const words = z.array(z.string(), { error: 'must list texts' }).optional();

const schema = z.object(
  {
    image: text('must be the path of a picture, from the folder of this file'),
    captions: someTexts('captions'),
    scene: z
      .object(
        {
          things: z
            .array(
              z.object(
                {
                  names: z.array(z.string()).min(1, 'has a thing without names'),
                  number: z.number().int().positive().optional(),
                  colours: words,
                  maybeColours: words,
                },
                { error: 'must list things as objects' },
              ),
              { error: 'must list its things' },
            )
            .optional(),
          maybeThings: words,
          places: words,
          maybePlaces: words,
          activities: words,
        },
        { error: 'must be an object' },
      )
      .optional(),
  },
  { error: 'must be an object' },
);

/**
 * Reads a caption benchmark: JSON Lines of `{image, captions, scene?}`, empty lines left out, `limit` pictures at most.
 * Throws what `readJsonLines` throws.
 */
export async function readCaptionBenchmark(file: string, limit?: number): Promise<CaptionedExample[]> {
  const lines = await readJsonLines(file, { schema, form: FORM, each: 'picture', limit });
  return lines.map(({ place, value: { image, captions, scene } }) => ({
    place,
    image,
    picture: resolve(dirname(file), image),
    captions,
    scene,
  }));
}
