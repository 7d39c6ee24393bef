"""Taking in a list: from the file of a spreadsheet to lines of which each cell was looked at, before anything is written."""
