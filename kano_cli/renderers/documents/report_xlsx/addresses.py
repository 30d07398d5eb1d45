"""Addresses of cells, as formulas and charts write them."""


def letters(column: int) -> str:
    """A column's letters.

    >>> letters(0), letters(25), letters(26), letters(702)
    ('A', 'Z', 'AA', 'AAA')
    """
    found, left = "", column + 1
    while left:
        left, rest = divmod(left - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def cell(row: int, column: int) -> str:
    """A cell's address, which moves along when its row is sorted.

    >>> cell(4, 2)
    'C5'
    """
    return f"{letters(column)}{row + 1}"


def fixed(row: int, column: int) -> str:
    """A cell's address that stays where it is.

    >>> fixed(4, 2)
    '$C$5'
    """
    return f"${letters(column)}${row + 1}"


def area(first_row: int, first_column: int, last_row: int, last_column: int) -> str:
    """A rectangle that stays where it is.

    >>> area(0, 1, 4, 5)
    '$B$1:$F$5'
    """
    return f"{fixed(first_row, first_column)}:{fixed(last_row, last_column)}"


def quoted(name: str) -> str:
    """A sheet's name as a formula writes it.

    >>> quoted("it's"), quoted("Map")
    ("'it''s'", "'Map'")
    """
    return "'" + name.replace("'", "''") + "'"
