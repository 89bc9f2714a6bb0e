import type { Caption } from '../answer.ts';
import { namesNothing } from '../captions/names-nothing.ts';
import type { Chosen } from './choose-picture.ts';
import { inCodeBlock, inMarkdown } from './escape.ts';
import { behindSpoiler, chart, fitting, footer, pictureName } from './reply-parts.ts';
import type { Words } from './words/en.ts';

/**
 * Captions as a reply: a sentence for each picture, its tags with bars where there are some, and the model that wrote it. Of an
 * unfamiliar picture it says that instead.
 */
export function renderCaption(captions: readonly Caption[], chosen: Chosen, words: Words): string {
  const milliseconds = captions.reduce((sum, caption) => sum + caption.milliseconds, 0);
  return fitting((room) => [
    ...captions.flatMap(({ caption, tags = [], familiar }, at) => {
      const picture = chosen.pictures[at];
      if (!picture) return [];
      const sentence = familiar ? inMarkdown(caption, room.caption || 100) : words.answer.unfamiliar;
      const shown = [
        sentence,
        ...chart(
          tags.map(({ tag, score }) => ({ text: tag, share: score })),
          room,
        ),
      ];
      if (captions.length > 1) {
        return [`${pictureName(picture, picture.index + 1, words, room)}: ${behindSpoiler(shown, picture)}`];
      }
      return [behindSpoiler(familiar ? shown : [sentence, words.answer.unfamiliarRemedy], picture)];
    }),
    footer(captions[0]?.model ?? '', milliseconds, chosen, words),
  ]);
}

/**
 * A caption to be copied as alternative text, as it stands: in a code block, which Discord offers to copy. Where there
 * is nothing worth copying it is a caption like any other.
 */
export function renderAltText(captions: readonly Caption[], chosen: Chosen, words: Words): string {
  const isUseful = ({ caption, familiar }: Caption) => familiar && !namesNothing(caption);
  if (!captions.some(isUseful)) return renderCaption(captions, chosen, words);
  return fitting((room) => [
    words.answer.altTextReady,
    ...captions.flatMap((described, at) => {
      const { caption, familiar } = described;
      const picture = chosen.pictures[at];
      if (!picture) return [];
      const name = captions.length > 1 ? [`${pictureName(picture, picture.index + 1, words, room)}:`] : [];
      const plain = familiar ? inMarkdown(caption, room.caption || 100) : words.answer.unfamiliar;
      const copied = ['```', inCodeBlock(caption, room.caption || 100), '```'];
      return [...name, behindSpoiler(isUseful(described) ? copied : [plain], picture)];
    }),
    footer(captions[0]?.model ?? '', undefined, chosen, words),
  ]);
}
