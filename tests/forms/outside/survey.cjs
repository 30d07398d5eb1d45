// Fills in a SurveyJS survey as respondents would, and says what SurveyJS finds wrong in it.
//
// In: {"survey": {...}, "people": [{"language": "nl", "filled": {"a_f": "like"}, "stops": false}]}
// Out: {"errors", "findings", "shown": {language: [texts]}, "people": [{"screens", "state", "refused", "data"}]}
// What somebody leaves open must be answered to go on: whoever "stops" is asked no further there.
"use strict";

const { readFileSync } = require("node:fs");
const { Model } = require("survey-core");
const { lintSurvey } = require("survey-core/linter");
require("survey-core/survey.i18n");

const { survey, people } = JSON.parse(readFileSync(0, "utf8"));

function texts(language) {
  const model = new Model(survey);
  model.locale = language;
  const read = [model.processedTitle, model.processedCompletedHtml];
  for (const place of [...model.pages, ...model.getAllPanels()]) read.push(place.locTitle.renderedHtml);
  for (const question of model.getAllQuestions()) {
    if (question.getType() === "html") read.push(question.processedHtml);
    else read.push(question.locTitle.renderedHtml);
    for (const choice of question.choices ?? []) read.push(choice.locText.renderedHtml);
  }
  return read;
}

function answer({ language, filled, stops }) {
  const model = new Model(survey);
  if (language) model.locale = language;
  const screens = [];
  const refused = [];
  for (let step = 0; step < 500 && model.state === "running"; step += 1) {
    const screen = model.currentSingleElement ?? model.currentPage;
    const asked = screen.questions.filter((question) => question.isVisible);
    const last = model.currentSingleElement ? model.isLastElement : model.isLastPage;
    const on = () => (last ? model.tryComplete() : model.performNext());
    if (asked.some((question) => question.isRequired)) {
      if (on()) throw new Error(`nothing on ${screen.name} had to be answered`);
      refused.push(...asked.filter((question) => question.errors.length).map((each) => each.name));
    }
    screens.push(asked.map((question) => question.name));
    for (const question of asked) {
      if (question.name === "kano_consent") model.setValue(question.name, ["yes"]);
      else if (filled[question.name]) {
        if (!question.choices.some((choice) => choice.value === filled[question.name]))
          throw new Error(`${question.name} has no choice ${filled[question.name]}`);
        model.setValue(question.name, filled[question.name]);
      }
    }
    if (!on() && stops) break;
  }
  return { screens, refused, state: model.state, data: model.data };
}

const model = new Model(survey);
const said = {
  errors: (model.jsonErrors ?? []).map((error) => error.message),
  findings: lintSurvey(survey).findings,
  shown: Object.fromEntries(["en", "nl"].map((language) => [language, texts(language)])),
  people: people.map(answer),
};
process.stdout.write(JSON.stringify(said));
