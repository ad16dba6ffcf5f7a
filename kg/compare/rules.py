"""The rules by which two claims are set beside each other, as a table; the first that speaks decides."""

from collections.abc import Callable

from kg.compare.agreement import judge_agreement, judge_place, judge_time
from kg.compare.attributions import judge_attribution
from kg.compare.denials import judge_denial, judge_negation, judge_taken_back
from kg.compare.identities import judge_doer
from kg.compare.propositions import Weights
from kg.compare.statements import Statement
from kg.compare.totals import figure_rule
from kg.compare.verdict import Judge, Rule, Verdict
from kg.model import Basis, Measures


def of_the_matter(judge: Judge) -> Judge:
    """The rule, silent on claims that something was never said, which tell nothing of the matter itself."""

    def judge_matter(left: Statement, right: Statement) -> Verdict | None:
        if left.never_said is not None or right.never_said is not None:
            return None
        return judge(left, right)

    return judge_matter


def rules(measures: Measures, weights: Weights) -> tuple[Rule, ...]:
    """The table, in order of precedence.

    Args:
        measures: What can be counted, and how it grows.
        weights: How much each sense tells, in the pile at hand.
    """

    def weighed(
        judge: Callable[[Statement, Statement, Weights], Verdict | None],
    ) -> Judge:
        def judge_by_weight(left: Statement, right: Statement) -> Verdict | None:
            return judge(left, right, weights)

        return judge_by_weight

    return (
        Rule(
            "attribution",
            "One party says never to have said what is attributed to it.",
            Basis.ATTRIBUTION,
            weighed(judge_attribution),
        ),
        Rule(
            "figures",
            "Figures of one measure, place and time that exclude, replace or bear out each other.",
            Basis.QUANTITY,
            of_the_matter(figure_rule(measures, weights)),
        ),
        Rule(
            "taken-back",
            "One party reverses what it said or denied before.",
            Basis.DENIAL,
            of_the_matter(weighed(judge_taken_back)),
        ),
        Rule(
            "denial",
            "One party denies what another states.",
            Basis.DENIAL,
            of_the_matter(weighed(judge_denial)),
        ),
        Rule(
            "time",
            "Two parties give the hour of one happening.",
            Basis.TIME,
            of_the_matter(weighed(judge_time)),
        ),
        Rule(
            "place",
            "Two parties put one happening in two places that exclude each other.",
            Basis.PLACE,
            of_the_matter(weighed(judge_place)),
        ),
        Rule(
            "doer",
            "Two parties name two doers of one deed, of whom not both can be meant.",
            Basis.IDENTITY,
            of_the_matter(judge_doer),
        ),
        Rule(
            "negation",
            "Two parties say the opposite of each other.",
            Basis.NEGATION,
            of_the_matter(weighed(judge_negation)),
        ),
        Rule(
            "agreement",
            "Two parties say the same.",
            Basis.IDENTITY,
            of_the_matter(weighed(judge_agreement)),
        ),
    )
