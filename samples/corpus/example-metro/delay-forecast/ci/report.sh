#!/bin/sh
# Called by the pipeline after training: one comment that is brought up to date, not one a run.
set -eu

{
  echo "## Delays, line by line"
  python -m forecast.table --format markdown
} > report.md

cml comment create --publish --update report.md
