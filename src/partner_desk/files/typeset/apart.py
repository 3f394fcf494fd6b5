"""Long papers are set in a process of their own: typst takes much memory and cannot be asked."""

import signal
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection

from partner_desk.files.child_process import ChildDied, child
from partner_desk.files.pdf.render import Pdf
from partner_desk.files.typeset.description import Typeset
from partner_desk.files.typeset.engine import render
from partner_desk.model.errors import EnvironmentProblem


def render_apart(document: Typeset, cancelled: Callable[[], bool]) -> Pdf:
    """As ``render``. Raises Cancelled and EnvironmentProblem("paper.stopped")."""
    with child(_serve, document) as process:
        try:
            answer: Pdf | str = process.next(cancelled)
        except ChildDied as error:
            raise EnvironmentProblem("paper.stopped") from error
    if isinstance(answer, str):
        raise RuntimeError(answer)
    return answer


def _serve(pipe: Connection, document: Typeset) -> None:
    """This is where the process begins; what it answers is the paper, or what went wrong."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Whoever asked is told, and stops this.
    try:
        answer: Pdf | str = render(document)
    except MemoryError:
        return
    except Exception:
        answer = traceback.format_exc()
    pipe.send(answer)
    pipe.close()
