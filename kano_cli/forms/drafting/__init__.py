"""A questionnaire drafted from names of features, each pair of questions to be read by somebody."""
