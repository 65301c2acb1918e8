"""Library: json both ways."""
import json


def benchmark():
    data = {"rows": [{"id": i, "name": f"row {i}", "tags": ["a", "b"], "value": i / 4} for i in range(600)]}
    return len(json.dumps(json.loads(json.dumps(data)), sort_keys=True, indent=1))
