"""The whole study of one function, in the order of a textbook: each step uses what the steps before have proved."""

from __future__ import annotations

from dataclasses import replace

from sigmaprime.kernel.sets import REALS
from sigmaprime.kernel.term import App, Term, Var, Wrong, free, substitute
from sigmaprime.notation.line import language, subject_name
from sigmaprime.read.parameters import brought_to_light
from sigmaprime.read.scope import Scope, extend, is_declared
from sigmaprime.read.syntax import Definition, NotUnderstood
from sigmaprime.read.syntax import Study as Request
from sigmaprime.search.clock import now
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.studies.cases import cases, open_question, value_in
from sigmaprime.studies.chart import chart, signs_of
from sigmaprime.studies.curvature import curved, inflections
from sigmaprime.studies.derived import derivative
from sigmaprime.studies.desk import Desk, ask, light, sample_of, slope
from sigmaprime.studies.domain import domain_of, is_empty, one_period, period_of, where_powers_are
from sigmaprime.studies.ends import approaches, asymptotes
from sigmaprime.studies.factors import factored, product_term
from sigmaprime.studies.found import Finding, Study
from sigmaprime.studies.from_table import tables_of
from sigmaprime.studies.range import range_of
from sigmaprime.studies.symmetric import symmetry_of
from sigmaprime.studies.variation import extrema, monotonic, unattained
from sigmaprime.studies.written import value_at
from sigmaprime.tidy import tidied
from sigmaprime.verbs import rules_in

SECONDS = 16.0
SHARE = 6  # the part of the time that one claim may take
NAMES = ("f", "g", "h", "F", "G", "H")
DEEPEST = 2  # cases within cases


def study_function(request: Request, scope: Scope, seconds: float = SECONDS) -> Study:
    """The study of the function of a `study` line."""
    desk = replace(desk_for(request.function, scope, seconds), region=request.region)
    found = _study(desk, request.function, (), DEEPEST)
    return replace(found, ran_out=seconds) if now() > desk.session.deadline else found


def _study(desk: Desk, function: Term, case: tuple[Term, ...], deepest: int) -> Study:
    """One study, or one for each case of a parameter on which the shape depends."""
    question = open_question(desk) if deepest and free(light(desk, desk.value)) - {desk.x.name} else None
    if question is None:
        return replace(study_at(desk, function), case=case)
    parts = []
    for one in cases(question):
        inner = _in_case(desk, one)
        if inner is not None:
            parts.append(_study(inner, function, (*case, one), deepest - 1))
    flat = tuple(part for one in parts for part in (one.cases or (one,)))
    return replace(_nothing(desk, function, None, None), case=case, cases=flat)


def _in_case(desk: Desk, case: Term) -> Desk | None:
    """The desk with what a case supposes; a parameter that has a value there is put in. None if the case is empty."""
    known = value_in(case)
    scope = desk.scope
    assumed = (*scope.assumed, case)
    if known is not None:
        letter, value = known
        assumed = tuple(substitute(h, {letter.name: value}) for h in scope.assumed)
        assumed = tuple(h for h in assumed if free(h))
        lets = tuple(
            Definition(let.name, let.parameters, tidied(substitute(let.body, {letter.name: value})))
            for let in scope.definitions
        )
        scope = replace(scope, definitions=lets)
    scope = replace(scope, assumed=assumed)
    session = Session(rules_in(scope), desk.session.deadline, assumed)
    body = _meaning(desk.value, desk.x, scope)
    names = free(brought_to_light(desk.value, scope)).union(*map(free, assumed)) - {desk.x.name}
    try:
        sample = sample_of(session, names, assumed)
    except NoProof:
        return None
    return Desk(session, scope, desk.x, desk.value, body, sample, desk.patience, region=desk.region)


def desk_for(function: Term, scope: Scope, seconds: float) -> Desk:
    """A function without a name of its own is called f."""
    match function:
        case App("fn", (Var() as x, body)):
            pass
        case _:
            raise NotUnderstood("a study is about a function of one variable", remedy="write study f or study (x^2)")
    if x.name not in free(brought_to_light(body, scope)):
        raise NotUnderstood(
            f"{language(body)} is a constant, a function of no variable", remedy="study a function such as x^2"
        )
    name = subject_name(x, body)
    if name is None or not any(row.name == name.rstrip("'") for row in scope.definitions):
        short = next(n for n in NAMES if not is_declared(scope, n))
        scope = extend(scope, Definition(short, (x.name,), body))
        body = App(short, (x,))
    session = Session(rules_in(scope), now() + seconds, scope.assumed)
    parameters = free(brought_to_light(body, scope)) - {x.name}
    return Desk(
        session,
        scope,
        x,
        body,
        _meaning(body, x, scope),
        sample_of(session, parameters, scope.assumed),
        seconds / SHARE,
    )


def _meaning(value: Term, x: Var, scope: Scope) -> Term:
    """What f(x) stands for: the body of its definition, with x for its variable."""
    match value:
        case App(head, (_,)):
            for row in scope.definitions:
                if row.name == head:
                    return substitute(row.body, {row.parameters[0]: x})
            if head.endswith("'"):
                return _slope_written_out(value, x, scope)
    return value


def _slope_written_out(value: Term, x: Var, scope: Scope) -> Term:
    """A derivative as a formula, in factors if it has any."""
    session = Session(rules_in(scope))
    try:
        return product_term(factored(session, value, x))
    except (NoProof, OutOfTime, Wrong):
        return value


def study_at(desk: Desk, function: Term) -> Study:
    """Every part of the study; what is not proved stays None."""
    window: Term | None = None
    period: tuple[Finding, ...] = ()
    found = domain_of(desk) if desk.region is None else _on(desk, desk.region)
    if found is None and desk.region is None and (part := where_powers_are(desk)) is not None:
        desk = replace(desk, region=part)
        found = _on(desk, part)
    region = found[0] if found else None
    if region is None and is_empty(desk):
        raise NotUnderstood(
            f"{language(desk.body)} is not defined for any {desk.x.name}", remedy="study a function with a domain"
        )
    if desk.region is None and (repeated := _periodic(desk)) is not None:
        period, window = (repeated[0],), repeated[1]
    empty = _nothing(desk, function, found, window)
    where = window if window is not None else region
    if where is None:
        return replace(empty, derivative=derivative(desk, desk.value, None))
    windowed = window is not None
    of_f = chart(desk, desk.value, where)
    of_slope = chart(desk, slope(desk.value, desk.x), where)
    of_bend = chart(desk, slope(desk.value, desk.x, 2), where)
    limits = approaches(desk, where)
    places = [spot.at for one in (of_f, of_slope, of_bend) for spot in one.axis.spots if spot.kind == "point"]
    values = {place: value for place in dict.fromkeys(places) if (value := value_at(desk, place)) is not None}
    rises = monotonic(desk, of_slope, where, windowed=windowed)
    tables = tables_of(desk, where, rises, values, limits or ())
    maxima, minima = (
        extrema(desk, of_slope, rises, values, limits, tables, windowed=windowed) if rises is not None else (None, None)
    )
    bends = curved(desk, of_bend, where, windowed=windowed)
    bending, listed = inflections(desk, of_bend, bends, values, where, windowed=windowed)
    image = (
        range_of(desk, of_slope.axis, values, limits, window, tables)
        if limits is not None and rises is not None
        else None
    )
    middles = [spot.at for one in (of_slope, of_bend) for spot in one.axis.spots if spot.kind == "point"]
    symmetric = symmetry_of(desk, region or REALS, middles)
    lines = asymptotes(desk, limits) if limits is not None else None
    none = tuple(unattained(desk, maxima, minima, limits, tables))
    return replace(
        empty, within=window, symmetry=(*symmetric, *period), zeros=of_f, signs=signs_of(desk, of_f), limits=limits,
        values=tuple(values.items()), asymptotes=lines, derivative=derivative(desk, desk.value, of_slope.form),
        slope=of_slope, monotonic=rises, maxima=maxima, minima=minima,
        second=derivative(desk, of_slope.form, of_bend.form) if of_slope.form else None, bend=of_bend, curved=bends,
        inflections=bending, range=image[0] if image else None, range_found=image[1] if image else None,
        claims=tuple(dict.fromkeys(one for one in (*none, listed) if one is not None)),
        nearly=tuple(desk.nearly.values()),
    )  # fmt: skip


def _on(desk: Desk, region: Term) -> tuple[Term, tuple[Finding, ...]]:
    """The set that was named, on which the function must be defined."""
    continuous = ask(desk, App("continuous", (desk.function, region)))
    if not continuous.proved:
        raise NotUnderstood(
            f"{language(desk.body)} is not known to be continuous on {language(region)}",
            remedy="name a set on which it is, or none for its whole domain",
        )
    return region, (continuous,)


def _periodic(desk: Desk) -> tuple[Finding, Term] | None:
    try:
        found = period_of(desk)
        window = one_period(desk, found[0]) if found else None
    except (NoProof, OutOfTime):
        return None
    return (found[1], window) if found and window is not None else None


def _nothing(desk: Desk, function: Term, found: tuple[Term, tuple[Finding, ...]] | None, window: Term | None) -> Study:
    """A study of which only the domain is known."""
    name = desk.value.head if isinstance(desk.value, App) else "f"
    domain, proof = found or (None, ())
    return Study(
        function=function, name=name, x=desk.x, body=desk.value, formula=desk.body, case=(), domain=domain,
        restricted=desk.region is not None,
        given_no_name=function is not desk.function, domain_found=proof, within=window, symmetry=(), zeros=None,
        signs=(), limits=None, values=(), asymptotes=None, derivative=None, slope=None, monotonic=None, maxima=None,
        minima=None, second=None, bend=None, curved=None, inflections=None, range=None, range_found=None,
    )  # fmt: skip
