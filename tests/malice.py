"""Letters that mean harm, by where the harm is put. Shared by the tests of outputs and of the browser."""

from pathlib import Path

from tests.helpers import make_archive, put
from tests.test_build import letter

RUN = "window.hacked=1"

# In running text, and wherever a letter's own words go: subject, issuer, signer, addressees.
WORDS = {
    "comment": f"<!-- <script>{RUN}</script> --> --!> <!--> <!-->",
    "comment half": "<!- -> <!-- x",
    "cdata": f"<![CDATA[ <script>{RUN}</script> ]]> ]]>",
    "instruction": "<?xml version='1.0'?> <?php x ?> <!DOCTYPE x [<!ENTITY a 'b'>]> &a;",
    "entities half": "&lt &#60 &#x3c &amp;lt; &#0; &#xD800; &#1114112; &nbsp &semi;",
    "entity script": f"&lt;script&gt;{RUN}&lt;/script&gt; &#60;script&#62;{RUN}&#60;/script&#62;",
    "close script": f"</script><script>{RUN}</script>",
    "close script case": f"</ScRiPt ><sCrIpT/x>{RUN}</sCrIpT\t>",
    "close style": f"</style><script>{RUN}</script><style>*{{display:none}}</style>",
    "close textarea": f"</textarea></title></noscript></template><script>{RUN}</script>",
    "close svg": f"</title></svg></text><svg/onload={RUN}><animate onbegin={RUN} attributeName=x dur=1s>",
    "math": f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}>",
    "image": f"<img src=x onerror={RUN}> <image href=x onerror={RUN}> <input autofocus onfocus={RUN}>",
    "quotes": f"\" onmouseover={RUN} x=\" ' onfocus={RUN} autofocus ' `{RUN}`",
    "frame": f"<iframe src=javascript:{RUN}></iframe><object data=javascript:{RUN}><embed src=data:,x><base href=//khac.example/>",
    "form": f"<form action=javascript:{RUN}><button formaction=javascript:{RUN}>x</button></form><meta http-equiv=refresh content=0;url=//khac.example>",
    "brackets": "[[[[x](y)](z)](javascript:a)] [a][b][c] ![![x](y)](z) []() [](javascript:x) ](javascript:x)",
    "link": f"[x](javascript:{RUN}) [x](<javascript:{RUN}>) [x]( JaVaScRiPt:{RUN} 'y') [x](java&#115;cript:{RUN})",
    "link data": "[x](data:text/html,<script>x</script>) [x](vbscript:x) ![x](data:image/svg+xml,<svg>)",
    "link reference": f"[bấm][r] [r] [bấm][]\n\n[r]: javascript:{RUN} 'x'\n[bấm]: data:text/html,x\n[^1]: javascript:x",
    "autolink": f"<javascript:{RUN}> <http://khac.example/?a=1&b=2> <a@b.vn> <mailto:x> http://khac.example//khac.example",
    "attributes": f"{{: onclick=\"{RUN}\" }} x{{: style=\"x:y\" href=javascript:x }}\n{{: #toan-van .x data-not-text }}\n{{#mo-dau}} {{.x}}",
    "attributes on link": "[x](y){: href=javascript:x } **đậm**{: onclick=x } # Tiêu đề {: #mo-dau onclick=x }",
    "jinja": "{{ 7*7 }} {{ config.items() }} {% for x in y %}{% endfor %} {%- raw -%} {# x #} {{ '}}' }} ${7*7} <%= 7 %>",
    "own classes": "<div data-letter-text data-not-text markdown=\"1\" class=\"vk-van-ban\"><p id=khoan-1>giả</p></div>",
    "stash": "wzxhzdk:0 klzzwxh:0000 \u0002wzxhzdk:1\u0003 \u0002klzzwxh:0001\u0003 STX0ETX amp@@",
    "admonition": "!!! note \"x\"\n    <script>x</script>\n\n??? x\n\n=== \"Tab\"\n\n::: x\n:::\n\n*[HTML]: x\n\nTerm\n: nghĩa",
    "code": f"```js\n<script>{RUN}</script>\n```\n~~~ {{ .x onclick=x }}\n    <script>{RUN}</script>\n``<b>`` `x",
    "formula": "=cmd|' /C calc'!A0",
    "formula plus": "+1+cmd|' /C calc'!A0",
    "formula at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "formula wide": "＝1+1",
    "separators": "a\u2028b\u2029c\u0085d\x0be",
    "bidi": "\u202etxt.\u2066exe\u2069\u202c \u200e\u200f\u061c",
    "json": "\"}],\"x\":1} \\u003c \\ \\\\ \\\" \ufeff",
    "header": "x\r\nSet-Cookie: a=b\r\n\r\n<script>",
    "encoded": "%3Cscript%3E %2e%2e%2f %00 ..%5c \\..\\..\\ ../../../../etc/passwd",
    "zalgo": "Z" + "\u0335\u0321\u0322\u0327" * 40 + " đ" + "\u0301" * 30,
    "surrogates": "😀\U0010ffff\ufdd0\U000e0041\ufffe",
}  # fmt: skip

# At the head of a file.
HEADS = {
    "tag": "subject: !!python/object/apply:os.system ['true']",
    "tag name": "subject: !!python/name:os.system",
    "bomb": "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
    "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n"
    "g: &g [*f,*f,*f,*f,*f,*f,*f,*f,*f]\naddressees: [*g,*g,*g,*g,*g,*g,*g,*g,*g]",
    "bomb of names": "addressees: &a [x,x,x,x,x,x,x,x,x,x]\nrecipients: [*a,*a]",
    "circle": "addressees: &a [*a]",
    "merge": "<<: {publish: true, subject: x}\nissuer: y",
    "merge list": "x: &x {subject: a}\n<<: [*x, *x]",
    "twice": "subject: a\nsubject: b",
    "key of list": "? [a, b]\n: c",
    "key of mapping": "{a: b}: c",
    "key of null": "~: x\nsubject: y",
    "deep": "subject: " + "[" * 3000 + "]" * 3000,
    "deep mapping": "signer: " + "{name: " * 2000 + "x" + "}" * 2000,
    "number": "number: 0x7fffffffffffffffffff\nnumber_year: 1e999",
    "long number": "number: " + "9" * 6000,
    "sexagesimal": "number: 190:20:30\nissued: 2022-04-05T10:00:00Z",
    "binary": "subject: !!binary //79",
    "set": "ignore: !!set {a, b}",
    "directive": "%YAML 9.9\n--- x",
    "control": "subject: \"a\\0b\\x1b[31m\\u2028\\U0001F600\"",
    "null subject": "subject: ~\nissuer: ''\nsymbol: ''\nnumber: ''",
    "path": "original: ../../etc/passwd",
    "path absolute": "original: /etc/passwd",
    "path odd": "original: \"a\\0b.pdf\"",
    "replace all": "replace:\n  - {from: ' ', to: ''}",
}  # fmt: skip

NAMES = (
    "a\"b'c.txt", "<script>.txt", "a#b.txt", "a?b&c=d.txt", "%2e%2e%2fetc.txt", "a\nb.txt", "a\rb.txt", "\u202etxt.exe.txt",
    "blank .txt", " lead.txt", "tail.txt .txt", "CON.txt", "NUL.md", "com1.txt", "aux.MD", "x" * 200 + ".txt", "đ" * 110 + ".txt",
    "Hoa.txt", "hoa.txt", "ho\u00e0.txt", "hoa\u0300.txt", "$(id).txt", "`id`.txt", "a;b|c.txt", "a\\b.txt", "-rf.txt", "{{x}}.txt",
    "\u200b.txt", "...txt", "~.txt", "a:b.txt", "*.txt", "index.txt", "404.txt", "a\tb.txt", "\U0001f600.txt", "khong-so-x.txt", "..a.txt",
)  # fmt: skip
"""Names of files whose letters have no number, so that the name goes into the address."""


def stated(words: str) -> str:
    """Front matter that puts ``words`` into every field that it may state."""
    value = _yaml(" ".join(words.split()))
    return (
        f"---\ntype: {value}\nnumber: {value}\nsymbol: {value}\nissued: 2022-04-05\nplace: {value}\n"
        f"issuer: {value}\nparent_body: {value}\nsubject: {value}\naddressees: [{value}]\n"
        f"recipients: [{value}]\ndrafting_unit: {value}\nurgency: {value}\n"
        f"signer: {{capacity: [{value}], position: {value}, name: {value}}}\n---\n"
    )


def _yaml(text: str) -> str:
    """Write a double-quoted scalar of YAML."""
    out = "".join(
        char if " " <= char < "\x7f" and char not in '"\\' else f"\\U{ord(char):08X}"
        for char in text
    )
    return f'"{out}"'


def malicious_archive(folder: Path) -> Path:
    """Make an archive of all of them: words in the text, words in every field, heads, names."""
    make_archive(folder)
    for number, words in enumerate(WORDS.values(), 1000):
        cited = f"1. {words}\n\n2. Theo khoản 1 Công văn số 1000/UBND-TH ngày 05/4/2022 {words}./."
        text = letter(number, cited).replace("V/v thử nghiệm", f"V/v {words.splitlines()[0]}")
        text = text.replace("Sở Nội vụ", words.splitlines()[0]).replace("- Như trên", f"- {words}")
        text = text.replace("TỈNH QUẢNG NGÃI", f"TỈNH QUẢNG NGÃI {words.upper().splitlines()[0]}")
        put(folder, f"loi/{number}.txt", text)
        put(folder, f"khai/{number}.txt", stated(words) + letter(number + 1000, cited))
    for number, head in enumerate(HEADS.values(), 3000):
        put(folder, f"dau/{number}.txt", f"---\n{head}\n---\n{letter(number)}")
    for number, name in enumerate(NAMES):
        put(
            folder, f"ten/{name}", f"Một văn bản không số, thứ {number}.\n\n1. Điều thứ {number}.\n"
        )
    return folder
