"""Of all routes those that are not finished in time are named, on the page and in the data."""

import pytest

from sigmaprime.claims import LAWS
from sigmaprime.document.derivation import derivation_document
from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import Term
from sigmaprime.read.syntax import Derive
from sigmaprime.run.one_line import one_line
from sigmaprime.search import derivative_routes as routes_module
from sigmaprime.search.session import OutOfTime, Session
from sigmaprime.verbs import derive_routes
from sigmaprime.verdict import Route
from sigmaprime.write import WRITERS
from sigmaprime.write.json import derive_json

LEFT_OUT = "Left out, since it was not finished within"


def all_routes() -> tuple[Route, ...]:
    request, scope = one_line("derive s'(x) by all", ("s(x) = 1/(1 + exp(-x))",), Derive)
    return derive_routes(request, scope, 8.0)


def written(routes: tuple[Route, ...]) -> str:
    return WRITERS["text"].page(derivation_document(routes, "normal", LAWS))


def test_nothing_is_left_out_where_there_is_time() -> None:
    routes = all_routes()
    assert LEFT_OUT not in written(routes)
    assert "left_out" not in derive_json(routes[0].fact.statement, None, routes)


def test_a_route_that_takes_too_long_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(_: Session, __: Term) -> list[Derivation]:
        raise OutOfTime

    monkeypatch.setattr(routes_module, "ROUTES", {**routes_module.ROUTES, "quotient": endless})
    routes = all_routes()
    assert f"{LEFT_OUT} " in written(routes)
    assert "By the quotient rule" in written(routes)
    assert [one["name"] for one in derive_json(routes[0].fact.statement, None, routes)["left_out"]] == ["quotient"]
