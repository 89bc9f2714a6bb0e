import type { Caption, CaptionParts } from '../../answer.ts';
import type { CaptionedExample } from './caption-benchmark.ts';
import { type JudgedSlots, judgeSlots } from './judge-slots.ts';

/** How a picture of a caption benchmark was captioned: a line of `glimpse eval --captions --list`. */
export interface JudgedCaption {
  readonly image: string;
  readonly caption: string;
  readonly parts: CaptionParts;
  /** Whether the picture looks like those that the checkpoint was trained on (`Caption.familiar`). */
  readonly familiar: boolean;
  /** The references. */
  readonly captions: readonly string[];
  /** Where it is known what the picture shows. */
  readonly slots?: JudgedSlots | undefined;
  /** Whether it shows two or more of a thing. */
  readonly several?: boolean | undefined;
}

/** Holds a caption against its references and what the picture shows. */
export function judgeCaption({ image, captions, scene }: CaptionedExample, given: Caption): JudgedCaption {
  const { caption, parts, familiar } = given;
  if (!scene) return { image, caption, parts, familiar, captions };
  const several = scene.things?.some(({ number = 1 }) => number > 1) ?? false;
  return { image, caption, parts, familiar, captions, slots: judgeSlots(parts, scene), several };
}
