"""Speed as ratios from one run; `make bench` prints them."""
