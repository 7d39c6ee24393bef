"""The demo's clock, read once per request so that web, worker and beat agree."""

from events import clock


class DemoClockMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        clock.read_offset()
        return self.get_response(request)
