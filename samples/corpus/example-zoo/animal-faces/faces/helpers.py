from wandb_utils import start_quietly

# A module of our own whose name begins with the tool's: a pattern without a word's end finds it.
start_quietly("faces")
