"""A number comes again each year: who cites it in one year says nothing of the other."""

import pytest

from tests.browser.conftest import Watched
from tests.search.asking import ask

pytestmark = pytest.mark.browser
_CITE_2021 = {"2021/498-ubnd-tthc", "2022/1873-ubnd-tthc"}
_CITE_2022 = {"2022/1873-ubnd-tthc"}


@pytest.mark.parametrize(
    ("text", "bearer", "citing"),
    [
        # Without a year the one that more letters cite stands first.
        ("457/UBND-TTHC", "2021/457-ubnd-tthc", _CITE_2021 | _CITE_2022),
        ("457/UBND-TTHC năm 2021", "2021/457-ubnd-tthc", _CITE_2021),
        ("457/UBND-TTHC ngày 02/02/2021", "2021/457-ubnd-tthc", _CITE_2021),
        ("457/UBND-TTHC 2021", "2021/457-ubnd-tthc", _CITE_2021),
        ("công văn 457/UBND-TTHC 2022", "2022/457-ubnd-tthc", _CITE_2022),
        ("457/UBND-TTHC năm 2022", "2022/457-ubnd-tthc", _CITE_2022),
        ("công văn 457 ngày 25/02/2022", "2022/457-ubnd-tthc", _CITE_2022),
    ],
)
def test_letters_that_cite_the_number_of_the_year_asked_for(
    text: str, bearer: str, citing: set[str], tab: Watched
) -> None:
    answer = ask(tab.open("index.html"), text, size=20)
    assert answer.ids[0] == bearer
    assert (_CITE_2021 | _CITE_2022).intersection(answer.ids) == citing
