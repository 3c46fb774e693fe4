"""The expressions of calculations, worked exactly in fractions: the content format's section "Calculations".

A parser of its own, for numbers, `+ - * / **`, `%` and parentheses only, so that no text can run anything,
take long or fill the memory.
"""

from __future__ import annotations

import re
from collections import deque
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

_REMEMBERED = 4096  # expressions: the check, the page and the data of a claim all work its sums


class ExpressionError(ValueError):
    """An expression that cannot be worked: what is wrong, what to write, and at which offset (from 0)."""

    def __init__(self, message: str, *, hint: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.offset = offset


@lru_cache(maxsize=_REMEMBERED)
def work(expression: str) -> Fraction:
    """Returns the exact result of an expression; raises `ExpressionError` at the first thing wrong."""
    tokens = deque(_tokens(expression))
    result = _sum(tokens, _RANKS["+"])
    if tokens[0].sign == ")":
        hint = "Leave it out, or write “(” before it."
        raise ExpressionError("This “)” closes nothing.", hint=hint, offset=tokens[0].offset)
    if tokens[0].sign:
        raise _no_sign_before(tokens[0])
    return result


def holds(result: Fraction, equals: str, *, tolerance: str | None = None, rounded: bool = False) -> bool:
    """Tells whether a result is the number typed: within the relative tolerance or, if asked, rounded to its
    digits (halves away from zero); raises `ExpressionError` if what was typed is not a number.
    """
    stated, step = _typed(equals)
    if rounded:
        whole = int(abs(result) / step + Fraction(1, 2)) * step
        return (whole if result > 0 else -whole) == stated
    margin = _typed(tolerance)[0] if tolerance is not None else Fraction(0)
    return abs(result - stated) <= margin * abs(stated)


def decimal(result: Fraction, *, digits: int = 6) -> str:
    """Returns a result as a person reads it: with at most that many decimals (below 1, counted from the first
    that is not 0), “…” where more follow, and times a power of ten if very large or very small.
    """
    magnitude = _magnitude(result)
    if -_PLAIN <= magnitude <= _PLAIN:
        return _cut(result, digits if magnitude >= 0 else digits - 1 - magnitude)
    return f"{_cut(result / Fraction(10) ** magnitude, digits)} × 10**{magnitude}"


@lru_cache(maxsize=_REMEMBERED)
def pretty(expression: str) -> str:
    """Returns an expression as it is printed: − × ÷, and spaces around each sign that joins two numbers;
    raises `ExpressionError` for what is neither sign nor number.
    """
    shown = ""
    before = "("
    for token in _tokens(expression):
        is_prefix = token.sign == "-" and before not in {_NUMBER_SIGN, ")"}
        text = _PRINTED.get(token.sign, token.text)
        shown += f" {text} " if token.sign in _RANKS and not is_prefix else text
        before = token.sign
    return shown


_LENGTH = 200  # characters of an expression
_DIGITS = 40  # of a number, beside its exponent
_EXPONENT = 30  # of a number such as 1e6, either way
_POWER = 64  # the exponent of **, either way
_BITS = 4096  # of a numerator or denominator: about 1,200 digits
_PLAIN = 20  # powers of ten within which a result is written out

_NUMBER = re.compile(r"((?:0|[1-9][0-9]*)(?:\.[0-9]+)?)(?:[eE]([+-]?[0-9]+))?")
_NUMBER_LIKE = re.compile(r"[0-9.,_]+(?:[eE][+-]?[0-9.,_]*)?")
_NUMBER_SIGN = "number"
_RANKS = {"+": 1, "-": 1, "*": 2, "/": 2, "**": 3}
_SIGNS = {"−": "-", "×": "*", "÷": "/"} | {sign: sign for sign in "+-*/()"}
_PRINTED = {"-": "−", "*": "×", "/": "÷"}
_INSTEAD = {"–": "−", "—": "−", "x": "×", "X": "×", "·": "×", ":": "÷", "[": "(", "]": ")"}
_INSTEAD |= {"^": "**", "²": "**2", "³": "**3", "=": "what follows under “equals”"}
_SIGNS_HINT = "Between two numbers write one of + − × ÷ **, and thousands without a space."
_NUMBER_HINT = "Write numbers like 1000, 0.5 or 1.5e6: no comma, nothing between thousands, no 0 in front."


class _Token(NamedTuple):
    sign: str  # an operator as computers write it, a parenthesis, "number", or nothing at the end
    text: str
    offset: int
    value: Fraction = Fraction(0)


@lru_cache(maxsize=_REMEMBERED)
def _tokens(expression: str) -> tuple[_Token, ...]:
    if len(expression) > _LENGTH:
        told = f"The expression has {len(expression)} characters; {_LENGTH} are the most there can be."
        raise ExpressionError(told, hint="Make two calculations of it.", offset=_LENGTH)
    tokens: list[_Token] = []
    at = 0
    while at < len(expression):
        if not expression[at].isspace():
            tokens.append(_token(expression, at))
            at = tokens[-1].offset + len(tokens[-1].text)
        else:
            at += 1
    return (*tokens, _Token("", "", at))


def _token(expression: str, at: int) -> _Token:
    here = expression[at]
    if here in "0123456789.,":
        return _number(expression, at)
    if expression.startswith("**", at):
        return _Token("**", "**", at)
    if here in _SIGNS:
        return _Token(_SIGNS[here], here, at)
    if here == "%":
        hint = "Write it without a space, as in 12%; it divides the number by 100."
        raise ExpressionError("“%” can only stand directly after a number.", hint=hint, offset=at)
    hint = "Only numbers, + − × ÷ ** % and parentheses can."
    if here in _INSTEAD:
        hint = f"Write {_INSTEAD[here]} instead."
    raise ExpressionError(f"“{here}” cannot stand in a calculation.", hint=hint, offset=at)


def _number(text: str, at: int) -> _Token:
    match = _NUMBER.match(text, at)
    if not match or text[match.end() : match.end() + 1] in set("0123456789.,_"):
        like = _NUMBER_LIKE.match(text, at)
        typed = like[0] if like else text[at:]
        raise ExpressionError(f"“{typed}” is not written as a number here.", hint=_NUMBER_HINT, offset=at)
    if len(match[1].replace(".", "")) > _DIGITS:
        told = f"This number has more than {_DIGITS} digits."
        raise ExpressionError(told, hint="Write it with fewer digits, as in 1.5e6.", offset=at)
    if match[2] and abs(int(match[2])) > _EXPONENT:
        told = f"The exponent of “{match[0]}” is not between −{_EXPONENT} and {_EXPONENT}."
        raise ExpressionError(told, hint="Write another unit, such as millions.", offset=at)
    is_percent = text.startswith("%", match.end())
    value = Fraction(match[0]) / (100 if is_percent else 1)
    return _Token(_NUMBER_SIGN, match[0] + "%" * is_percent, at, value)


def _typed(number: str) -> tuple[Fraction, Fraction]:
    """The value of a number as typed, and the worth of one in its last digit."""
    digits = number.removeprefix("-")
    token = _number(digits, 0)
    if token.text != digits:
        raise ExpressionError(f"“{number}” is not written as a number here.", hint=_NUMBER_HINT, offset=0)
    mantissa, _, exponent = digits.removesuffix("%").lower().partition("e")
    decimals = len(mantissa.partition(".")[2])
    step = Fraction(10) ** (int(exponent or "0") - decimals) / (100 if digits.endswith("%") else 1)
    return (-token.value if number.startswith("-") else token.value), step


def _sum(tokens: deque[_Token], rank: int) -> Fraction:
    """Works off everything at the head of the tokens whose signs bind at least as tightly as the rank."""
    result = _operand(tokens)
    while _RANKS.get(tokens[0].sign, 0) >= rank:
        sign = tokens.popleft().sign
        at = tokens[0].offset
        result = _joined(result, sign, _sum(tokens, _RANKS[sign] + (sign != "**")), at)
    return result


def _operand(tokens: deque[_Token]) -> Fraction:
    token = tokens.popleft()
    if token.sign == _NUMBER_SIGN:
        return token.value
    if token.sign == "-":
        return -_sum(tokens, _RANKS["**"])
    if token.sign != "(":
        where = f"before “{token.text}”" if token.sign else "at the end"
        raise ExpressionError(f"A number is missing {where}.", hint=_SIGNS_HINT, offset=token.offset)
    result = _sum(tokens, _RANKS["+"])
    if tokens[0].sign == ")":
        tokens.popleft()
        return result
    if tokens[0].sign:
        raise _no_sign_before(tokens[0])
    raise ExpressionError("This “(” is never closed.", hint="Write “)” where it ends.", offset=token.offset)


def _no_sign_before(token: _Token) -> ExpressionError:
    return ExpressionError(f"There is no sign before “{token.text}”.", hint=_SIGNS_HINT, offset=token.offset)


def _joined(left: Fraction, sign: str, right: Fraction, at: int) -> Fraction:
    if sign == "**":
        return _power(left, right, at)
    if sign == "/" and not right:
        raise ExpressionError("This divides by 0.", hint="Check the number after the ÷.", offset=at)
    if sign in "*/":
        result = left * right if sign == "*" else left / right
    else:
        result = left + right if sign == "+" else left - right
    _refuse_above_limit(_bits(result), at)
    return result


def _power(base: Fraction, exponent: Fraction, at: int) -> Fraction:
    if exponent.denominator != 1 or abs(exponent) > _POWER:
        told = f"The exponent of ** is {decimal(exponent)}, not a whole number from −{_POWER} to {_POWER}."
        raise ExpressionError(told, hint="Write it out with × and ÷, or with whole exponents.", offset=at)
    if not base and exponent < 0:
        raise ExpressionError("This divides by 0.", hint="0 has no negative powers.", offset=at)
    # Asked before it is worked: a few powers of powers would take minutes and gigabytes.
    _refuse_above_limit(_bits(base) * abs(int(exponent)), at)
    return base ** int(exponent)


def _bits(number: Fraction) -> int:
    return max(number.numerator.bit_length(), number.denominator.bit_length())


def _refuse_above_limit(bits: int, at: int) -> None:
    if bits > _BITS:
        told = "The numbers become too large to be worked out, with more than a thousand digits."
        raise ExpressionError(told, hint="Use smaller powers.", offset=at)


def _magnitude(number: Fraction) -> int:
    """The power of ten of the first digit that is not 0."""
    if not number:
        return 0
    power = len(str(abs(number.numerator))) - len(str(number.denominator))
    return power if abs(number) >= Fraction(10) ** power else power - 1


def _cut(number: Fraction, decimals: int) -> str:
    shifted = abs(number) * 10**decimals
    figures = str(int(shifted)).zfill(decimals + 1)
    whole, part = figures[: len(figures) - decimals], figures[len(figures) - decimals :]
    if shifted.denominator == 1:
        part = part.rstrip("0")
    sign = "-" if number < 0 else ""
    rest = "" if shifted.denominator == 1 else "…"
    return f"{sign}{whole}" + (f".{part}" if part else "") + rest
