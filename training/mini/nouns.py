"""What can be named, with its grammar: things, shapes and broader words behind one face."""

from __future__ import annotations

from dataclasses import dataclass

from .shapes import SHAPES, Shape
from .vocabulary import Thing, plural_of

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
# Broader words that English does not count: some food, a piece of furniture.
MASS = {
    "food", "fast food", "furniture", "clothing", "footwear", "jewelry", "alcohol", "sports equipment", "stationery",
    "kitchenware", "cutlery", "seafood", "poultry", "meat", "candy", "sand", "water", "grass", "snow",
}  # fmt: skip
PIECES = {"furniture", "clothing", "jewelry", "kitchenware", "sports equipment", "fruit", "meat", "candy", "cutlery"}
# Words whose first letter misleads.
AN = ("hour",)
A = ("uni", "use", "euro", "one", "ufo")


@dataclass(frozen=True)
class Noun:
    """A fact's name and the ways to say it. `said` are singular forms, the name first; `doing` what an activity is called."""

    key: str
    said: tuple[str, ...]
    plurals: tuple[str, ...]
    kinds: tuple[str, ...]
    counted: bool
    doing: tuple[str, ...] = ()

    def phrase(self, word: str) -> str:
        return with_article(word) if self.counted else word


def with_article(words: str) -> str:
    vowel = words.startswith(AN) or (words[0] in "aeiou" and not words.startswith(A))
    return f"{'an' if vowel else 'a'} {words}"


def noun_of_thing(thing: Thing, taken: frozenset[str]) -> Noun:
    """`taken` are names that mean something else, or more than one thing."""
    also = tuple(word for word in thing.also if word not in taken)
    if thing.activity:
        doing = (thing.name, *also)
        said, plurals = (tuple(f"{who} {word}" for word in doing) for who in ("person", "people"))
        return Noun(thing.name, said, plurals, thing.kinds, True, doing)
    return Noun(thing.name, (thing.name, *also), (thing.plural, *(plural_of(word) for word in also)), thing.kinds, not thing.uncounted)


def noun_of_shape(shape: Shape) -> Noun:
    """A drawn ring is a ring and a shape, but no jewelry: a shape shares at most its name with a thing."""
    return Noun(shape.name, (shape.name, *shape.also), (shape.plural, *map(plural_of, shape.also)), shape.kinds, True)


def all_nouns(things: tuple[Thing, ...]) -> dict[str, Noun]:
    """By key: the things, the shapes, and every broader word of either."""
    names = [thing.name for thing in things]
    others = [word for thing in things for word in thing.also]
    kinds = {kind for thing in things for kind in thing.kinds}
    shape_words = [word for shape in SHAPES for word in (shape.name, *shape.also)]
    taken = frozenset(
        word for word in others if others.count(word) + (word in names) + (word in kinds) + shape_words.count(word) > 1
    )
    nouns = {thing.name: noun_of_thing(thing, taken) for thing in things}
    for shape in SHAPES:
        if shape.name not in nouns:
            nouns[shape.name] = noun_of_shape(shape)
    for kind in [*sorted(kinds), "shape", "sand", "water", "grass", "snow", "road", "building", "floor", "wall"]:
        if kind not in nouns:
            nouns[kind] = Noun(kind, (kind,), (plural_of(kind),), (), kind not in MASS)
    return nouns
