"""Asks a build and proves that it is sound: SPARQL, the ready-made questions, and the check."""

from kg.query.ask import Answer, ask
from kg.query.check import check
from kg.query.opened import Build
from kg.query.parameters import Parameter
from kg.query.questions import Column, Question, question_of, questions
from kg.query.violations import Violation

__all__ = [
    "Answer",
    "Build",
    "Column",
    "Parameter",
    "Question",
    "Violation",
    "ask",
    "check",
    "question_of",
    "questions",
]
