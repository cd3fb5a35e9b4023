from model_registry import ModelRegistry

registry = ModelRegistry("http://registry.example.org", author="harbour")
registry.register_model("berths", "s3://models/berths", version="1", model_format_name="onnx", model_format_version="1")
