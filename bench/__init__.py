"""The measurements of `make bench`: what a page costs, as a ratio to a floor measured in the same run. See docs/bench.md."""
