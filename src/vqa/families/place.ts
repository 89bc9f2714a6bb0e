import { declarative } from '../declarative.ts';
import { be } from '../grammar.ts';
import { isGerund, isPronoun, splitSubject, withoutDeterminer } from '../noun-phrase.ts';
import type { PlaceQuestion } from '../question.ts';
import { CITIES, COUNTRIES } from '../words/countries.ts';
import { PLACES, SPOTS } from '../words/settings.ts';

/** "where is this", "where was it taken", "where is the cat", "what place is this". */
export function readPlace(text: string): PlaceQuestion | undefined {
  const where = text.match(/^where\b ?(.*)$/);
  if (where) return whereIs(where[1] ?? '');
  const land = text.match(
    /^(?:in |from )?(?:what|which) (?:is the )?(country|city|town|nation)\b(?! (?:flag|street|bus))/,
  )?.[1];
  if (land !== undefined)
    return { family: 'place', terms: /country|nation/.test(land) ? COUNTRIES : CITIES, frames: [] };
  const named = text.match(
    /^(?:at |in )?(?:what|which) (?:(?:is|are) (?:the |this )?)?(?:(?:kind|type|sort) of )?(?:place|location|setting|environment|scenery)\b ?(.*)$/,
  );
  return named ? placeNamed(named[1] ?? '') : undefined;
}

/** "what place is this", and "what place is the man walking in", whose statement must end in the gap. */
export function placeNamed(clause: string): PlaceQuestion {
  const frames = declarative(clause)
    .map((frame) => frame.replace(/ (?:in|at|on)(?= \{\})/, ''))
    .filter((frame) => frame.endsWith('{}'));
  return { family: 'place', terms: PLACES, frames };
}

function whereIs(rest: string): PlaceQuestion {
  const said = rest
    .replace(/^(?:do|does|did) (?:you think |you guess )?/, '')
    .replace(/^(?:is|are|was|were|might|could|would) /, '')
    .replace(ENDINGS, '');
  if (said === '' || /^(?:you|we|i|one|someone|people) \S/.test(said) || isPronoun(said) || THE_PICTURE.test(said))
    return placeNamed('');
  const { subject, predicate } = splitSubject(said);
  const doing = isGerund(predicate.split(' ')[0] ?? '');
  const who = doing ? subject : said;
  const statement = `${who} ${be(withoutDeterminer(who))}${doing ? ` ${predicate}` : ''} {}`;
  return { family: 'place', terms: [...PLACES, ...SPOTS], frames: [statement] };
}

const ENDINGS =
  / (?:located|at|taken|from|in|taking place|situated|found|placed|positioned|happening|going|be|standing at|being taken|shot|set|be taken|come from)+$/;
const THE_PICTURE = /\b(?:picture|photo|image|pic|scene|photograph|shot)\b|^(?:this|it|that)\b/;
