"""What a person has seen of what somebody else saved meanwhile."""

from django import forms


def see(form: forms.BaseForm, version: int) -> None:
    """From now on the person has seen this version: what was typed stays, and sending it again goes on from there."""
    form.data = form.data.copy()
    form.data["version"] = str(version)
