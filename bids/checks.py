"""A system check: the vault can seal before anybody writes a bid."""

from django.core.checks import Error, register
from django.core.exceptions import ImproperlyConfigured

from bids import vault


@register()
def vault_keys_are_keys(app_configs, **kwargs):
    try:
        vault.master_keys()
    except ImproperlyConfigured as error:
        return [Error(str(error), id="bids.E001")]
    return []
