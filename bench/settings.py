"""The platform as in production, for measuring: its own settings, without the demo, on PostgreSQL and Redis.

Three things differ. Tables come from the models, because a bench needs no history (BENCH_MIGRATIONS=1 for the migrations).
Style sheets are collected without compressing them, which takes long and no page asks. And in the run that counts
statements, and in that one only, a middleware counts them.
"""

import os

os.environ.update(
    DEMO="0",
    DEBUG="0",
    SECRET_KEY="bench-only-not-a-secret",
    VAULT_KEYS="bench:YmVuY2gtb25seS1iZW5jaC1vbmx5LWJlbmNoLW9ubHk=",
    ALLOWED_HOSTS="127.0.0.1",
    SITE_ADDRESS="https://127.0.0.1",
)

from config.settings import *  # noqa: F403 - the platform's settings, all of them
from config.settings import MIDDLEWARE, STORAGES, env


class _NoMigrations(dict):
    """Says of every app that it has no migrations, so that `migrate --run-syncdb` makes its tables from the models."""

    def __contains__(self, app):
        return True

    def __getitem__(self, app):
        return None


if not env.bool("BENCH_MIGRATIONS", default=False):
    MIGRATION_MODULES = _NoMigrations()
if env.bool("BENCH_COUNT", default=False):
    MIDDLEWARE = ["bench.counting.CountingMiddleware", *MIDDLEWARE]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}}
