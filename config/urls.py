"""Where you can go. Dutch addresses; English pages stand under /en/ with the same addresses behind it."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from portal import health

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    *i18n_patterns(
        path("inloggen/", include("allauth.urls")),
        # First the pages that are read most: an address is compared with one pattern after another.
        path("", include("portal.urls")),
        path("", include("accounts.urls")),
        path("", include("tenders.urls")),
        path("", include("inventory.urls")),
        path("", include("dialogues.urls")),
        path("", include("initiatives.urls")),
        path("", include("coalitions.urls")),
        path("", include("budgets.urls")),
        path("", include("calls.urls")),
        path("", include("bids.urls")),
        path("", include("evaluation.urls")),
        path("", include("contracts.urls")),
        path("", include("monitoring.urls")),
        path("", include("golden_thread.urls")),
        path("", include("notifications.urls")),
        prefix_default_language=False,
    ),
]
if settings.DEMO:
    urlpatterns += [path("demo/", include("portal.demo.urls"))]

handler400 = "portal.errors.bad_request"
handler403 = "portal.errors.permission_denied"
handler404 = "portal.errors.page_not_found"
handler500 = "portal.errors.server_error"
