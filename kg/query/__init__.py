"""Asks a build and proves that it is sound: SPARQL, the ready-made questions, and the check."""

from kg.query.ask import Answer, ask
from kg.query.check import check
from kg.query.questions import Question, questions
from kg.query.violations import Violation

__all__ = ["Answer", "Question", "Violation", "ask", "check", "questions"]
