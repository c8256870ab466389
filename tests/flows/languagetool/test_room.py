from __future__ import annotations

import threading

from flows.languagetool.solo import Room


def test_many_are_in_it_together_and_one_alone() -> None:
    room = Room()
    inside: list[int] = []
    seen: list[tuple[str, int]] = []
    lock = threading.Lock()

    def visit(number: int) -> None:
        for _ in range(50):
            alone = number % 3 == 0
            with room.alone() if alone else room.together():
                with lock:
                    inside.append(number)
                    seen.append(("alone" if alone else "together", len(inside)))
                with lock:
                    inside.remove(number)

    threads = [threading.Thread(target=visit, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(seen) == 300
    assert all(count == 1 for kind, count in seen if kind == "alone")


def test_together_means_at_the_same_time() -> None:
    room, met = Room(), threading.Barrier(3)

    def visit() -> None:
        with room.together():
            met.wait(30)

    threads = [threading.Thread(target=visit) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not met.broken
