import kfp

client = kfp.Client(host="http://pipelines.example.org")
client.create_run_from_pipeline_package("berths.yaml", arguments={"day": "2026-05-02"})
