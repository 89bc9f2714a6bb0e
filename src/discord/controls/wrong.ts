import { LabelBuilder, ModalBuilder, StringSelectMenuBuilder, TextInputBuilder, TextInputStyle } from 'discord.js';
import { BUTTON } from '../answer-buttons.ts';
import type { AnswerRecord, Weighed } from '../answer-record.ts';
import type { Control } from '../command.ts';
import { oneLine } from '../escape.ts';
import { DISCORD } from '../limits.ts';
import { ToldError } from '../told-error.ts';
import type { Words } from '../words/en.ts';
import { recorded } from './recorded.ts';

/** Characters of a right answer that is typed. */
const TYPED = 80;
/** Characters of an answer beside the question that it was given to. */
const ANSWER = 40;
/** The fields of the modal. */
const FIELD = { which: 'which', picked: 'picked', typed: 'typed' } as const;

/** "Wrong?" under an answer: the right one is picked or typed, and kept for the server's moderators. */
export const wrong: Control = {
  id: BUTTON.wrong,
  answers: 'with a modal',
  free: true,
  modal({ customId }, context) {
    const { words } = context;
    const given = givenIn(recorded(customId, context));
    const answers = answersToPick(given);
    const modal = new ModalBuilder().setCustomId(customId).setTitle(words.wrong.title);
    if (given.length > 1) modal.addLabelComponents(labelled(words.wrong.which, whichMenu(given, words)));
    if (answers.length > 0) modal.addLabelComponents(labelled(words.wrong.pick, pickMenu(answers)));
    const typed = new TextInputBuilder()
      .setCustomId(FIELD.typed)
      .setStyle(TextInputStyle.Short)
      .setMaxLength(TYPED)
      .setRequired(answers.length === 0);
    return modal.addLabelComponents(new LabelBuilder().setLabel(words.wrong.type).setTextInputComponent(typed));
  },
  deferSubmit: () => 'ephemeral',
  async submit({ customId, fields }, context) {
    const { memory, askerId, words, place } = context;
    const record = recorded(customId, context);
    const chosen = (field: string) => (fields.fields.has(field) ? fields.getStringSelectValues(field)[0] : undefined);
    const given = givenIn(record)[Number(chosen(FIELD.which) ?? 0)];
    const right = oneLine(fields.getTextInputValue(FIELD.typed), TYPED) || chosen(FIELD.picked);
    if (!given || !right || place.guildId === undefined) {
      throw new ToldError('question-empty', (said) => said.wrong.nothing);
    }
    memory.corrections.add({
      answerId: record.id,
      guildId: place.guildId,
      channelId: record.channelId,
      question: given.question,
      given: given.rows[0]?.answer ?? '',
      right,
      byUserId: askerId,
    });
    return { content: words.wrong.thanks };
  },
};

/** An answer that was given: to one question about one picture. */
interface Given extends Weighed {
  /** The picture's place in the answer, from 0; undefined where there is one picture only. */
  readonly at: number | undefined;
}

function givenIn({ result }: AnswerRecord): readonly Given[] {
  return result.flatMap((parts, at) =>
    parts
      .filter(({ rows, familiar }) => familiar && rows.length > 0)
      .map((part) => ({ ...part, at: result.length > 1 ? at : undefined })),
  );
}

/** What else was weighed, best first. Of several answers, what was given for one may be right for another. */
function answersToPick(given: readonly Given[]): readonly string[] {
  const [only] = given;
  const best = given.length === 1 ? only?.rows[0]?.answer : undefined;
  const deepest = Math.max(0, ...given.map(({ rows }) => rows.length));
  const all = Array.from({ length: deepest }, (_, rank) =>
    given.flatMap(({ rows }) => rows[rank]?.answer ?? []),
  ).flat();
  const shown = all.filter((answer) => answer !== best).map((answer) => oneLine(answer, DISCORD.selectOption));
  return [...new Set(shown)].filter((answer) => answer !== '').slice(0, DISCORD.selectOptionsCount);
}

const labelled = (label: string, menu: StringSelectMenuBuilder): LabelBuilder =>
  new LabelBuilder().setLabel(label).setStringSelectMenuComponent(menu);

function whichMenu(given: readonly Given[], { answer }: Words): StringSelectMenuBuilder {
  const severalQuestions = new Set(given.map(({ question }) => question)).size > 1;
  const options = given.map(({ question, rows, at }, value) => {
    const about = [
      ...(at === undefined ? [] : [answer.pictureNumber(at + 1)]),
      oneLine(rows[0]?.answer ?? '', ANSWER),
      ...(severalQuestions ? [question] : []),
    ];
    return { label: oneLine(about.join(' · '), DISCORD.selectOption), value: String(value) };
  });
  return new StringSelectMenuBuilder().setCustomId(FIELD.which).addOptions(options);
}

const pickMenu = (answers: readonly string[]): StringSelectMenuBuilder =>
  new StringSelectMenuBuilder()
    .setCustomId(FIELD.picked)
    .setRequired(false)
    .setMinValues(0)
    .setMaxValues(1)
    .addOptions(answers.map((answer) => ({ label: answer, value: answer })));
