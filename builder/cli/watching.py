"""`dossier build --watch`: builds again whenever a file changes."""

from contextlib import suppress
from pathlib import Path

import click

from builder.build.workshop import Workshop
from builder.cli.building import Wanted, build_now
from builder.cli.printing import print_findings
from builder.findings import DossierError

_PAUSE = 50
"""Milliseconds without a change after which a change is taken to be whole: editors write a file in several steps."""
_LOOK = 100
"""Milliseconds after which the watch says that nothing has changed."""


def watch_and_build(wanted: Wanted) -> None:
    """Build now and after every change, until somebody presses Ctrl+C."""
    from watchfiles import Change, watch  # noqa: PLC0415 - for this alone

    outputs = (wanted.output or wanted.workspace / "output").resolve()

    def counts(_: Change, name: str) -> bool:
        path = Path(name)
        hidden = any(part.startswith(".") for part in path.relative_to(wanted.workspace.resolve()).parts)
        return not hidden and not path.is_relative_to(outputs)

    try:
        cache = wanted.cache
    except DossierError as problem:
        print_findings(problem.findings)
        return
    with Workshop(cache) as workshop, suppress(KeyboardInterrupt):
        watched = watch(wanted.workspace.resolve(), watch_filter=counts, step=_PAUSE, rust_timeout=_LOOK, yield_on_timeout=True)
        next(watched)  # watches from now on: what is changed while the first build is at work counts as well
        build_now(wanted, workshop, cache, at_once=True)
        click.echo("Watching for changes; end with Ctrl+C.", err=True)
        for changes in filter(None, watched):
            # An editor may write a file under another name first.
            new = {name for change, name in changes if change is Change.added}
            lasting = (
                Path(name) for name in {name for _, name in changes} if name not in new or Path(name).exists()
            )  # not what an editor puts aside
            if names := sorted(str(path.relative_to(wanted.workspace.resolve())) for path in lasting):
                click.echo(f"\nchanged: {', '.join(names)}", err=True)
                build_now(wanted, workshop, cache, at_once=True)
