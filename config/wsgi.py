"""The web process starts here."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

from django.core.wsgi import get_wsgi_application

from events import clock

application = get_wsgi_application()
clock.refuse_moved_clock()
