"""Letters that try to run a script, opened in a real browser: nothing of theirs runs."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.server import Server
from tests.helpers import make_archive, put
from tests.test_build import build, letter

pytestmark = pytest.mark.browser

ATTACKS = [
    "<script>window.hacked = 1</script>",
    '"><img src=x onerror="window.hacked = 1">',
    "</title><script>window.hacked = 1</script>",
    "<svg onload='window.hacked = 1'>",
    "[bấm](javascript:window.hacked=1)",
    "<a href=javascript:window.hacked=1 autofocus onfocus=window.hacked=1>x</a>",
    "{: onmouseover=window.hacked=1 }",
    "</script><script>window.hacked = 1</script>",
    "&lt;script&gt;window.hacked = 1&lt;/script&gt;",
    "<iframe srcdoc='<script>parent.hacked = 1</script>'></iframe>",
]


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_archive(tmp_path_factory.mktemp("attacked") / "kho")
    for number, attack in enumerate(ATTACKS, 100):
        text = letter(
            number, f"1. {attack}\n\n2. Theo Quyết định số 9/QĐ-TTg ngày 05/4/2021 {attack}./."
        )
        text = text.replace("V/v thử nghiệm", f"V/v {attack}").replace("Sở Nội vụ", attack)
        put(folder, f"2022/{number}.txt", text)
    assert build(folder) in {0, 1}
    return folder


def test_no_script_of_a_letter_runs(attacked: Path, chromium: Browser) -> None:
    server = Server(attacked / "site")
    pages = ["index.html", "danh-sach/moi-nhat.html", "van-ban/2021/09-qd-ttg.html"]
    pages += [f"van-ban/2022/{number}-ubnd-th.html" for number in range(100, 100 + len(ATTACKS))]
    pages += [
        "tim-kiem.html?q=%3Cscript%3Ewindow.hacked%3D1%3C/script%3E",
        "tim-kiem.html?q=hacked",
    ]
    context = chromium.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    try:
        for path in pages:
            page = context.new_page()
            page.on("dialog", lambda dialog: dialog.dismiss())
            page.goto(server.base + path)
            page.wait_for_load_state("networkidle")
            assert page.evaluate("window.hacked === undefined"), path
            assert page.locator("[data-letter-text] script, [data-letter-text] iframe").count() == 0
            page.close()
    finally:
        context.close()
        server.close()
    own = server.base.split("/kho/")[0]
    assert [url for url in asked if not url.startswith((own, "data:", "blob:"))] == []
