import type { Match } from '../answer.ts';
import { textToMatch } from '../clip/match-pictures.ts';
import { asOneOfPictures, OneOfPicturesError } from '../images/one-of-pictures.ts';
import { UserError } from '../user-error.ts';
import { readPicture } from './read-picture.ts';
import { withGlimpse } from './with-glimpse.ts';

/** A match with each picture by the name that it was given. The JSON of `glimpse match --json`. */
export interface MatchedFiles extends Omit<Match, 'ranking'> {
  readonly ranking: readonly {
    /** As it was typed. */
    readonly image: string;
    readonly score: number;
    readonly similarity: number;
  }[];
}

/**
 * Ranks the pictures that a person named on the command line by how well they fit a text, with the checkpoint `model` in
 * place of CLIP_MODEL. Throws a UserError; about one of the pictures, one that names it.
 */
export async function matchFiles(
  text: string,
  images: readonly string[],
  model: string | undefined,
): Promise<MatchedFiles> {
  textToMatch(text, images.length); // before thousands of files are read
  try {
    const files: Uint8Array[] = [];
    for (const [index, image] of images.entries()) files.push(await asOneOfPictures(index, readPicture(image)));
    const { ranking, ...rest } = await withGlimpse(model, (glimpse) => glimpse.match(text, files));
    const named = ranking.map(({ index, ...fit }) => ({ image: images[index] as string, ...fit }));
    return { ...rest, ranking: named };
  } catch (error) {
    if (error instanceof OneOfPicturesError) throw naming(images[error.index] as string, error);
    throw error;
  }
}

/** An address may hold a signature, and `-` says nothing: of these the number is told. */
function naming(image: string, error: OneOfPicturesError): UserError {
  const { code, message } = error.failure;
  if (image === '-' || /^https?:\/\//i.test(image)) return error;
  // A file that can't be read is named already.
  return code === 'picture-unavailable' ? error.failure : new UserError(code, `${image}: ${message}`, { cause: error });
}
