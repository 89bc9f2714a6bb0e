"""What may truly be said of where a drawn place is, by the place's name; "a" and "the" stand for each other."""

from __future__ import annotations

from .places import PLACES

# Beside the phrases of places.py.
FURTHER_SAID: dict[str, tuple[str, ...]] = {
    "beach": ("by the ocean", "at the seaside", "by the water", "on the shore", "at the shore", "on the coast", "on the sand"),
    "mountains": ("on the mountain", "by the mountains", "near the mountains", "in front of mountains"),
    "forest": ("in the woodland", "among the trees", "among trees"),
    "desert": ("on the sand", "on the dunes", "in the dunes"),
    "snow": ("on the snow", "on a snowy day"),
    "street": ("by the road", "on the roadside"),
    "city": ("in front of the skyline", "downtown"),
    "city at night": ("at night", "in front of the skyline", "in town", "downtown"),
    "night": ("under the stars", "in the moonlight", "in the dark", "at nighttime"),
    "sea": ("in the sea", "in the water", "at sea", "on the ocean", "in the waves"),
    "underwater": ("in the sea", "in the ocean", "in the water", "below the water"),
    "sky": ("in the clouds", "among the clouds", "under the blue sky", "under the sky"),
    "space": ("among the stars",),
    "room": ("in the house",),
    "kitchen": ("at home", "in the house"),
    "rain": ("on a rainy day", "in rainy weather"),
    "park": ("on the lawn", "in the grass"),
    "field": ("on the grass", "in the grass", "in the countryside", "in the meadow", "in the pasture"),
    "sunset": ("at sunrise", "at dawn", "in the evening", "at dusk"),
    "outdoors": ("outdoors",),
    "outside": ("outside",),
    "indoors": ("indoors",),
    "inside": ("inside",),
    "day": ("during the day", "in the daytime", "by day", "in daylight"),
}
# What every place by day leaves open, and what some do: neither right nor wrong of them.
MAYBE_BY_DAY = ("on a sunny day", "on a clear day", "on a cloudy day", "under a clear sky", "in summer", "in the morning", "at noon")
MAYBE_SAID: dict[str, tuple[str, ...]] = {
    "beach": ("on an island",),
    "mountains": ("on the hill", "in the valley", "on the cliff", "in the snow"),
    "forest": ("in the park", "in the jungle", "in the garden"),
    "snow": ("in the mountains", "on the ski slope", "in a snowstorm"),
    "street": ("in the city", "in town", "on the sidewalk", "on the highway"),
    "city": ("on the street",),
    "night": ("in space",),
    "sea": ("on the lake", "by the sea", "by the ocean"),
    "underwater": ("in the aquarium", "in the swimming pool", "in the pool"),
    "space": ("at night", "under the night sky", "in the dark"),
    "room": ("in the bedroom", "in the hallway", "in the office", "in the dining room", "in the hotel room"),
    "kitchen": ("in a room", "in the dining room"),
    "rain": ("in bad weather", "on a cloudy day", "in a thunderstorm", "under an overcast sky"),
    "park": ("in the garden", "in the yard", "in the backyard", "in the field", "in the meadow"),
    "field": ("on the lawn", "in the park", "in the garden", "on a hill"),
    "sunset": ("in the morning", "by the sea", "on the water", "on the sea", "at night", "in the mountains", "in the desert"),
}  # fmt: skip
MAYBE_SAID_OF: dict[str, tuple[str, ...]] = {
    place.name: (*MAYBE_SAID.get(place.name, ()), *(MAYBE_BY_DAY if "day" in place.also else ())) for place in PLACES
}
SAID_OF: dict[str, tuple[str, ...]] = {
    **FURTHER_SAID,
    **{place.name: (*place.phrases, *FURTHER_SAID.get(place.name, ())) for place in PLACES},
}
