import kfp.dsl as dsl


@dsl.component
def tide(hour: int) -> float:
    return 1.5 + 0.1 * hour
