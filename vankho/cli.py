"""The vankho command: options, one call, an exit code."""

import datetime
import json
import re
import signal
import sys
import threading
import traceback
from pathlib import Path
from typing import BinaryIO

import click

from vankho import __version__
from vankho.config import Config, load_config
from vankho.diagnostics import CATALOGUE
from vankho.errors import CannotGoOnError, SettingsError
from vankho.model.finding import Code, Diagnostic
from vankho.pipeline import Read, build, check_draft, lost_ids, understand, update_ids
from vankho.progress import Console
from vankho.report import SEVERITY_WORDS, OutputFormat, show, summary
from vankho.serve import start
from vankho.stages.data import mention_row
from vankho.stages.ids import by_key
from vankho.stages.read import read_bytes
from vankho.stages.render import OWNED

CLEAN, FINDINGS, CANNOT_GO_ON = 0, 1, 2

_config = click.option(
    "--config", "config_path", type=click.Path(path_type=Path), default=Path("archive.yml"),
    show_default=True, help="Tệp thiết đặt của kho.",
)  # fmt: skip
_corpus = click.option(
    "--corpus", type=click.Path(path_type=Path), help="Thư mục kho văn bản, thay cho thiết đặt."
)
_strict = click.option("--strict", is_flag=True, help="Coi cảnh báo như lỗi.")
_format = click.option(
    "--output-format", type=click.Choice([str(item) for item in OutputFormat]),
    default=str(OutputFormat.TEXT), show_default=True, help="Dạng in các phát hiện.",
)  # fmt: skip


@click.group(invoke_without_command=True)
@click.version_option(__version__, prog_name="vankho")
@click.pass_context
def command(context: click.Context) -> None:
    """Dựng kho văn bản tra cứu từ một thư mục công văn."""
    if context.invoked_subcommand is None:
        context.invoke(build_command)


@command.command("build")
@_config
@_corpus
@click.option("--site", type=click.Path(path_type=Path), help="Thư mục trang, thay cho thiết đặt.")
@_strict
@_format
def build_command(
    config_path: Path = Path("archive.yml"),
    corpus: Path | None = None,
    site: Path | None = None,
    strict: bool = False,
    output_format: str = str(OutputFormat.TEXT),
) -> int:
    """Dựng trang."""
    config = _load(config_path, corpus, site)
    archive = build(config, Console())
    _print(archive, OutputFormat(output_format))
    click.echo(f"\nTrang đã dựng: mở {config.site / 'index.html'}", err=True)
    return FINDINGS if archive.failed(strict=strict) else CLEAN


@command.command("check")
@_config
@_corpus
@_strict
@_format
@click.option(
    "--explain", type=click.Choice([str(item) for item in Code]), help="Giải thích một mã."
)
def check_command(
    config_path: Path, corpus: Path | None, strict: bool, output_format: str, explain: str | None
) -> int:
    """Chỉ báo các phát hiện, không dựng trang."""
    if explain:
        return _explain(Code(explain))
    archive = understand(_load(config_path, corpus, None), Console(quiet=True))
    _print(archive, OutputFormat(output_format))
    return FINDINGS if archive.failed(strict=strict) else CLEAN


@command.command("serve")
@_config
@_corpus
@click.option("--site", type=click.Path(path_type=Path), help="Thư mục trang, thay cho thiết đặt.")
@click.option("--port", type=int, default=8000, show_default=True, help="Cổng trên máy này.")
def serve_command(config_path: Path, corpus: Path | None, site: Path | None, port: int) -> int:
    """Dựng, cho xem trên máy này, dựng lại khi có thay đổi."""
    config = _load(config_path, corpus, site)

    def once() -> str:
        try:
            archive = build(_load(config_path, corpus, site), Console())
        except SettingsError as error:
            told = "\n".join(map(str, error.faults))
        except CannotGoOnError as error:
            told = str(error)
        else:
            _print(archive, OutputFormat.TEXT)
            return show([*archive.diagnostics, *archive.secret], OutputFormat.TEXT)
        click.echo(told, err=True)
        return told

    found = once()
    watched = [
        config.corpus,
        config.docs,
        config.mkdocs,
        config.mkdocs.parent / "theme",
        config_path,
    ]
    generated = [config.docs / name for name in (*OWNED, "index.md", "tim-kiem.md")]
    running = start(
        config.site, watched, [*generated, config.site, config.build], once, port, found
    )
    click.echo(f"\nXem tại {running.url} (Ctrl-C để dừng)", err=True)
    try:
        threading.Event().wait()
    finally:
        running.close()
    return CLEAN


@command.command("extract")
@_config
@_corpus
@click.option("--json", "as_json", is_flag=True, help="In mỗi viện dẫn một dòng JSON.")
@click.option("--issuer", help="Cơ quan soạn dự thảo; mặc định là cơ quan chủ kho.")
@click.option("--date", "issued", type=click.DateTime(["%Y-%m-%d"]), help="Ngày của dự thảo (ISO).")
@click.argument("file", type=click.File("rb"))
def extract_command(
    config_path: Path,
    corpus: Path | None,
    as_json: bool,
    issuer: str | None,
    issued: datetime.datetime | None,
    file: BinaryIO,
) -> int:
    """Liệt kê các văn bản mà một dự thảo viện dẫn, có trong kho hay chưa."""
    source = read_bytes(file.read(), "du-thao")
    draft = check_draft(
        _load(config_path, corpus, None),
        source.text,
        source.path,
        issuer,
        issued.date() if issued else None,
    )
    for resolution in draft.resolutions:
        row = mention_row(resolution)
        click.echo(json.dumps(row, ensure_ascii=False) if as_json else _line(row))
    text = show(draft.diagnostics, OutputFormat.TEXT)
    if text:
        click.echo(text, err=True)
    return CLEAN


_STATES = {
    "resolved": "có trong kho",
    "stub": "chưa có trong kho",
    "ambiguous": "chưa rõ văn bản nào",
    "self": "chính văn bản này",
}


def _line(row: dict[str, object]) -> str:
    where = row["cited"] or ", ".join(map(str, row["candidates"]))  # type: ignore[call-overload]
    anchor = f"#{row['cited_anchor']}" if row["cited_anchor"] else ""
    return f"{row['start']}-{row['end']}: {row['surface']}\n    {_STATES[str(row['status'])]}: {where}{anchor}"


@command.command("ids")
@_config
@_corpus
@click.option("--site", type=click.Path(path_type=Path), help="Thư mục trang đã công bố.")
@click.option("--update", is_flag=True, help="Ghi các dòng còn thiếu vào registry/ids.yml.")
def ids_command(config_path: Path, corpus: Path | None, site: Path | None, update: bool) -> int:
    """Giữ các địa chỉ đã công bố khi mã văn bản thay đổi."""
    config = _load(config_path, corpus, site)
    archive = understand(config, Console(quiet=True))
    lost = lost_ids(config, archive)
    for key, lines in by_key(lost):
        click.echo("\n".join([f"{key}:", *lines]))
    if update:
        update_ids(config, archive)
    return FINDINGS if lost and not update else CLEAN


def _explain(code: Code) -> int:
    entry = CATALOGUE[code]
    severity = SEVERITY_WORDS[entry.severity]
    message = re.sub(r"\{\w+\}", "…", entry.message)
    hint = re.sub(r"\{\w+\}", "…", entry.hint)
    click.echo(f"{code} ({severity})\n\n{message}\n\n{hint}")
    click.echo(f"\nXem docs/huong-dan/doc-thong-bao.md, mục {code}.")
    return CLEAN


def _load(config_path: Path, corpus: Path | None, site: Path | None) -> Config:
    config = load_config(config_path, corpus, site)
    if not config.corpus.is_dir():
        raise CannotGoOnError(f"Không có thư mục kho văn bản {config.corpus}.")
    return config


def _print(archive: Read, form: OutputFormat) -> None:
    found: list[Diagnostic] = [*archive.diagnostics, *archive.secret]
    text = show(found, form)
    if text:
        click.echo(text)
    if form is OutputFormat.TEXT:
        click.echo(summary(found), err=bool(not found))


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code: 0 clean, 1 findings, 2 cannot go on."""
    given = sys.argv[1:] if arguments is None else arguments
    if given and given[0].startswith("-") and given[0] not in {"--help", "--version"}:
        given = ["build", *given]  # build_site.py --site X is a build
    try:
        result = command.main(args=given, prog_name="vankho", standalone_mode=False)
    except SettingsError as error:
        for fault in error.faults:
            click.echo(str(fault), err=True)
        return CANNOT_GO_ON
    except CannotGoOnError as error:
        click.echo(f"Không thể tiếp tục: {error}\nTrang cũ được giữ nguyên.", err=True)
        return CANNOT_GO_ON
    except OSError as error:  # a full disk, a folder that may not be written
        where = f" ({error.filename})" if error.filename else ""
        told = f"Không thể tiếp tục: {error.strerror or error}{where}"
        click.echo(f"{told}\nTrang cũ được giữ nguyên.", err=True)
        return CANNOT_GO_ON
    except click.Abort:
        click.echo("\nĐã dừng theo yêu cầu. Trang cũ được giữ nguyên.", err=True)
        return CANNOT_GO_ON
    except click.ClickException as error:
        error.show()
        return CANNOT_GO_ON
    return result if isinstance(result, int) else CLEAN


def run() -> None:
    """Entry point of the ``vankho`` script. A crash is told in full and exits 2, never 1."""
    for name in ("SIGTERM", "SIGHUP"):  # a service stopped, a terminal closed: end as on Ctrl-C
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:  # not under nohup
            signal.signal(number, signal.default_int_handler)
    try:
        code = main()
    except Exception:  # the outermost edge: findings exit 1, and a crash must not
        traceback.print_exc()
        click.echo("Lỗi của chương trình. Trang cũ được giữ nguyên.", err=True)
        code = CANNOT_GO_ON
    sys.exit(code)
