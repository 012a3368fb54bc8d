"""`python -m tests.fuzz TARGET SECONDS`: feed a reader with invented input; whatever is neither a result nor a finding is a crash.

A crash, an input that takes longer than ten seconds and a process that grows beyond 2 GB stop the run; the input is written to
`tests/fuzz/found/`.
Atheris (a libFuzzer for Python) keeps the inputs that reach new lines. It is no dependency of the tests: `pip install atheris` where there is a
wheel for your Python.
"""

import sys
import tempfile
from pathlib import Path

try:
    import atheris
except ImportError:
    sys.exit("Fuzzing needs Atheris: pip install atheris (there are wheels for Linux and some versions of Python).")

with atheris.instrument_imports(include=["builder"]):
    from tests.fuzz.targets import SEEDS, TARGETS

HERE = Path(__file__).parent
FOUND = HERE / "found"
LIMITS = ("-rss_limit_mb=2048", "-timeout=10", "-max_len=60000", "-print_final_stats=1", f"-artifact_prefix={FOUND}/")


def main() -> None:
    """Fuzz one target for so many seconds."""
    name, seconds = sys.argv[1], int(sys.argv[2])
    if name not in TARGETS:
        sys.exit(f"unknown target {name}; there are {', '.join(TARGETS)}")
    FOUND.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(SEEDS[name]()):
            (Path(corpus) / f"seed-{number:03}").write_bytes(seed)
        atheris.Setup([sys.argv[0], *LIMITS, f"-max_total_time={seconds}", corpus], TARGETS[name])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
