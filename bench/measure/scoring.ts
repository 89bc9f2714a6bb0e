import type { Embedding } from '../../src/clip/embedding.ts';
import { softmax } from '../../src/clip/embedding.ts';
import { openClip } from '../../src/clip/open-clip.ts';
import { rankTexts } from '../../src/clip/rank-texts.ts';
import { proposedFor } from '../../src/vqa/candidates.ts';
import { type Evidence, viewOf } from '../../src/vqa/evidence.ts';
import type { RankedQuestion } from '../../src/vqa/question.ts';
import { rankCandidates } from '../../src/vqa/rank-candidates.ts';
import { scoringWith } from '../../src/vqa/scoring.ts';
import { understandQuestion } from '../../src/vqa/understand-question.ts';
import { writePrompts } from '../../src/vqa/write-prompts.ts';
import { type BenchedModel, withSettings } from '../benched-model.ts';
import { type Effort, few } from '../effort.ts';
import { interleave } from '../interleave.ts';
import { labels } from '../labels.ts';
import { LIMITS } from '../limits.ts';
import { photo } from '../photos.ts';
import { row, type Table } from '../table.ts';
import { timed } from '../timed.ts';

/** So many candidates are scored. */
const COUNT = 1000;
const QUESTION = 'what is this?';

/** Measures how long the scoring of 1,000 candidates takes whose prompts are all cached, with the picture encoded already. */
export async function measureScoring(model: BenchedModel, effort: Effort): Promise<readonly Table[]> {
  return withSettings(model, async ({ config }) => {
    const clip = await openClip(config);
    try {
      const { embedding } = await clip.encodePicture(await photo(0.3, 1));
      const texts = labels(COUNT);
      const refuse = () => Promise.reject(new Error('no region is looked at'));
      const evidence: Evidence = {
        picture: { embedding, look: refuse, lookOn: refuse },
        encoder: clip,
        scoring: scoringWith(),
      };
      const view = await viewOf(undefined, evidence);
      const question = understandQuestion(QUESTION) as RankedQuestion;
      const propose = () => proposedFor(question, QUESTION, texts).map((one) => writePrompts(one, question));
      const candidates = propose();
      const rows = await clip.encodeTexts(texts);
      const { ensembles, single, floor, write } = await interleave(
        [
          { name: 'ensembles', take: () => timed(() => rankCandidates(candidates, view, evidence)) },
          { name: 'single', take: () => timed(() => rankTexts(texts, embedding, clip)) },
          { name: 'floor', take: () => timed(async () => leastWork(rows, embedding, clip.logitScale)) },
          { name: 'write', take: () => timed(async () => propose()) },
        ],
        { rounds: few(effort, 20, 300), warmUp: few(effort, 5, 50) },
      );
      const prompts = new Set(candidates.flatMap((one) => one.prompts)).size;
      return [
        {
          title: `Scoring ${COUNT.toLocaleString('en')} cached candidates`,
          note: 'The picture is encoded and every prompt is cached. Nothing leaves the process.',
          rows: [
            row({
              what: `a question's candidates, ${prompts.toLocaleString('en')} prompts in ensembles`,
              values: ensembles,
              to: ['least work', floor],
              limits: [LIMITS.scoring],
            }),
            row({
              what: 'texts to rank, a prompt each',
              values: single,
              to: ['least work', floor],
              limits: [LIMITS.scoring],
            }),
            row({ what: 'least work: products, softmax, sort', values: floor }),
            row({ what: 'beside it: proposing the candidates, writing their prompts', values: write }),
          ],
        },
      ];
    } finally {
      await clip.close();
    }
  });
}

/** What no scoring can do without, written as plainly as it goes. */
function leastWork(texts: readonly Embedding[], picture: Embedding, logitScale: number): readonly number[] {
  const logits = texts.map((text) => {
    let sum = 0;
    for (let i = 0; i < text.length; i++) sum += (text[i] as number) * (picture[i] as number);
    return sum * logitScale;
  });
  return softmax(logits).sort((a, b) => b - a);
}
