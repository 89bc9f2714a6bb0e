"""The scenes of the caption set, in the art that was never trained on, and what each of them truly shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from . import colours
from .caption_places import MAYBE_SAID_OF, SAID_OF
from .places import PLACES, Place
from .questions import an_item, one_shape, said, side_by_side, two_of
from .scenes import COLOUR_UNSAID, MISLEADING, Item, Scene, spread
from .shapes import SHAPES
from .unseen import EVERYDAY, SEED, finished, own_drawings, plain_item, single_things, unseen
from .vocabulary import curated_things

Random = np.random.Generator
# Every group is drawn from a seed of its own; these begin where no group of questions will.
FIRST_GROUP = 1000
# Who a drawn person may be called, where the drawing does not say whether it is a man or a woman.
PERSON, EITHER = ("person", "human", "someone"), ("man", "woman", "boy", "girl")
FUR = ("brown", "tan", "beige", "gold")


@dataclass(frozen=True)
class Group:
    """Like things in a scene. `colour` is the word that people would say, none where they would say none."""

    items: tuple[Item, ...]
    colour: str | None

    @property
    def first(self) -> Item:
        return self.items[0]


def caption_scenes(seed: int = SEED) -> list[Scene]:
    """Nearly 500 scenes: one thing, a coloured shape, several alike, two different ones, things in places, and doings."""
    makers = (one_thing, a_shape, several, two, in_places, doing)
    return [scene for number, make in enumerate(makers) for scene in make(np.random.default_rng([seed, FIRST_GROUP + number]))]


def one_thing(random: Random) -> Iterator[Scene]:
    """A drawing of each of the hundred."""
    for name in EVERYDAY:
        scenes, _ = single_things((name,), 1, random)
        yield scenes[random.integers(len(scenes))]


def a_shape(random: Random) -> Iterator[Scene]:
    for shape in SHAPES:
        for _ in range(3):
            yield one_shape(shape.name, colours.BASIC[random.integers(len(colours.BASIC))], random)


def several(random: Random) -> Iterator[Scene]:
    for count in range(2, 6):
        for _ in range(20):
            yield finished(alike(count, random), random)


def two(random: Random) -> Iterator[Scene]:
    for _ in range(80):
        yield side_by_side(*two_of(random), random, upright=bool(random.random() < 0.3))


def in_places(random: Random) -> Iterator[Scene]:
    """Each place with one thing four times, with two or three alike once, and with two different ones once."""
    for place in PLACES:
        for number in range(6):
            if number < 4:
                name = EVERYDAY[random.integers(len(EVERYDAY))]
                items = [an_item(name, random.uniform(0.3, 0.7), random.uniform(0.4, 0.7), random.uniform(0.3, 0.55), random)]
            elif number == 4:
                items = alike(int(random.integers(2, 4)), random)
            else:
                items = side_by_side(*two_of(random), random).items
            yield put_in(place, items, random)


def doing(random: Random) -> Iterator[Scene]:
    """Everyday doings, each four times, once of them in some place."""
    art = unseen().maker.art
    for thing in curated_things():
        if not (thing.activity and thing.everyday and thing.name in art.drawings):
            continue
        for number in range(4):
            drawings = art.drawings[thing.name]
            drawing = drawings[random.integers(len(drawings))]
            items = [plain_item(unseen().maker, thing, drawing, 0.5, 0.5, random.uniform(0.6, 0.95), random)]
            yield finished(items, random) if number else put_in(PLACES[random.integers(len(PLACES))], items, random)


def alike(count: int, random: Random) -> list[Item]:
    """So many of one countable thing, all of the same drawing."""
    maker = unseen().maker
    names = [name for name in EVERYDAY if maker.nouns[name].counted and name not in ("sun", "moon")]
    name = names[random.integers(len(names))]
    drawing = own_drawings(name, EVERYDAY)[0]
    return [plain_item(maker, maker.thing(name), drawing, *spot, random) for spot in spread(count, random)]


def put_in(place: Place, items: list[Item], random: Random) -> Scene:
    scene = finished(items, random, "place")
    rows = unseen().maker.place_rows[place.name]
    scene.place, scene.place_row = place, int(random.integers(rows.start, rows.stop))
    return scene


def groups_of(scene: Scene) -> list[Group]:
    """Its things, like ones together."""
    keys = dict.fromkeys(item.noun.key for item in scene.items)
    alike = [tuple(item for item in scene.items if item.noun.key == key) for key in keys]
    return [Group(items, colour_said(items[0], scene)) for items in alike]


def colour_said(item: Item, scene: Scene) -> str | None:
    """A lion is not called orange, whatever its drawing is; nor is a thing named by the colour of what it stands on."""
    kinds = {item.noun.key, *item.noun.kinds}
    if not item.colour or item.activity or "person" in kinds or scene.ground_colour == item.colour:
        return None
    return None if COLOUR_UNSAID & kinds and item.colour in MISLEADING else item.colour


def truth_of(scene: Scene) -> dict:
    """What the scene shows, as `glimpse eval --captions` reads it: all that is right, and all that may be said besides."""
    truth: dict = {"things": [thing_in(group) for group in groups_of(scene)]}
    if scene.place:
        names = (scene.place.name, *scene.place.also)
        truth["places"] = list(dict.fromkeys(phrase for name in names for phrase in SAID_OF[name]))
        truth["maybePlaces"] = list(MAYBE_SAID_OF[scene.place.name])
        truth["maybeThings"] = list(scene.place.holds)
    else:
        truth["places"] = []
        grounds = (scene.ground_colour, *colours.FURTHER.get(scene.ground_colour, ())) if scene.ground_colour else ()
        truth["maybePlaces"] = [f"{how} a {colour} background" for colour in grounds for how in ("on", "against", "with")]
    doing = [word for item in scene.items if item.activity for word in item.noun.doing]
    # Whether an animal stands or walks, no drawing says.
    if doing or not any("animal" in item.noun.kinds for item in scene.items):
        truth["activities"] = doing
    return {field: value for field, value in truth.items() if value or not field.startswith("maybe")}


def thing_in(group: Group) -> dict:
    item = group.first
    thing: dict = {"names": list(names_of(item))}
    if item.noun.counted:
        thing["number"] = len(group.items)
    if item.activity:
        return thing
    if group.colour and item.paint:
        # A shade may be called by its basic word, too.
        thing["colours"] = [*colours.SPELLINGS.get(group.colour, (group.colour,)), *colours.FURTHER.get(group.colour, ())]
    elif group.colour:
        thing["colours"] = [*colours.SPELLINGS.get(group.colour, (group.colour,)), *colours.near(group.colour)]
    maybe = dict.fromkeys((*(item.maybe_colours or ()), *([item.colour, *colours.near(item.colour)] if item.colour else [])))
    if not group.colour and COLOUR_UNSAID & {item.noun.key, *item.noun.kinds}:
        maybe.update(dict.fromkeys(FUR))
    thing["maybeColours"] = [word for said in maybe for word in colours.SPELLINGS.get(said, (said,))]
    return thing


def names_of(item: Item) -> tuple[str, ...]:
    """Its own name, that of any other of the hundred that it is, and what these are called besides."""
    if item.activity:
        return tuple(dict.fromkeys((*(item.extra_kinds or EITHER), *PERSON)))
    names = (item.noun.key, *(name for name in EVERYDAY if name in item.is_a()))
    own = item.noun.said
    return tuple(dict.fromkeys((*own, *(word for name in names if name in unseen().maker.art.drawings for word in said(name)))))
