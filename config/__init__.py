"""The roof: five pages that hold every rule of the platform (urls, permissions, gates, reactions, settings)."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
