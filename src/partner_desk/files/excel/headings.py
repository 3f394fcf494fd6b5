"""Words that exported sheets need beside the labels of the fields."""

from partner_desk.model.texts import N_

YES = N_("Yes")
NO = N_("No")
PLACE_OR_CONTACT = N_("Place or contact")
QUESTION_NUMBER = N_("Question {0}")
SUMMARY = N_("Summary")
DISTRIBUTION = N_("How answers are spread")
ANSWER = N_("Answer")
ANSWERS = N_("Answers")
UNANSWERED = N_("Left open")
COUNT = N_("Count")
SHARE = N_("Share of answers")
MEAN = N_("Mean")
MEDIAN = N_("Median")
LOWEST = N_("Lowest")
HIGHEST = N_("Highest")
ABOUT = N_("About")
