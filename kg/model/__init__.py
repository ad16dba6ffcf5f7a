"""The values that flow through the program: frozen, without input or output."""

from kg.model.article import Article, Metadata
from kg.model.claim import Attribution, Claim, Modality, Polarity, Style
from kg.model.entity import Entity, EntityKind, Family, Referent
from kg.model.extraction import Collection, Comparison, Extraction, Finding, Resolution
from kg.model.judgement import Answer, Judgement, Outcome, Pairing, Unheeded
from kg.model.measure import EventKind, Growth, Measure, Measures
from kg.model.quantity import Quantity, Scope
from kg.model.refusal import Refusal
from kg.model.relation import Basis, Relation, RelationKind
from kg.model.run import Input, Run
from kg.model.selector import Selector
from kg.model.span import Span
from kg.model.when import When

__all__ = [
    "Answer",
    "Article",
    "Attribution",
    "Basis",
    "Claim",
    "Collection",
    "Comparison",
    "Entity",
    "EntityKind",
    "EventKind",
    "Extraction",
    "Family",
    "Finding",
    "Growth",
    "Input",
    "Judgement",
    "Measure",
    "Measures",
    "Metadata",
    "Modality",
    "Outcome",
    "Pairing",
    "Polarity",
    "Quantity",
    "Referent",
    "Refusal",
    "Relation",
    "RelationKind",
    "Resolution",
    "Run",
    "Scope",
    "Selector",
    "Span",
    "Style",
    "Unheeded",
    "When",
]
