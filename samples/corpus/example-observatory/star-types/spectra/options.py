from clearml import Task

# Chosen framework by framework, as a dictionary: no plain "True" follows the equals sign.
task = Task.init(
    project_name="stars",
    task_name="options",
    auto_connect_frameworks={"matplotlib": False, "joblib": True},
)
