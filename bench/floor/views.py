"""Two views: fifty rows from one indexed query, and one file to disk with one INSERT."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from bench.floor.models import Row, Upload


def rows(request):
    return render(request, "floor/rows.html", {"rows": Row.objects.filter(group=1).order_by("number")})


@csrf_exempt
@transaction.atomic
def upload(request):
    file = request.FILES["file"]
    made = Upload.objects.create(file=file, size=file.size)
    return HttpResponse(f"{made.pk}\n")
