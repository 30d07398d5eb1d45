"""What a YAML file may be, as messages call it."""

from dataclasses import dataclass

from kano_cli.errors import KanoError

MAX_BYTES = 1_000_000


@dataclass(frozen=True)
class YamlFormat:
    """What a file should be: its name, and the line that it begins with."""

    name: str
    first: str


QUESTIONNAIRE = YamlFormat("questionnaire", "kano: 1")
POLICY = YamlFormat("policy", "kano_policy: 1")
BRAND = YamlFormat("house style", "kano_brand: 1")


def too_large(file: str, wanted: YamlFormat) -> KanoError:
    """The refusal of a file that is something else."""
    return KanoError(f"is larger than 1 MB, as no {wanted.name} is", file, "name a YAML file")
