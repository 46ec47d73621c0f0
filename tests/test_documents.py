"""Every command of README.md and docs/ prints what is shown, and every block there is of a kind that is looked at."""

import os
import re
import shutil
from pathlib import Path

import pytest

from crosscheck.cli import VERBS
from tests import documents, refresh_documents
from tests.documents import LANGUAGES, NEVER_RUN, PAGES, ROOT, Block, agree, blocks, commands, complaints

REFRESH = "`make documents` shows it anew"
ALL = [block for page in PAGES for block in blocks(page)]
CONSOLE = [block for block in ALL if block.language == "console"]
each_block = pytest.mark.parametrize("block", ALL, ids=[b.place for b in ALL])
README = (ROOT / "README.md").read_text(encoding="utf-8")
RECIPE = "tested with examples/"


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_commands_print_what_is_shown_and_code_runs(page, tmp_path):
    if "$ gcc " in page.read_text(encoding="utf-8") and shutil.which("gcc") is None:
        pytest.skip("there is no gcc to compile the C program with")
    assert complaints(page, tmp_path) == [], REFRESH


@each_block
def test_every_block_is_of_a_known_kind(block):
    assert block.language in LANGUAGES
    assert (
        block.note == ""
        or block.note.startswith(("file: ", "edit ", RECIPE))
        or "\n" in block.note
        or ":" in block.note
    )


@each_block
def test_commands_stand_in_console_blocks_alone(block):
    begins = [line.startswith("$ ") for line in block.text.splitlines()]
    assert begins[0] if block.language == "console" else not any(begins)


def test_every_file_is_named_in_the_text_before_it_and_used_after_it():
    written = [b for b in ALL if b.note.startswith("file: ")]
    before = {b: b.page.read_text(encoding="utf-8").splitlines()[: b.line - 2] for b in written}
    assert [b.place for b in written if f"`{b.note.removeprefix('file: ')}`" not in "\n".join(before[b])] == []
    later = {b: "".join(o.text for o in ALL if o.page == b.page and o.line > b.line) for b in written}
    assert [b.place for b in written if Path(b.note.removeprefix("file: ")).stem not in later[b]] == []


SHOWN = {command.text: command for block in CONSOLE for command in commands(block)}


def test_what_is_never_run_is_shown_somewhere_and_has_a_reason():
    assert [text for text in NEVER_RUN if text not in SHOWN] == []
    assert all(len(reason) > 20 for reason in NEVER_RUN.values())
    files = [name for reason in NEVER_RUN.values() for name in re.findall(r"tests/\w+\.py|\.ci/run", reason)]
    assert [name for name in files if not (ROOT / name).exists()] == []


def test_what_is_never_run_is_as_short_as_is_said():
    said = re.search(r"\((\d+) commands\)", (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))
    assert said is not None
    assert int(said[1]) == len(NEVER_RUN)


def test_what_is_never_run_shows_no_output_but_for_one_that_is_compared_elsewhere():
    assert [text for text in NEVER_RUN if SHOWN[text].shown] == ["make verify"]
    assert "documents.shape_of_verify" in (ROOT / "tests" / "test_verify.py").read_text(encoding="utf-8")


def test_readme_lists_every_verb_and_only_targets_that_there_are():
    listed = set(re.findall(r"`(crosscheck \w+|make [\w-]+)", README))
    assert {f"crosscheck {verb}" for verb in VERBS} <= listed
    targets = re.findall(r"^([\w-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert {name for name in listed if name.startswith("make ")} <= {f"make {target}" for target in targets}


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)#:]+)[^)]*\)", README))))
def test_links_of_the_readme_lead_somewhere(link):
    assert (ROOT / link).exists()


def page_with(folder: Path, text: str) -> Path:
    """A page with a console block."""
    page = folder / "page.md"
    page.write_text(f"# Page\n\n```console\n{text}\n```\n", encoding="utf-8")
    return page


def test_output_that_is_not_as_shown_is_found_and_written_anew(tmp_path, monkeypatch):
    page = page_with(tmp_path, "$ crosscheck --version\ncrosscheck 99.0\n$ echo $?\n0")
    (found,) = complaints(page, folder_in(tmp_path))
    assert found.startswith("page.md:3: `crosscheck --version` is shown with\ncrosscheck 99.0\nand prints\ncrosscheck ")
    monkeypatch.setattr(refresh_documents, "PAGES", (page,))
    assert refresh_documents.main([]) == 0
    assert "99.0" not in page.read_text(encoding="utf-8")
    assert complaints(page, folder_in(tmp_path)) == []


def folder_in(tmp_path: Path) -> Path:
    """One more empty folder."""
    folder = tmp_path / f"empty{len(list(tmp_path.iterdir()))}"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("name", ["CI", "NO_COLOR"])
def test_a_page_shows_what_a_terminal_does_wherever_the_test_runs(name, tmp_path, monkeypatch):
    monkeypatch.setenv(name, "1")
    (tmp_path / "show.py").write_text("import os\nprint([k for k in ('CI', 'NO_COLOR') if k in os.environ])\n")
    assert documents.Reader(tmp_path).run("python show.py") == "[]"
    assert os.environ[name] == "1"


def test_code_that_fails_fails_the_page(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("```python\nassert 1 + 1 == 3\n```\n", encoding="utf-8")
    with pytest.raises(AssertionError):
        complaints(page, folder_in(tmp_path))


def test_an_edit_that_does_not_fit_fails_the_page(tmp_path):
    page = tmp_path / "page.md"
    text = "<!-- file: a.py -->\n```python\nx = 1\n```\n\n<!-- edit a.py: y => z -->\n```console\n$ python a.py\n```\n"
    page.write_text(text, encoding="utf-8")
    with pytest.raises(AssertionError, match=r"a\.py has 0 times 'y'"):
        complaints(page, folder_in(tmp_path))


@pytest.mark.parametrize(
    ("shown", "printed"),
    [
        ("a\nb", "a\nb"),
        ("a\n...\nd", "a\nb\nc\nd"),
        ("a\n...", "a"),
        ("...\nd", "d"),
        ("a ... d", "a b c d"),
        ("3 cases, 0.4 s", "3 cases, 17 s"),
        ("1 failed in 2.28s", "1 failed in 0.90s"),
        ("(worst error / bound 1.28e+13 before, 0.69 after)", "(worst error / bound 1.3e+13 before, 0.7 after)"),
        ("W'   24   1.4e-17   3.6e-17   0.38  W1'@4[1, 0]", "W'   24   2.4e-17   3.5e-17   0.68  W2'[3]"),
        ("W2'  DIFFERS  0.12  7.3e-15  1.7e+13  [5, 3]", "W2'  DIFFERS  0.12  7.2e-15  1.6e+13  [5, 3]"),
    ],
)
def test_what_may_differ(shown, printed):
    assert agree(shown, printed)


@pytest.mark.parametrize(
    ("shown", "printed"),
    [
        ("a\nb", "a\nc"),
        ("a", "a\nb"),
        ("a\n...\nd", "a\nb\nc"),
        ("a.b", "acb"),
        ("3 cases, 0.4 s", "4 cases, 0.4 s"),
        ("W'   24   1.4e-17   3.6e-17   0.38  W1'[1]", "W'   25   1.4e-17   3.6e-17   0.38  W1'[1]"),
        ("W2'  DIFFERS  0.12  7.3e-15  1.7e+13  [5, 3]", "W2'  DIFFERS  0.13  7.3e-15  1.7e+13  [5, 3]"),
        ("W2'  DIFFERS  0.12  7.3e-15  1.7e+13  [5, 3]", "W2'  DIFFERS  0.12  7.3e-15  1.7e+13  [5, 4]"),
        ("W1'[0, 5] is 0.0386234488", "W1'[0, 5] is 0.0386234489"),
    ],
)
def test_what_may_not_differ(shown, printed):
    assert not agree(shown, printed)


def test_new_output_leaves_out_what_was_left_out():
    shown = "head\n...\ncause: the old words\n  go on\nevidence\n..."
    printed = "head\nnoise\ncause: the new words\n  went on\n  and on\nevidence\ntail"
    wanted = "...\ncause: the new words\n  went on\n  and on\nevidence\n..."
    assert refresh_documents.abridged(shown.removeprefix("head\n"), printed) == wanted


def test_what_cannot_be_found_again_is_left_to_somebody(tmp_path, monkeypatch, capsys):
    page = page_with(tmp_path, "$ crosscheck --version\n...\nnothing of the sort at all")
    monkeypatch.setattr(refresh_documents, "PAGES", (page,))
    assert refresh_documents.main([]) == 1
    assert "no line is like 'nothing of the sort at all'" in capsys.readouterr().err


def test_blocks_are_found_with_their_notes(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("<!-- file: a.py -->\n```python\nx = 1\n```\n\ntext\n\n    indented\n", encoding="utf-8")
    assert blocks(page) == [
        Block(page, 2, "python", "x = 1\n", "file: a.py"),
        Block(page, 8, "indented", "indented\n", ""),
    ]


def test_a_comment_behind_a_command_is_not_a_part_of_it(tmp_path):
    (block,) = blocks(page_with(tmp_path, "$ make bench   # twenty minutes\nout\n\n$ echo $?\n1"))
    assert [(c.text, c.shown) for c in commands(block)] == [("make bench", "out"), ("echo $?", "1")]


def test_a_check_here_starts_no_process(tmp_path, monkeypatch):
    def started(*_: object, **__: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr("subprocess.Popen", started)
    assert (
        documents.Reader(tmp_path).run("crosscheck check examples/n08_wrong_layer.py").startswith("crosscheck: error")
    )
