"""What every answer gets on its way out."""

from django.shortcuts import render


class ButtonOnlyMiddleware:
    """Who types the address of a button gets a page that says so (405), where Django would show nothing at all."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 405 or request.method != "GET":
            return response
        page = render(request, "405.html", status=405)
        page.headers["Allow"] = response.headers["Allow"]
        return page
