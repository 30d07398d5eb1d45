"""`kano baseline`: what a survey says today, to hold the next one against."""

from kano_cli.commands import options
from kano_cli.commands.output import deliver, target_of
from kano_cli.commands.reading import read, read_options
from kano_cli.commands.reading_options import NOTHING_SAID, Said, with_reading_options


@with_reading_options
def baseline(
    survey: options.Survey,
    questionnaire: options.Questionnaire = "",
    said: Said = NOTHING_SAID,
    table: options.Table = "",
    rule: options.Rule = "mode",
    confidence: options.Confidence = 0.95,
    weight: options.Weight = "",
    output: options.OneOutput = "",
) -> None:
    """Write down what a survey says, as JSON for kano check --baseline."""
    from kano_cli.analysis import analyse, settings_of
    from kano_cli.checks.gate.baseline.baseline import baseline_of
    from kano_cli.renderers.data.baseline_json import baseline_json

    target = target_of(output, survey, questionnaire)
    asked = read_options(questionnaire, said, weight=weight)
    settings = settings_of(table or None, rule, "category", confidence, asked.questionnaire)
    answers = read(survey, asked)
    deliver(baseline_json(baseline_of(answers, analyse(answers, settings))), target)
