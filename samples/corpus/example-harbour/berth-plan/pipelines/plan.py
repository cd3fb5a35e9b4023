from kfp import compiler, dsl


@dsl.component(base_image="python:3.12")
def arrivals(day: str) -> int:
    return len(day)


@dsl.component(base_image="python:3.12")
def plan(ships: int) -> str:
    return f"{ships} ships, 4 berths"


@dsl.pipeline(name="berths")
def berths(day: str = "2026-05-01"):
    plan(ships=arrivals(day=day).output)


compiler.Compiler().compile(berths, "berths.yaml")
