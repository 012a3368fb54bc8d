"""Every page for the screen is accessible: axe decides, in a browser, at the width of a desk and of a phone."""

import html
import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from builder.assembly.assemble import assemble
from builder.reading.workspace import read_workspace
from builder.writers.page import write_page
from tests.sample_document import draw_media, every_block
from tests.themes import NAMES, theme
from tests.torture import torture

ROOT = Path(__file__).parent.parent
AXE = ROOT / ".venv" / "npm" / "node_modules" / "axe-core" / "axe.min.js"
BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
WIDTHS = (1280, 360)
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
SEEN = {"color-contrast", "heading-order", "html-has-lang", "landmark-one-main", "link-name", "region", "skip-link"}
"""Rules that find something to look at on every page."""
pytestmark = [
    pytest.mark.skipif(not AXE.is_file(), reason="axe is missing: `make test` fetches it where there is npm"),
    pytest.mark.skipif(BROWSER is None, reason="Chromium is missing: its package is called chromium"),
]
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_OPTIONS = json.dumps({"runOnly": {"type": "tag", "values": TAGS}, "rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]})
"""Of rules that a page keeps, only the first node is described: that takes a fraction of the time."""
_SCRIPT = f"""<script src="axe.min.js"></script><script>
axe.run(document, {_OPTIONS}).then(found => parent.postMessage({{
  name: window.name, wide: document.documentElement.scrollWidth > innerWidth,
  passes: found.passes.filter(rule => rule.nodes.length).map(rule => rule.id),
  violations: found.violations.flatMap(rule => rule.nodes.map(node => rule.id + " " + node.target.join(" ") + " " + node.failureSummary))}}, "*"))
</script>"""
_FRAMES = """<!doctype html><meta charset="utf-8"><pre></pre><script>
const found = []
addEventListener("message", event => { found.push(event.data); document.querySelector("pre").textContent = JSON.stringify(found) })
</script>"""


def judged(folder: Path, pages: Mapping[str, str], widths: tuple[int, ...] = WIDTHS) -> dict[str, Any]:
    """What axe says of each page at each width, all of them in one run of the browser."""
    shutil.copy(AXE, folder)
    frames = [_FRAMES]
    for name, page in pages.items():
        free, policies = _POLICY.subn("", page)
        assert policies == 1
        (folder / f"{name}.html").write_text(free.replace("</body>", f"{_SCRIPT}</body>"), encoding="utf-8")
        frames += [f'<iframe name="{name} {width}" src="{name}.html" width="{width}" height="900"></iframe>' for width in widths]
    (folder / "frames.html").write_text("".join(frames), encoding="utf-8")
    options = ["--headless", "--disable-gpu", "--virtual-time-budget=600000", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    program = [str(BROWSER), *options, f"--user-data-dir={folder / 'browser'}", "--dump-dom", (folder / "frames.html").as_uri()]
    finished = subprocess.run(program, capture_output=True, text=True, check=True, timeout=240)
    written = re.search("<pre>(.*?)</pre>", finished.stdout, re.DOTALL)
    assert written, finished.stderr
    found = {each["name"]: each for each in json.loads(html.unescape(written[1]) or "[]")}
    assert found.keys() == {f"{name} {width}" for name in pages for width in widths}
    return found


def everything(name: str, media: Path) -> dict[str, str]:
    """All pages there are in a theme: our own dossier, every block, every hardship."""
    workspace = read_workspace(ROOT).workspace
    assert workspace is not None
    own = [document for language in workspace.languages for document in assemble(workspace, language).documents]
    assert len(own) == 4
    pages = {f"{each.id}.{each.language}": write_page(each, theme(name), ROOT) for each in own}
    others = {"every-block.en": every_block("en"), "every-block.sv": every_block("sv"), "torture": torture()}
    return pages | {key: write_page(document, theme(name), media) for key, document in others.items()}


@pytest.mark.parametrize("name", NAMES)
def test_no_page_breaks_a_rule_of_axe(tmp_path: Path, name: str) -> None:
    """By the rules of WCAG 2.2 at level AA and those of good practice; no page is wider than its window."""
    draw_media(tmp_path)
    for page, found in judged(tmp_path, everything(name, tmp_path)).items():
        assert found["violations"] == [], page
        assert not found["wide"], page
        assert set(found["passes"]) >= SEEN, page


DAMAGES = {
    "html-has-lang": ('<html lang="en"', "<html"),
    "image-alt": ('alt="Houses at the quay"', ""),
    "svg-img-alt": (r"<title>Column chart\.[^<]*</title>", ""),
    "link-name": (r'(<a class="back"[^>]*) aria-label="[^"]*">↩', r"\1>"),
    "heading-order": (r"<h3( id=\"q-concepts\".*?)</h3>", r"<h6\1</h6>"),
    "scrollable-region-focusable": (r'<div class="scroll" role="group" tabindex="0"', '<div class="scroll" role="group"'),
    "color-contrast": (r"--soft: #\w+", "--soft: #bbbbbb"),
    "landmark-one-main": (r"<main id=\"main\"[^>]*>(.*)</main>", r'<div id="main">\1</div>'),
}


def test_damaged_pages_are_caught(tmp_path: Path) -> None:
    """Each by the rule that its damage breaks; otherwise the test above could not fail."""
    draw_media(tmp_path)
    sound = write_page(every_block(), theme("plain"), tmp_path)
    pages = {}
    for rule, (old, new) in DAMAGES.items():
        pages[rule] = re.sub(old, new, sound, count=1, flags=re.DOTALL)
        assert pages[rule] != sound, rule
    found = judged(tmp_path, pages, (360,))
    for rule in DAMAGES:
        assert any(each.startswith(f"{rule} ") for each in found[f"{rule} 360"]["violations"]), rule
