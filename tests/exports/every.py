"""Every way in which the one survey is written."""

from tests.exports.survey import Export
from tests.exports.tools import (
    field_tools,
    google,
    importance,
    limesurvey,
    microsoft,
    plain_tables,
    plain_workbooks,
    qualtrics,
    statistics_files,
    surveymonkey,
    typeform,
    web_forms,
)

ALL: tuple[Export, ...] = (
    *google.exports(),
    *microsoft.exports(),
    *surveymonkey.exports(),
    *typeform.exports(),
    *qualtrics.exports(),
    *limesurvey.exports(),
    *field_tools.exports(),
    *web_forms.exports(),
    *plain_tables.exports(),
    *plain_workbooks.exports(),
    *importance.exports(),
    *statistics_files.exports(),
)
