"""The vankho command: options, one call, an exit code."""

import sys
from pathlib import Path

import click

from vankho import __version__
from vankho.config import Config, load_config
from vankho.errors import CannotGoOnError, SettingsError
from vankho.model.finding import Diagnostic
from vankho.pipeline import Read, build, understand
from vankho.progress import Console
from vankho.report import OutputFormat, show, summary

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
def check_command(config_path: Path, corpus: Path | None, strict: bool, output_format: str) -> int:
    """Chỉ báo các phát hiện, không dựng trang."""
    archive = understand(_load(config_path, corpus, None), Console(quiet=True))
    _print(archive, OutputFormat(output_format))
    return FINDINGS if archive.failed(strict=strict) else CLEAN


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
    try:
        result = command.main(args=arguments, prog_name="vankho", standalone_mode=False)
    except SettingsError as error:
        for fault in error.faults:
            click.echo(str(fault), err=True)
        return CANNOT_GO_ON
    except CannotGoOnError as error:
        click.echo(f"Không thể tiếp tục: {error}\nTrang cũ được giữ nguyên.", err=True)
        return CANNOT_GO_ON
    except click.Abort:
        click.echo("\nĐã dừng theo yêu cầu. Trang cũ được giữ nguyên.", err=True)
        return CANNOT_GO_ON
    except click.ClickException as error:
        error.show()
        return CANNOT_GO_ON
    return result if isinstance(result, int) else CLEAN


def run() -> None:
    """Entry point of the ``vankho`` script."""
    sys.exit(main())
