"""How to keep runs.

Put these lines at the top of a script:

    import mlflow
    mlflow.log_params(vars(arguments))

This module itself keeps nothing.
"""

HELP = __doc__
