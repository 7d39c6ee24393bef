"""How the platform is switched on: one file, every value from the environment.

Without environment this is the demo: SQLite, files under var/, a file-system broker, mail on a page of the demo.
Every variable is listed in docs/running.md, in one table.
"""

import sys
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parent.parent
VAR = Path(env("STATE_DIR", default=str(BASE_DIR / "var")))
NODE = BASE_DIR / "node_modules"
TESTING = "pytest" in sys.modules

# The demo: one click signs you in, mails are shown, the clock can be moved. Only ever on this computer.
DEMO = env.bool("DEMO", default="DATABASE_URL" not in env and not TESTING)
CLOCK_MOVES = DEMO or TESTING
LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="demo-only-not-a-secret" if DEMO or TESTING else environ.Env.NOTSET)
ALLOWED_HOSTS = [*LOOPBACK, "testserver"] if DEMO or TESTING else env.list("ALLOWED_HOSTS")
if DEMO and not set(env.list("ALLOWED_HOSTS", default=[])) <= set(LOOPBACK):
    raise ImproperlyConfigured("DEMO=1 signs anybody in as anybody. It runs on this computer only: clear ALLOWED_HOSTS.")
# The vault's own keys, never SECRET_KEY: "id:base64 of 32 bytes", the newest first; older ones still open.
VAULT_KEYS = env.list(
    "VAULT_KEYS", default=["demo:" + "ZGVtby1vbmx5LWRlbW8tb25seS1kZW1vLW9ubHktMzI="] if DEMO or TESTING else environ.Env.NOTSET
)

# Our own, from the ground up (the floors stand in pyproject.toml).
FLOORS = ["events", "accounts", "areas", "documents", "tenders", "inventory", "dialogues", "initiatives", "coalitions"]
FLOORS += ["budgets", "calls", "bids", "evaluation", "contracts", "monitoring", "golden_thread", "notifications", "portal"]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "crispy_forms",
    "csp",
    "django_htmx",
    *FLOORS,
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    *(["portal.demo.middleware.DemoClockMiddleware"] if DEMO else []),
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "portal.middleware.ButtonOnlyMiddleware",
    "events.middleware.ReadableMiddleware",
    "events.middleware.SendTwiceMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
# The other three pages of the roof, loaded by name as Django loads the urls.
PERMISSION_TABLE = "config.permissions"
GATE_TABLE = "config.gates"
REACTION_TABLE = "config.reactions"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.context.page",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "tenders.templatetags.parts"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = ["nldesign"]
CRISPY_TEMPLATE_PACK = "nldesign"
CRISPY_CLASS_CONVERTERS = {
    "textinput": "utrecht-textbox utrecht-textbox--html-input",
    "emailinput": "utrecht-textbox utrecht-textbox--html-input",
    "numberinput": "utrecht-textbox utrecht-textbox--html-input",
    "passwordinput": "utrecht-textbox utrecht-textbox--html-input",
    "dateinput": "utrecht-textbox utrecht-textbox--html-input",
    "datetimeinput": "utrecht-textbox utrecht-textbox--html-input",
    "urlinput": "utrecht-textbox utrecht-textbox--html-input",
    "textarea": "utrecht-textarea utrecht-textarea--html-textarea",
    "select": "utrecht-select utrecht-select--html-select",
    "checkboxinput": "mw-check",
    "radioselect": "mw-radio",
    "fileinput": "mw-file",
    "clearablefileinput": "mw-file",
}

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR / 'demo.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Writers wait for each other instead of failing; a read outside a transaction never waits.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env("REDIS_URL", default="")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},  # a silent cache may not hold a page
    }
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "django_cache"}
}

# Public pages as they were drawn for the visitor before (events/etag.py); tests change things without events.
CACHES["pages"] = (
    {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    if TESTING
    else CACHES["default"] | {"KEY_PREFIX": "pages"}
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "pages"}
)

# Celery: Redis, or files on disk with the same code path. A dead broker must cost the user nothing.
CELERY_BROKER_URL = REDIS_URL or "filesystem://localhost//"
CELERY_BROKER_TRANSPORT = "config.broker:RedisTransport" if REDIS_URL else "config.broker:FileTransport"
CELERY_BROKER_TRANSPORT_OPTIONS = (
    # Who serves people asks once and briefly, and then not for a while (events/log.py); a worker is patient (celery.py).
    {"socket_connect_timeout": 0.3, "socket_timeout": 0.3, "max_retries": 0, "visibility_timeout": 180}
    if REDIS_URL
    else {
        "data_folder_in": str(VAR / "broker"),
        "data_folder_out": str(VAR / "broker"),
        "control_folder": str(VAR / "broker-control"),
        "store_processed": False,
    }
)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TASK_ACKS_LATE = CELERY_TASK_REJECT_ON_WORKER_LOST = True  # what is killed with its worker is done by the next
CELERY_WORKER_PREFETCH_MULTIPLIER = 4
# Laying out the report of a dialogue with 5,000 contributions takes a gigabyte; after it another child begins, which gives it back.
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 400_000  # kB
CELERY_TASK_IGNORE_RESULT = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TASK_ALWAYS_EAGER = env.bool("TASKS_AT_ONCE", default=TESTING)
CELERY_TASK_EAGER_PROPAGATES = True
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR / "beat-schedule")

# Two private storages on disk or S3; nothing in them has an address of its own.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": VAR / "files" / "work"}},
    "archive": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": VAR / "files" / "archive"}},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING or DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("utrecht", NODE / "@utrecht/component-library-css/dist"),
    ("voorbeeld", NODE / "@nl-design-system-unstable/voorbeeld-design-tokens/dist"),
    ("noto", NODE / "@fontsource/noto-sans/files"),
    ("serif", NODE / "@fontsource/source-serif-4/files"),
]
WHITENOISE_MANIFEST_STRICT = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
UPLOAD_LIMIT = env.int("UPLOAD_LIMIT", default=10 * 1024 * 1024)  # bytes for one file

# Mail: the demo keeps it on a page; elsewhere SMTP that gives up after five seconds.
EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
if DEMO:
    EMAIL_BACKEND = "notifications.demo_backend.DemoMailBackend"
EMAIL_TIMEOUT = 5
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="Meerwaarde <noreply@meerwaarde.example>")
SITE_ADDRESS = env("SITE_ADDRESS", default="http://127.0.0.1:8000")

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = ["config.formats"]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "accounts.permissions.TableBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [f"django.contrib.auth.hashers.{'MD5' if TESTING else 'Argon2'}PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "portal:my_work"
LOGOUT_REDIRECT_URL = "portal:home"
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_SIGNUP_FORM_CLASS = "accounts.forms.SignUpForm"
ACCOUNT_FORMS = {"login": "accounts.sign_in.SignInForm"}
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 900
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Meerwaarde"
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_HANDLER = "axes.handlers.cache.AxesCacheHandler"
AXES_LOCKOUT_PARAMETERS = [["ip_address", "username"]]
AXES_USERNAME_FORM_FIELD = "login"
AXES_CLIENT_IP_CALLABLE = "tenders.pace.address_mark"  # who asks, and not the proxy
AXES_ENABLED = not TESTING

# 'self' only: no inline script, no inline style, so no nonce, and pages keep their ETag.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "style-src": [SELF],
        "script-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "portal.errors.form_expired"
SESSION_ENGINE = "accounts.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_HTTPONLY = True
if not (DEMO or TESTING or DEBUG):
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    BEHIND_PROXY = env.bool("BEHIND_PROXY", default=True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
    ALLAUTH_TRUSTED_PROXY_COUNT = int(BEHIND_PROXY)  # as tenders/pace.py: what our proxy wrote last in X-Forwarded-For
    SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31536000)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    CSRF_TRUSTED_ORIGINS = [SITE_ADDRESS]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="WARNING")},
}
