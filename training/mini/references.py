"""What people would write under a drawn scene: five captions from plain to full, in the grammar of training's sentences."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from . import colours
from .caption_scenes import Group, caption_scenes, groups_of
from .nouns import NUMBERS, with_article
from .scenes import Scene
from .sentences import FRAMES as ALL_FRAMES, THERE_ARE, THERE_IS
from .unseen import unseen

Random = np.random.Generator
OF_EACH = 5
BETWEEN = ("and", "with", "next to", "beside")
BANK = 5000
# Those of training's frames that a caption would begin with.
FRAMES = tuple(frame for frame in ALL_FRAMES if frame.endswith(" {}") and frame not in ("i see {}", "it is {}"))


def references_of(scene: Scene, random: Random) -> tuple[str, ...]:
    """Five different ones: what it is; that with where it is, or its colour; all of it; all in other words; all in a frame."""
    groups = groups_of(scene)
    many = len(scene.items) > 1 and len(groups) == 1
    plain = subject(groups, False, False, random)
    full = subject(groups, True, False, random)
    wanted = [
        plain,
        f"{plain} {where(scene, False, random)}" if scene.place else full,
        f"{full} {where(scene, False, random)}".strip(),
        f"{subject(groups, True, True, random)} {where(scene, True, random)}".strip(),
        framed(f"{full} {where(scene, random.random() < 0.3, random)}".strip(), many, "", random),
    ]
    found = dict.fromkeys(wanted)
    while len(found) < OF_EACH:
        said = subject(groups, random.random() < 0.6, random.random() < 0.3, random)
        found[framed(said, many, one_of(("", " in the picture"), random), random)] = None
    return tuple(found)


def bank_of_set(seed: int) -> list[str]:
    """Captions of other scenes that the set's own makers make: they name nothing that the set does not show."""
    return bank(scenes_of_set(seed), seed)


def bank_of_all(seed: int) -> list[str]:
    """Captions of scenes as training has them, of all things that are drawn: what retrieval for any picture would have."""
    return bank(scenes_of_all(seed), seed)


def bank(scenes: Iterator[Scene], seed: int) -> list[str]:
    """So many captions, no two the same: one of the five of each scene."""
    random = np.random.default_rng(seed)
    found: dict[str, None] = {}
    while len(found) < BANK:
        told = references_of(next(scenes), random)
        found[told[random.integers(len(told))]] = None
    return list(found)


def scenes_of_set(seed: int) -> Iterator[Scene]:
    """The scenes of one seed after the other."""
    while True:
        yield from caption_scenes(seed)
        seed += 1


def scenes_of_all(seed: int) -> Iterator[Scene]:
    """Those of one or two kinds of things."""
    random = np.random.default_rng(seed)
    while True:
        scene = unseen().maker.make(random)
        if 1 <= len({item.noun.key for item in scene.items}) <= 2:
            yield scene


def subject(groups: list[Group], coloured: bool, otherwise: bool, random: Random) -> str:
    """The things, the first of them first unless said otherwise."""
    said = [named(group, coloured, otherwise, random) for group in groups]
    if len(said) == 1:
        return said[0]
    first, second = said if random.random() < 0.7 else reversed(said)
    return f"{first} {BETWEEN[0] if random.random() < 0.6 else one_of(BETWEEN, random)} {second}"


def named(group: Group, coloured: bool, otherwise: bool, random: Random) -> str:
    item, count = group.first, len(group.items)
    noun = item.noun
    if item.activity:
        who = one_of(("person", *item.extra_kinds), random) if otherwise else (*item.extra_kinds, "person")[0]
        return f"{with_article(who)} {one_of(noun.doing, random) if otherwise else noun.doing[0]}"
    which = int(random.integers(len(noun.said))) if otherwise and random.random() < 0.5 else 0
    colour = ""
    # Nobody says "an orange orange".
    if coloured and group.colour and group.colour not in noun.said[which].split():
        colour = f"{one_of(colours.SPELLINGS.get(group.colour, (group.colour,)), random)} "
    if count > 1:
        return f"{NUMBERS[count - 1]} {colour}{noun.plurals[min(which, len(noun.plurals) - 1)]}"
    phrase = f"{colour}{noun.said[which]}"
    # Bread is not counted, a loaf of it is.
    return with_article(phrase) if " of " in phrase else noun.phrase(phrase)


def where(scene: Scene, otherwise: bool, random: Random) -> str:
    """Nothing where the ground is plain, but for its colour now and then."""
    if scene.place:
        return one_of(scene.place.phrases, random) if otherwise else scene.place.phrases[0]
    if otherwise and scene.ground_colour and random.random() < 0.3:
        return f"on {with_article(scene.ground_colour)} background"
    return ""


def framed(phrase: str, many: bool, after: str, random: Random) -> str:
    """`after` ends a sentence of what there is."""
    if random.random() < 0.35:
        return (THERE_ARE if many else THERE_IS)[0].format(phrase) + after
    return one_of(FRAMES, random).format(phrase)


def one_of(options: tuple[str, ...], random: Random) -> str:
    return options[random.integers(len(options))]
