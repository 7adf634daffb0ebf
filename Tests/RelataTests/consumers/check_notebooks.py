"""Runs the notebooks from clean kernels and compares what they print with what is kept in them.

    check_notebooks.py RELATA [--write]     RELATA is the command

They run on copies in a temporary folder, which is also the home of the kernels. An error in a cell, or an
output that differs, ends the run with status 1; pictures need only be there. With --write the notebooks
get the outputs of this run.
"""

import os
import pathlib
import re
import shutil
import sys
import tempfile

import nbclient
import nbformat

relata = pathlib.Path(sys.argv[1]).absolute()
root = pathlib.Path(__file__).resolve().parents[3]
largest = 400_000  # bytes of a notebook, pictures included


def printed(cell):
    """The outputs of a cell as text, and `picture` for each picture."""
    texts = []
    for output in cell.get("outputs", []):
        data = output.get("data", {})
        if "image/png" in data:
            texts.append("picture")
        else:
            texts.append(output.get("text", data.get("text/plain", "")).strip())
    return texts


def run(notebook, folder):
    client = nbclient.NotebookClient(
        notebook, timeout=300, kernel_name="python3", coalesce_streams=True, extra_arguments=["--log-level=ERROR"],
        resources={"metadata": {"path": str(folder)}})
    client.execute()
    for number, cell in enumerate((c for c in notebook.cells if c.cell_type == "code"), 1):
        cell.metadata.pop("execution", None)
        assert cell.execution_count == number
        assert not any(output.get("name") == "stderr" for output in cell.outputs), printed(cell)


def differences(kept, fresh):
    for old, new in zip(kept.cells, fresh.cells):
        if old.cell_type == "code" and printed(old) != printed(new):
            yield f"{old.source}\n--- kept\n{printed(old)}\n--- now\n{printed(new)}"


def check_missing(notebook, folder):
    """Without the command the notebook says what is missing."""
    short = nbformat.from_dict(notebook)
    short.cells = [cell for cell in short.cells if cell.cell_type == "code"][:2]
    os.environ["RELATA"] = str(folder / "missing")
    try:
        run(short, folder)
    except nbclient.exceptions.CellExecutionError as error:
        assert "no relata found: install it" in str(error), error
    else:
        raise AssertionError("the notebook ran without relata")
    finally:
        os.environ["RELATA"] = str(relata)


with tempfile.TemporaryDirectory() as temporary:
    folder = pathlib.Path(temporary)
    os.environ["RELATA"] = str(relata)
    for variable in ["HOME", "TMPDIR", "IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "MPLCONFIGDIR"]:
        (folder / "home").mkdir(exist_ok=True)
        os.environ[variable] = str(folder / "home")
    for name in ["notebooks", "seeds"]:
        shutil.copytree(root / name, folder / name)
    paths = sorted((root / "notebooks").glob("*.ipynb"))
    assert len(paths) == 2
    wrong = 0
    for path in paths:
        kept = nbformat.read(path, as_version=4)
        fresh = nbformat.read(path, as_version=4)
        check_missing(nbformat.read(path, as_version=4), folder / "notebooks")
        run(fresh, folder / "notebooks")
        text = nbformat.writes(fresh)
        assert not re.search(re.escape(temporary) + "|/home/|/root/|/tmp/", text), "a path of this machine"
        assert len(text) < largest, (path, len(text))
        if "--write" in sys.argv:
            nbformat.validate(fresh)
            nbformat.write(fresh, path)
            continue
        for difference in differences(kept, fresh):
            wrong += 1
            print(f"{path}: another output of\n{difference}", file=sys.stderr)
    if wrong:
        sys.exit(f"notebooks: {wrong} outputs differ; if that is meant, run again with --write")
print("notebooks: both run from clean kernels and print what they keep")
