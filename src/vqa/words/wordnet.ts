import { readFileSync } from 'node:fs';
import { singularise } from '../grammar.ts';

/**
 * What kinds there are of a category, by WordNet: common ones first, at most 40, lower case, singular but for what has only a
 * plural. Empty where nothing is known. The category may be in either number. The first call reads a file of about half a megabyte.
 *
 * @example
 * kindsOf('musical instruments'); // ['guitar', 'piano', 'drum', ...]
 * kindsOf('dog breed'); // the same as of 'dog'
 */
export function kindsOf(category: string): readonly string[] {
  lists ??= readLists();
  const name = category.toLowerCase().trim();
  const names = [
    name,
    singularise(name),
    singularise(name.replace(/ (?:breed|variety|varietie|species|type|kind)s?$/, '')),
  ];
  for (const known of names) {
    const list = lists.get(known);
    if (list !== undefined) return list.split(',');
  }
  return [];
}

let lists: ReadonlyMap<string, string> | undefined;

/** `category<TAB>kind,kind,...` lines, made by training/wordnet-kinds/make.ts. */
const KINDS_FILE = new URL('../../../models/wordnet/kinds.tsv', import.meta.url);

/** The lists stay unsplit: nearly all of them are never asked for. */
function readLists(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of readFileSync(KINDS_FILE, 'utf8').split('\n')) {
    const tab = line.indexOf('\t');
    if (tab > 0) found.set(line.slice(0, tab), line.slice(tab + 1));
  }
  return found;
}
