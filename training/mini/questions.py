"""The evaluation set: pictures in the art that was never trained on, a question about each, and the candidate answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from . import colours
from .nouns import NUMBERS
from .places import PLACES
from .scenes import Scene, spread
from .shapes import SHAPES
from .unseen import EVERYDAY, SEED, finished, own_drawings, plain_item, single_things, unseen
from .vocabulary import curated_things

FORTY = EVERYDAY[:40]
# Broader words that divide the everyday things with little overlap; where two hold, either is right.
BROADER = (
    "animal", "bird", "insect", "food", "fruit", "vegetable", "dessert", "drink", "vehicle", "building", "clothing", "furniture",
    "musical instrument", "plant", "electronic device", "tool",
)  # fmt: skip
YES_NO_RIVALS = 20


@dataclass(frozen=True)
class Question:
    """`candidates` are noun phrases or clauses, ranked as they stand in `prompts`; `right` are the indexes of true ones."""

    scene: Scene
    text: str
    answers: tuple[str, ...]
    candidates: tuple[str, ...]
    right: tuple[int, ...]
    prompts: tuple[str, ...] = ("a photo of {}", "a picture of {}", "a drawing of {}")
    about: str = ""
    yes: bool | None = field(default=None)


def all_groups() -> dict[str, list[Question]]:
    """Every group, from its own fixed seed."""
    makers = {
        "things-100": lambda random: list(things(EVERYDAY, random)),
        "things-40": lambda random: list(things(FORTY, random)),
        "broader": lambda random: list(broader(random)),
        "colours": lambda random: list(shape_colours(random)),
        "shapes": lambda random: list(shape_names(random)),
        "thing-colours": lambda random: list(thing_colours(random)),
        "counts": lambda random: list(counts(random)),
        "yes-no": lambda random: list(yes_no(random)),
        "places": lambda random: list(places(random)),
        "activities": lambda random: list(activities(random)),
        "left-right": lambda random: list(left_right(random)),
    }
    return {name: make(np.random.default_rng([SEED, number])) for number, (name, make) in enumerate(makers.items())}


def phrase(name: str) -> str:
    noun = unseen().maker.nouns[name]
    return noun.phrase(noun.said[0])


def things(names: tuple[str, ...], random: np.random.Generator) -> Iterator[Question]:
    candidates = tuple(phrase(name) for name in names)
    nouns = unseen().maker.nouns
    for scene, name in zip(*single_things(names, 5 if len(names) > 50 else 8, random)):
        is_a = scene.items[0].is_a()
        right = tuple(i for i, other in enumerate(names) if other in is_a)
        yield Question(scene, "What is in the picture?", nouns[name].said, candidates, right, about=name)


def broader(random: np.random.Generator) -> Iterator[Question]:
    candidates = tuple(phrase(kind) for kind in BROADER)
    for scene, name in zip(*single_things(EVERYDAY, 2, random)):
        right = tuple(i for i, kind in enumerate(BROADER) if kind in scene.items[0].is_a())
        if right:
            answers = tuple(BROADER[i] for i in right)
            yield Question(scene, "What kind of thing is this?", answers, candidates, right, about=name)


def shape_colours(random: np.random.Generator) -> Iterator[Question]:
    for shape in SHAPES:
        for colour in colours.BASIC:
            for _ in range(3):
                candidates = tuple(f"{'an' if word == 'orange' else 'a'} {word} {shape.name}" for word in colours.BASIC)
                scene = one_shape(shape.name, colour, random)
                answers = colours.SPELLINGS.get(colour, (colour,))
                yield Question(scene, f"What color is the {shape.name}?", answers, candidates, (colours.BASIC.index(colour),), about=colour)


def shape_names(random: np.random.Generator) -> Iterator[Question]:
    names = [shape.name for shape in SHAPES]
    candidates = tuple(phrase(name) for name in names)
    for shape in SHAPES:
        for _ in range(30):
            colour = colours.BASIC[random.integers(len(colours.BASIC))]
            yield Question(one_shape(shape.name, colour, random), "What shape is this?", (shape.name, *shape.also), candidates, (names.index(shape.name),), about=shape.name)


def one_shape(name: str, colour: str, random: np.random.Generator) -> Scene:
    size = random.uniform(0.4, 0.85)
    reach = (1 - size) / 2
    item = unseen().maker.shape_item(name, colour, 0.5 + random.uniform(-reach, reach), 0.5 + random.uniform(-reach, reach), size, random)
    return finished([item], random, ("flat", "gradient")[random.integers(2)])


def thing_colours(random: np.random.Generator) -> Iterator[Question]:
    """Drawings that one basic colour mostly covers, asked for it."""
    maker = unseen().maker
    for scene, name in zip(*single_things(EVERYDAY, 2, random)):
        colour = scene.items[0].colour
        noun = maker.nouns[name]
        if not colour or not noun.counted or {"mammal", "person"} & set(noun.kinds) or scene.ground_colour == colour:
            continue
        candidates = tuple(f"{'an' if word == 'orange' else 'a'} {word} {name}" for word in colours.BASIC)
        answers = colours.SPELLINGS.get(colour, (colour,))
        yield Question(scene, f"What color is the {name}?", answers, candidates, (colours.BASIC.index(colour),), about=name)


def counts(random: np.random.Generator) -> Iterator[Question]:
    maker = unseen().maker
    by_name = {thing.name: thing for thing in maker.things}
    names = [name for name in EVERYDAY if maker.nouns[name].counted and name not in ("sun", "moon")]
    for number in range(1, 6):
        for _ in range(80):
            name = names[random.integers(len(names))]
            noun = maker.nouns[name]
            drawings = own_drawings(name, EVERYDAY)
            drawing = drawings[random.integers(len(drawings))]
            spots = spread(number, random) if number > 1 else [(0.5, 0.5, float(random.uniform(0.3, 0.8)))]
            scene = finished([plain_item(maker, by_name[name], drawing, *spot, random) for spot in spots], random)
            candidates = tuple(f"{word} {noun.plurals[0] if i else name}" for i, word in enumerate(NUMBERS))
            yield Question(scene, f"How many {noun.plurals[0]} are there?", (str(number), NUMBERS[number - 1]), candidates, (number - 1,), about=str(number))


def yes_no(random: np.random.Generator) -> Iterator[Question]:
    """Half the questions name what is there, half another of the hundred; the rivals are plausible alternatives."""
    scenes, labels = single_things(EVERYDAY, 2, random)
    for number, (scene, name) in enumerate(zip(scenes, labels)):
        false = [other for other in EVERYDAY if other not in scene.items[0].is_a()]
        yes = number % 2 == 0
        asked = name if yes else false[random.integers(len(false))]
        rivals = [other for other in false if other != asked]
        if yes:
            rivals = [rivals[i] for i in random.choice(len(rivals), YES_NO_RIVALS, replace=False)]
        else:
            rivals = [rivals[i] for i in random.choice(len(rivals), YES_NO_RIVALS - 1, replace=False)] + [name]
        candidates = tuple(phrase(other) for other in (asked, *rivals))
        yield Question(scene, f"Is there {phrase(asked)} in the picture?", ("yes" if yes else "no",), candidates, (0,), about=name, yes=yes)


def places(random: np.random.Generator) -> Iterator[Question]:
    """Where a thing is. Rankings leave out a place that another one includes (a city at night is also "night")."""
    maker = unseen().maker
    by_name = {thing.name: thing for thing in maker.things}
    candidates = tuple(place.phrases[0] for place in PLACES)
    for place in PLACES:
        for _ in range(20):
            items = []
            if random.random() < 0.8:
                name = EVERYDAY[random.integers(len(EVERYDAY))]
                drawings = own_drawings(name, EVERYDAY)
                items = [plain_item(maker, by_name[name], drawings[random.integers(len(drawings))], random.uniform(0.3, 0.7), random.uniform(0.4, 0.7), random.uniform(0.3, 0.55), random)]
            scene = finished(items, random, "place")
            rows = maker.place_rows[place.name]
            scene.place, scene.place_row = place, int(random.integers(rows.start, rows.stop))
            right = tuple(i for i, other in enumerate(PLACES) if other is place or other.name in place.also)
            answers = (place.nouns[0], place.name, *(text.split(" ", 1)[-1] for text in place.phrases))
            yield Question(scene, "Where was the picture taken?", tuple(dict.fromkeys(answers)), candidates, right, ("a photo taken {}", "the picture was taken {}"), place.name)


def activities(random: np.random.Generator) -> Iterator[Question]:
    art = unseen().maker.art
    doing = [thing for thing in curated_things() if thing.activity and thing.everyday and thing.name in art.drawings]
    candidates = tuple(f"a person {thing.name}" for thing in doing)
    for number, thing in enumerate(doing):
        drawings = art.drawings[thing.name]
        for _ in range(10):
            drawing = drawings[random.integers(len(drawings))]
            size = random.uniform(0.6, 0.95)
            scene = finished([plain_item(unseen().maker, thing, drawing, 0.5, 0.5, size, random)], random)
            yield Question(scene, "What is the person doing?", (thing.name, *thing.also), candidates, (number,), about=thing.name)


def left_right(random: np.random.Generator) -> Iterator[Question]:
    maker = unseen().maker
    by_name = {thing.name: thing for thing in maker.things}
    names = [name for name in EVERYDAY if maker.nouns[name].counted]
    for _ in range(200):
        left, right = (names[i] for i in random.choice(len(names), 2, replace=False))
        spots = [(0.27, 0.5 + random.uniform(-0.1, 0.1), random.uniform(0.35, 0.46)), (0.73, 0.5 + random.uniform(-0.1, 0.1), random.uniform(0.35, 0.46))]
        items = []
        for name, spot in zip((left, right), spots):
            drawings = own_drawings(name, EVERYDAY)
            items.append(plain_item(maker, by_name[name], drawings[random.integers(len(drawings))], *spot, random))
        candidates = (f"{phrase(left)} to the left of {phrase(right)}", f"{phrase(right)} to the left of {phrase(left)}")
        yield Question(finished(items, random), f"Which is on the left, the {left} or the {right}?", (left,), candidates, (0,), ("{}", "a photo of {}"), left)
