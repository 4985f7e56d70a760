"""A fork waits for threads at work, and lets none begin meanwhile."""

from threading import Event, Thread

from ner_news.forking import Gate


def test_a_fork_waits_for_work_that_goes_on() -> None:
    gate, begun, may_end, closed = Gate(), Event(), Event(), Event()

    def work() -> None:
        with gate:
            begun.set()
            may_end.wait(10)

    def fork() -> None:
        gate.close()
        closed.set()
        gate.open()

    worker, forker = Thread(target=work), Thread(target=fork)
    worker.start()
    assert begun.wait(10)
    forker.start()
    assert not closed.wait(0.1)
    may_end.set()
    assert closed.wait(10)
    worker.join()
    forker.join()
    assert not gate.inside


def test_work_waits_for_a_fork() -> None:
    gate, entered = Gate(), Event()

    def work() -> None:
        with gate:
            entered.set()

    gate.close()
    worker = Thread(target=work)
    worker.start()
    assert not entered.wait(0.1)
    gate.open()
    assert entered.wait(10)
    worker.join()


def test_a_thread_may_fork_amid_its_own_work() -> None:
    gate = Gate()
    with gate:
        gate.close()
        gate.renew()
        with gate:
            assert len(gate.inside) == 2
    assert not gate.inside
