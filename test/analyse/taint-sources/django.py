import os

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.deprecation import MiddlewareMixin
from django.views import View
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView, TemplateView

from forms import ItemForm


def tainted(request):
    os.system(f"x {request.GET['a']}")  # finding
    os.system(f"x {request.GET.get('a')}")  # finding
    os.system(f"x {request.GET.get('a', 'b')}")  # finding
    os.system(f"x {request.GET.getlist('a')[0]}")  # finding
    os.system(f"x {request.GET.dict()['a']}")  # finding
    os.system(f"x {request.GET.urlencode()}")  # finding
    os.system(f"x {request.POST['a']}")  # finding
    os.system(f"x {request.COOKIES['a']}")  # finding
    os.system(f"x {request.COOKIES.get('a')}")  # finding
    os.system(f"x {request.META['HTTP_USER_AGENT']}")  # finding
    os.system(f"x {request.META.get('HTTP_X_NAME', '')}")  # finding
    os.system(f"x {request.META['QUERY_STRING']}")  # finding
    os.system(f"x {request.headers['X-Name']}")  # finding
    os.system(f"x {request.body}")  # finding
    os.system(f"x {request.body.decode()}")  # finding
    os.system(f"x {request.path}")  # finding
    os.system(f"x {request.path_info}")  # finding
    os.system(f"x {request.content_params['a']}")  # finding
    os.system(f"x {request.get_full_path()}")  # finding
    os.system(f"x {request.get_full_path_info()}")  # finding
    os.system(f"x {request.build_absolute_uri()}")  # finding
    os.system(f"x {request.get_host()}")
    os.system(f"x {request.read()}")  # finding
    os.system(f"x {request.readline()}")  # finding
    os.system(f"x {request.readlines()[0]}")  # finding
    for line in request:
        os.system(f"x {line}")  # finding
    for key, value in request.POST.items():
        os.system(f"x {key}")  # finding
        os.system(f"x {value}")  # finding
    file = request.FILES['file']
    os.system(f"x {file.name}")  # finding
    os.system(f"x {file.content_type}")  # finding
    os.system(f"x {file.read()}")  # finding
    for chunk in file.chunks():
        os.system(f"x {chunk}")  # finding
    os.system(f"x {request.FILES.get('file').name}")  # finding
    return HttpResponse()


def clean(request):
    os.system(f"x {request.method}")
    os.system(f"x {request.user}")
    os.system(f"x {request.user.username}")
    os.system(f"x {request.session['a']}")
    os.system(f"x {request.scheme}")
    os.system(f"x {request.META['REMOTE_ADDR']}")
    os.system(f"x {request.META.get('REMOTE_ADDR')}")
    os.system(f"x {request.META['REQUEST_METHOD']}")
    os.system(f"x {request.META.get('SERVER_NAME', '')}")
    os.system(f"x {request.get_signed_cookie('a')}")
    os.system(f"x {int(request.GET['a'])}")
    os.system(f"x {request.is_secure()}")
    return HttpResponse()


def annotated(request: HttpRequest) -> HttpResponse:
    os.system(f"x {request.GET['a']}")  # finding
    return HttpResponse()


def annotated_elsewhere(req: HttpRequest):
    os.system(f"x {req.POST.get('a')}")  # finding
    return HttpResponse()


def by_text(request, name):
    os.system(f"x {name}")  # finding
    return HttpResponse()


def by_int(request, pk):
    os.system(f"x {pk}")
    return HttpResponse()


def by_uuid(request, key):
    os.system(f"x {key}")
    return HttpResponse()


def by_slug(request, slug):
    os.system(f"x {slug}")
    return HttpResponse()


def by_group(request, name):
    os.system(f"x {name}")  # finding
    return HttpResponse()


def by_digits(request, year):
    os.system(f"x {year}")
    return HttpResponse()


def by_word(request, word):
    os.system(f"x {word}")
    return HttpResponse()


def by_keywords(request, **kwargs):
    os.system(f"x {kwargs['name']}")  # finding
    return HttpResponse()


@login_required
def behind_login(request):
    os.system(f"x {request.GET['a']}")  # finding
    return HttpResponse()


@require_POST
def only_post(request):
    os.system(f"x {request.POST['a']}")  # finding
    return HttpResponse()


class Item(View):
    def get(self, request, name):
        os.system(f"x {request.GET['a']}")  # finding
        os.system(f"x {name}")  # finding
        os.system(f"x {self.request.GET['a']}")  # finding
        os.system(f"x {self.kwargs['name']}")  # finding
        return self.show()

    def post(self, request, *args, **kwargs):
        os.system(f"x {kwargs['name']}")  # finding
        os.system(f"x {args[0]}")
        return HttpResponse()

    def show(self):
        os.system(f"x {self.request.POST['b']}")  # finding
        return HttpResponse()


class Numbered(View):
    def get(self, request, pk):
        os.system(f"x {pk}")
        return HttpResponse()


class Detail(DetailView):
    def get_object(self):
        os.system(f"x {self.request.GET.get('a')}")  # finding
        os.system(f"x {self.request.user}")


class Plain(TemplateView):
    def get_context_data(self, **kwargs):
        os.system(f"x {self.request.GET['a']}")  # finding
        return {}


class Edit(FormView):
    form_class = ItemForm

    def form_valid(self, form):
        os.system(f"x {form.cleaned_data['name']}")  # finding
        os.system(f"x {form.cleaned_data['number']}")  # known
        return HttpResponse()


def with_form(request):
    form = ItemForm(request.POST)
    if form.is_valid():
        os.system(f"x {form.cleaned_data['name']}")  # finding
        os.system(f"x {form.cleaned_data.get('name')}")  # finding
        os.system(f"x {form.cleaned_data['extra']}")  # finding
        os.system(f"x {form.cleaned_data['unknown']}")  # finding
        os.system(f"x {form.data['name']}")  # finding
        os.system(f"x {form.cleaned_data['number']}")
        os.system(f"x {form.cleaned_data['when']}")
        os.system(f"x {form.cleaned_data['choice']}")
        os.system(f"x {form.cleaned_data['slug']}")
        os.system(f"x {form.cleaned_data.get('number')}")
    return HttpResponse()


class Middleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        os.system(f"x {request.GET['a']}")  # finding
        return self.get_response(request)

    def process_view(self, request, view_func, view_args, view_kwargs):
        os.system(f"x {request.GET['a']}")  # finding
        os.system(f"x {view_kwargs['name']}")  # finding


class OldMiddleware(MiddlewareMixin):
    def process_request(self, request):
        os.system(f"x {request.GET['a']}")  # finding
        os.system(f"x {request.method}")


def no_view(request):
    os.system(f"x {request.get('a')}")
    os.system(f"x {request}")


# --- forms.py
import os

from django import forms


class ItemForm(forms.Form):
    name = forms.CharField()
    extra = forms.JSONField()
    number = forms.IntegerField()
    when = forms.DateTimeField()
    choice = forms.ChoiceField(choices=[('a', 'A')])
    slug = forms.SlugField()

    def clean_name(self):
        name = self.cleaned_data['name']
        os.system(f"x {name}")  # finding
        os.system(f"x {self.cleaned_data['number']}")
        return name


# --- urls.py
from django.urls import path, re_path

import main
from main import Detail, Edit, Item, Numbered, Plain

urlpatterns = [
    path('tainted/', main.tainted),
    path('clean/', main.clean, name='clean'),
    path('annotated/', main.annotated),
    path('text/<str:name>/', main.by_text),
    path('int/<int:pk>/', main.by_int),
    path('uuid/<uuid:key>/', view=main.by_uuid),
    path('slug/<slug:slug>/', main.by_slug),
    re_path(r'^group/(?P<name>.+)$', main.by_group),
    re_path(r'^year/(?P<year>[0-9]{4})/$', main.by_digits),
    re_path(r'^word/(?P<word>[\w-]+)/$', main.by_word),
    path('keywords/<path:name>/', main.by_keywords),
    path('login/', main.behind_login),
    path('post/', main.only_post),
    path('item/<name>/', Item.as_view()),
    path('number/<int:pk>/', Numbered.as_view()),
    path('detail/', Detail.as_view()),
    path('plain/', Plain.as_view()),
    path('edit/', Edit.as_view()),
    path('form/', main.with_form),
]
