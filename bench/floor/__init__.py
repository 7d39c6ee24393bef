"""The smallest app that does what a page or an upload cannot do without."""
