"""Counting statements: a middleware for the counting run alone. What it found stands in headers of the response."""

import re
from collections import Counter

from django.db import connection

# Django numbers its savepoints; it is one statement all the same.
_SAVEPOINT = re.compile(r'SAVEPOINT "[^"]+"')


class CountingMiddleware:
    """Counts every statement of a request, those of the other middleware too, as Django sends them: before parameters."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        sent = Counter()

        def count(execute, sql, params, many, context):
            sent[_SAVEPOINT.sub("SAVEPOINT", sql)] += 1
            return execute(sql, params, many, context)

        with connection.execute_wrapper(count):
            response = self.get_response(request)
        (statement, times), *_others = sent.most_common(1) or [("", 0)]
        response["X-Bench-Queries"] = str(sent.total())
        response["X-Bench-Repeated"] = str(times)
        response["X-Bench-Statement"] = " ".join(statement.split())[:2000].encode("ascii", "replace").decode()
        return response
