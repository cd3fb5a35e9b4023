#!/bin/sh
# wandb is started from the shell: a search of Python files does not see this.
set -eu
wandb sweep faces/space.yaml
wandb agent "example-zoo/faces/$1"
