"""Wraps the model so that it answers with words."""
import mlflow.pyfunc


class InWords(mlflow.pyfunc.PythonModel):
    def load_context(self, context):
        import joblib

        self.model = joblib.load(context.artifacts["model"])

    def predict(self, context, model_input):
        return ["leaves" if p > 0.5 else "stays" for p in self.model.predict(model_input)]


mlflow.pyfunc.save_model("served", python_model=InWords(), artifacts={"model": "model.joblib"})
