"""Small mistakes, one at a time: every mutant of a source file, for `python -m tests.mutants`."""

import ast
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass
from functools import partial

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any", "argmax": "argmin"}
NAMES |= {"minimum": "maximum", "maximum": "minimum", "floor": "ceil", "rint": "floor"}
MEMBERS = {
    "Category": ("BASIC", "PERFORMANCE", "WOW", "INDIFFERENT", "REVERSE", "QUESTIONABLE"),
    "Answer": ("LIKE", "MUST_BE", "NEUTRAL", "LIVE_WITH", "DISLIKE"),
}
UNTOUCHED = {"annotation", "returns", "type_params"}


@dataclass(frozen=True)
class Mutant:
    """A change to one place of a file, and the lines that must run for it to matter."""

    line: int
    lines: range
    before: str
    after: str
    tree: ast.Module

    @property
    def change(self) -> str:
        """What was changed, as one line of Markdown."""
        return f"`{_short(self.before)}` → `{_short(self.after)}`"


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a source text; its tree is only good until the next one is asked for."""
    tree = ast.parse(source)
    yield from _inside(tree, tree, range(0))


def _inside(node: ast.AST, tree: ast.Module, lines: range) -> Iterator[Mutant]:
    """The mutants of all that stands below a node."""
    for name, value in ast.iter_fields(node):
        if name in UNTOUCHED:
            continue
        if isinstance(value, ast.AST):
            yield from _of(value, partial(setattr, node, name), tree, lines)
        elif isinstance(value, list):
            for at, below in enumerate(value):
                if isinstance(below, ast.AST) and not _is_text(below):
                    yield from _of(below, partial(value.__setitem__, at), tree, lines)


def _of(
    node: ast.AST, put: Callable[[ast.AST], None], tree: ast.Module, lines: range
) -> Iterator[Mutant]:
    """The mutants of a node, `put` in its place one after another, and of all below it."""
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    if isinstance(node, ast.stmt):
        lines = _lines(node)
    for other in changes(node):
        put(ast.fix_missing_locations(ast.copy_location(other, node)))
        line = getattr(node, "lineno", lines.start)
        yield Mutant(line, lines, ast.unparse(node), ast.unparse(other), tree)
        put(node)
    yield from _inside(node, tree, lines)


def _lines(statement: ast.stmt) -> range:
    """The lines of a statement, without those of the statements in it."""
    above = getattr(statement, "decorator_list", [])
    body = getattr(statement, "body", None)
    end = body[0].lineno if body else (statement.end_lineno or statement.lineno) + 1
    return range(min(place.lineno for place in (statement, *above)), end)


def _is_text(node: ast.AST) -> bool:
    """Whether this is a docstring, of a function or under a constant."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def changes(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand in the place of one node."""
    yield from _operators(node)
    yield from _parts(node)
    yield from _statements(node)


def _operators(node: ast.AST) -> Iterator[ast.AST]:
    """Another comparison, sum or condition."""
    match node:
        case ast.Compare():
            for at, operator in enumerate(node.ops):
                for other in COMPARISONS[type(operator)]:
                    yield _with(node, ops=[*node.ops[:at], other(), *node.ops[at + 1 :]])
        case ast.BinOp() | ast.AugAssign():
            yield _with(node, op=OPERATORS[type(node.op)]())
        case ast.BoolOp():
            yield _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
        case ast.UnaryOp():
            yield node.operand
        case ast.If() | ast.While() | ast.IfExp():
            yield _with(node, test=ast.UnaryOp(ast.Not(), node.test))


def _parts(node: ast.AST) -> Iterator[ast.AST]:
    """Another constant, name or call, or less of a slice or a comprehension."""
    match node:
        case ast.Constant():
            yield from (_with(node, value=other) for other in _values(node.value))
        case ast.Name() if node.id in NAMES and isinstance(node.ctx, ast.Load):
            yield _with(node, id=NAMES[node.id])
        case ast.Attribute():
            yield from _attributes(node)
        case ast.Call():
            yield from _calls(node)
        case ast.comprehension() if node.ifs:
            yield _with(node, ifs=[])
        case ast.Slice():
            for part in ("lower", "upper", "step"):
                if getattr(node, part) is not None:
                    yield _with(node, **{part: None})


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """A statement that does nothing, or ends in another way."""
    match node:
        case ast.Expr() | ast.Raise() | ast.AugAssign():
            yield ast.Pass()
        case ast.Assign() if isinstance(node.targets[0], ast.Subscript):
            yield ast.Pass()
        case ast.Return() if node.value is not None and ast.unparse(node.value) != "None":
            yield ast.Return(ast.Constant(None))
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()


def _with(node: ast.AST, **fields: object) -> ast.AST:
    """The same node with other fields."""
    other = copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def _values(value: object) -> tuple[object, ...]:
    """Constants near to a constant."""
    match value:
        case bool():
            return (not value,)
        case int():
            return (value + 1, value - 1)
        case float():
            return (value + 1, value * 1.01 if value else -1.0)
        case str():
            return (f"XX{value}",)
    return ()


def _attributes(node: ast.Attribute) -> Iterator[ast.AST]:
    """The opposite of a method, or the next member of an enum."""
    if node.attr in NAMES:
        yield _with(node, attr=NAMES[node.attr])
    members = MEMBERS.get(ast.unparse(node.value), ())
    if node.attr in members:
        yield _with(node, attr=members[(members.index(node.attr) + 1) % len(members)])


def _calls(node: ast.Call) -> Iterator[ast.AST]:
    """A call without one of its keywords, and what it is called on or with instead of it."""
    for keyword in node.keywords:
        yield _with(node, keywords=[other for other in node.keywords if other is not keyword])
    function = node.func
    if isinstance(function, ast.Attribute) and ast.unparse(function.value) != "np":
        yield function.value
    elif node.args and not isinstance(node.args[0], ast.Starred):
        yield node.args[0]


def _short(code: str) -> str:
    """Code in one line, without what breaks a table."""
    line = " ".join(code.split()).replace("|", "¦").replace("`", "'")
    return line if len(line) <= 70 else f"{line[:34]} … {line[-34:]}"
