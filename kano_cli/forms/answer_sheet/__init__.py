"""Answer sheets: a workbook with drop-downs, for one respondent a file or one a row."""
