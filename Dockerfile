# One image for web, worker and beat; compose.yaml says which is which.

FROM node:24-bookworm-slim AS styles
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM python:3.11-slim-bookworm
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 STATE_DIR=/state XDG_CACHE_HOME=/tmp
# What WeasyPrint draws PDFs with.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY pins/uv.txt pins/run.txt pins/
RUN pip install --no-cache-dir --require-hashes -r pins/uv.txt \
    && uv pip install --system --no-cache --require-hashes -r pins/run.txt
COPY --from=styles /app/node_modules node_modules
COPY . .
RUN python tools/messages.py compile \
    && useradd --system --user-group --no-create-home meerwaarde \
    && install -d -o meerwaarde -g meerwaarde /state
USER meerwaarde
VOLUME /state
EXPOSE 8000
CMD ["python", "-m", "gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", \
     "--workers", "3", "--threads", "4", "--timeout", "60", "--no-control-socket", "--access-logfile", "-"]
