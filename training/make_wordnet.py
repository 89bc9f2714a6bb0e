"""Looks the things up in WordNet: python3 training/make_wordnet.py [FOLDER]

Writes vocabulary/wordnet.tsv: name, synonyms, broader words. Which sense of a name is drawn is told by the broader words of
things.txt and by the drawing's keywords in CLDR (emojibase-data), whichever sense shares most with them. FOLDER is where WordNet 3.0
lies, /usr/share/wordnet by default (Debian: wordnet-base).
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path

from mini.art import all_icons
from mini.files import TRAINING_FOLDER, write_text
from mini.vocabulary import WORDNET_FILE, Thing, curated_things, further_things

KEYWORDS = TRAINING_FOLDER / "node_modules" / "emojibase-data" / "en" / "data.json"
# Words above all things, which say nothing of any.
EMPTY = {
    "living thing", "solid food", "natural object", "plant structure", "plant part", "plant life", "natural covering", "human activity",
    "electronic equipment", "edible fruit",
    *"solid someone wear good potable cover power activity arm adult male female symbol object whole matter substance thing being part piece product creation article covering structure construction group material "
    "cause machine surface area way individual relation state event device equipment stuff sign agent drug root constituent "
    "component knowledge liquid fluid portion wind process dish organ physical body line length form unit round object".split(),
}
# What WordNet calls the same, and a drawing shows not.
OTHERWISE = {
    "hot chocolate", "drinking chocolate", "water scooter", "clothes", "eggs", "volleyball game", "dress hat", "adult male", "adult female",
    "cat", "container", "car", "shape", "sport", "box", "game",
}  # fmt: skip
# Broader words are words that people say: as often as this in VQA v2 (words.tsv), and of so many things.
LEAST_SAID = 20
# Things that WordNet takes for others of the name, or sorts as nobody would.
MISTAKEN = {"scooter", "chestnut", "chocolate", "candle", "mate", "crystal ball", "fries"}
LEAST_SHARED = 3
WORDS_FILE = TRAINING_FOLDER / "vocabulary" / "words.tsv"


class WordNet:
    """The nouns: synsets by offset, and each lemma's senses, commonest first."""

    def __init__(self, folder: Path) -> None:
        self.words: dict[str, tuple[str, ...]] = {}
        self.above: dict[str, tuple[str, ...]] = {}
        for line in (folder / "data.noun").read_text().splitlines():
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            self.words[fields[0]] = tuple(fields[4 + 2 * i].replace("_", " ") for i in range(count))
            pointers = fields[5 + 2 * count :]
            self.above[fields[0]] = tuple(pointers[i + 1] for i in range(0, len(pointers) - 3, 4) if pointers[i] in ("@", "@i"))
        self.senses: dict[str, list[str]] = {}
        for line in (folder / "index.noun").read_text().splitlines():
            if not line.startswith(" "):
                fields = line.split()
                self.senses[fields[0].replace("_", " ")] = fields[-int(fields[2]) :]

    def broader(self, synset: str) -> list[str]:
        """All words above a synset, nearest first."""
        found: list[str] = []
        ring = list(self.above[synset])
        while ring:
            found += [word for above in ring for word in self.words[above]]
            ring = [above for synset in ring for above in self.above[synset]]
        return list(dict.fromkeys(found))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("/usr/share/wordnet"))
    net = WordNet(parser.parse_args().folder)
    # The things as they are without what an earlier run of this added to them.
    WORDNET_FILE.unlink(missing_ok=True)
    keywords = keywords_of_icons()
    things = [thing for thing in (*curated_things(), *further_things(all_icons())) if not thing.activity and thing.name not in MISTAKEN]
    senses = {thing.name: found for thing in things if (found := sense(thing, net, keywords))}
    said = words_said()
    shared = Counter(word for synset in senses.values() for word in net.broader(synset))
    kept = {word for word, count in shared.items() if count >= LEAST_SHARED and set(word.split()) <= said and word not in EMPTY | OTHERWISE}
    names = {word for thing in things for word in (thing.name, *thing.also)}
    lines = ["# Synonyms and broader words of the things, from WordNet 3.0 (Princeton University). Made by make_wordnet.py."]
    for thing in things:
        synset = senses.get(thing.name)
        if not synset:
            continue
        also = [w for w in net.words[synset] if set(w.split()) <= said and w not in names and w not in OTHERWISE and len(net.senses[w]) == 1]
        broader = [word for word in net.broader(synset) if word in kept and word not in (thing.name, *thing.kinds)]
        if also or broader:
            lines.append(f"{thing.name}\t{', '.join(also)}\t{', '.join(broader)}")
    write_text(WORDNET_FILE, "\n".join(lines) + "\n")
    print(f"{len(lines) - 1} of {len(things)} things, {len(kept)} broader words")


def words_said() -> set[str]:
    counts = (line.split("\t") for line in WORDS_FILE.read_text().splitlines())
    return {word for word, count in counts if int(count) >= LEAST_SAID}


def keywords_of_icons() -> dict[str, set[str]]:
    """What CLDR says of each character, by its name as icons spell it."""
    found: dict[str, set[str]] = {}
    for entry in json.loads(KEYWORDS.read_text()):
        found[re.sub(r"[^a-z0-9]+", "-", entry["label"].lower()).strip("-")] = set(entry.get("tags", ()))
    return found


def sense(thing: Thing, net: WordNet, keywords: dict[str, set[str]]) -> str | None:
    """The sense of the thing's name that shares most words with what is known of it; none where nothing is shared."""
    known = set(thing.kinds) | {word for icon in thing.icons for word in keywords.get(icon, ())}
    known -= {thing.name}
    scored = [
        (len(known & {*net.broader(synset), *(word for word in net.words[synset] if word != thing.name)}), -place, synset)
        for place, synset in enumerate(net.senses.get(thing.name, ()))
    ]
    best = max(scored, default=(0, 0, ""))
    return best[2] if best[0] else None


if __name__ == "__main__":
    main()
