def submit(package: str) -> None:
    # Imported late, since not everybody has it: the line does not begin with the import.
    import kfp

    kfp.Client().create_run_from_pipeline_package(package)
