"""Values of our model as JSON and back, by the types of their fields.

Only what its type tells is ever made, so a file that somebody tampered with can
hold wrong findings but run nothing. Lists of small tuples of numbers (spans,
sentences, the runs of a source map) are written as one flat list, because an
article has thousands of them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

Way = Callable[[Any], Any]

PLAIN = frozenset({str, int, float, bool, NoneType})
DATE, MOMENT = "\0date", "\0moment"
"""Keys that stand for what JSON has no word for; no front matter can write them."""


class Codec(NamedTuple):
    """How values of one type are written as JSON, and made again."""

    pack: Way
    unpack: Way


class Unpackable(Exception):
    """A value that JSON cannot hold so that it comes back the same."""


def _same(value: Any) -> Any:  # noqa: ANN401 - any value passes
    return value


@cache
def codec(kind: Any) -> Codec:  # noqa: ANN401 - type expressions have no common type
    """Return how values of a type are written.

    Raises:
        TypeError: when the type is none that our model is made of.
    """
    if kind in PLAIN:
        return Codec(_same, _same)
    if kind is object:
        return Codec(_pack_any, _unpack_any)
    if not isinstance(kind, type) or get_origin(kind):
        return _composed(kind, get_origin(kind), get_args(kind))
    if issubclass(kind, Enum):
        return Codec(lambda value: value.value, kind)
    if _is_record(kind):
        return _record(kind)
    raise TypeError(f"{kind} is no type of the model")


def _composed(kind: Any, origin: Any, inner: tuple[Any, ...]) -> Codec:  # noqa: ANN401 - as above
    if origin in (Union, UnionType):
        return _optional(inner)
    if origin is tuple:
        return _tuple(inner)
    if origin is frozenset:
        one = codec(inner[0])
        return Codec(lambda value: sorted(map(one.pack, value)), lambda value: frozenset(map(one.unpack, value)))
    if origin in (Mapping, dict):
        return _mapping(inner)
    raise TypeError(f"{kind} is no type of the model")


def _is_record(kind: type) -> bool:
    return dataclasses.is_dataclass(kind) or hasattr(kind, "_fields")


def _optional(inner: tuple[Any, ...]) -> Codec:
    (kind,) = (one for one in inner if one is not NoneType)
    pack, unpack = codec(kind)
    if pack is _same:
        return Codec(_same, _same)
    return Codec(
        lambda value: None if value is None else pack(value), lambda value: None if value is None else unpack(value)
    )


def _tuple(inner: tuple[Any, ...]) -> Codec:
    if len(inner) == 2 and inner[1] is Ellipsis:  # noqa: PLR2004 - `tuple[X, ...]`
        leaves = _leaves(inner[0])
        if leaves > 1:
            return _flat(inner[0], leaves)
        pack, unpack = codec(inner[0])
        if pack is _same:
            return Codec(list, tuple)
        return Codec(lambda value: [pack(one) for one in value], lambda value: tuple(unpack(one) for one in value))
    every = [codec(one) for one in inner]
    return Codec(
        lambda value: [way.pack(one) for way, one in zip(every, value, strict=True)],
        lambda value: tuple(way.unpack(one) for way, one in zip(every, value, strict=True)),
    )


def _mapping(inner: tuple[Any, ...]) -> Codec:
    if inner[0] is not str:
        raise TypeError(f"a mapping from {inner[0]} is no type of the model")
    pack, unpack = codec(inner[1])
    return Codec(
        lambda value: {key: pack(one) for key, one in value.items()},
        lambda value: MappingProxyType({key: unpack(one) for key, one in value.items()}),
    )


def fields(kind: Any) -> Mapping[str, Any]:  # noqa: ANN401 - type expressions have no common type
    """Return the fields of a dataclass or named tuple with their types, in order."""
    hints = get_type_hints(kind)
    names = kind._fields if hasattr(kind, "_fields") else [one.name for one in dataclasses.fields(kind)]
    return {name: hints[name] for name in names}


def _record(kind: Any) -> Codec:  # noqa: ANN401 - type expressions have no common type
    parts = [(name, *codec(type_)) for name, type_ in fields(kind).items()]
    packs = [(name, pack) for name, pack, _ in parts]
    unpacks = [unpack for _, _, unpack in parts]
    return Codec(
        lambda value: [pack(getattr(value, name)) for name, pack in packs],
        lambda value: kind(*(unpack(one) for unpack, one in zip(unpacks, value, strict=True))),
    )


# -- flat lists


def _leaves(kind: Any) -> int:  # noqa: ANN401 - type expressions have no common type
    """Return of how many whole numbers a value consists; 0 if there is anything else in it."""
    if kind is int:
        return 1
    if not isinstance(kind, type) or not _is_record(kind):
        return 0
    each = [_leaves(one) for one in fields(kind).values()]
    return sum(each) if all(each) else 0


def _flat(kind: Any, leaves: int) -> Codec:  # noqa: ANN401 - type expressions have no common type
    build, spread = _builder(kind), _spreader(kind)

    def pack(value: Any) -> list[int]:  # noqa: ANN401 - a tuple of `kind`
        return [leaf for one in value for leaf in spread(one)]

    return Codec(pack, lambda value: tuple(map(build, zip(*[iter(value)] * leaves, strict=True))))


def _builder(kind: Any) -> Way:  # noqa: ANN401 - type expressions have no common type
    """Return what makes a value from the numbers that it consists of."""
    inner = list(fields(kind).values())
    if all(one is int for one in inner):
        return _tuple_maker(kind)
    widths = [_leaves(one) for one in inner]
    starts = [sum(widths[:index]) for index in range(len(widths))]
    cuts = [
        (start, start + width, None if one is int else _builder(one))
        for start, width, one in zip(starts, widths, inner, strict=True)
    ]
    make = _tuple_maker(kind)
    return lambda leaves: make(
        [leaves[start] if build is None else build(leaves[start:end]) for start, end, build in cuts]
    )


def _tuple_maker(kind: Any) -> Way:  # noqa: ANN401 - type expressions have no common type
    if issubclass(kind, tuple):
        return lambda values: tuple.__new__(kind, values)
    return lambda values: kind(*values)


def _spreader(kind: Any) -> Callable[[Any], list[int]]:  # noqa: ANN401 - type expressions have no common type
    """Return what lists the numbers that a value consists of."""
    inner = [(name, None if one is int else _spreader(one)) for name, one in fields(kind).items()]

    def spread(value: Any) -> list[int]:  # noqa: ANN401 - a value of `kind`
        found: list[int] = []
        for name, way in inner:
            part = getattr(value, name)
            if way is None:
                found.append(part)
            else:
                found += way(part)
        return found

    return spread


# -- front matter, which may hold anything


def _pack_any(value: object) -> object:
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, datetime):
        return {MOMENT: value.isoformat()}
    if isinstance(value, date):
        return {DATE: value.isoformat()}
    if isinstance(value, list):
        return [_pack_any(one) for one in value]
    if isinstance(value, dict) and all(isinstance(key, str) and not key.startswith("\0") for key in value):
        return {key: _pack_any(one) for key, one in value.items()}
    raise Unpackable(type(value).__name__)


def _unpack_any(value: Any) -> object:  # noqa: ANN401 - as JSON has it
    if isinstance(value, list):
        return [_unpack_any(one) for one in value]
    if not isinstance(value, dict):
        return value
    if DATE in value:
        return date.fromisoformat(value[DATE])
    if MOMENT in value:
        return datetime.fromisoformat(value[MOMENT])
    return {key: _unpack_any(one) for key, one in value.items()}
