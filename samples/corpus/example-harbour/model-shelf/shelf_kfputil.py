from kfputil import storage

# Another package whose name begins alike.
storage.clean("shelf")
