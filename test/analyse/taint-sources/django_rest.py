import os

from rest_framework import serializers, viewsets
from rest_framework.decorators import action, api_view
from rest_framework.response import Response
from rest_framework.views import APIView


@api_view(['POST'])
def function_view(request, name):
    os.system(f"x {request.data['a']}")  # finding
    os.system(f"x {request.data.get('a')}")  # finding
    os.system(f"x {request.query_params['a']}")  # finding
    os.system(f"x {request.query_params.get('a')}")  # finding
    os.system(f"x {request.GET['a']}")  # finding
    os.system(f"x {request.POST['a']}")  # finding
    os.system(f"x {request.FILES['a'].name}")  # finding
    os.system(f"x {name}")  # finding
    os.system(f"x {request.user}")
    os.system(f"x {request.auth}")
    os.system(f"x {request.method}")
    return Response()


class ItemSerializer(serializers.Serializer):
    name = serializers.CharField()
    count = serializers.IntegerField()
    kind = serializers.ChoiceField(choices=['a'])
    extra = serializers.JSONField()

    def validate_name(self, value):
        os.system(f"x {value}")  # finding
        return value

    def create(self, validated_data):
        os.system(f"x {validated_data['name']}")  # finding
        os.system(f"x {validated_data['count']}")
        return validated_data

    def update(self, instance, validated_data):
        os.system(f"x {validated_data['name']}")  # finding
        os.system(f"x {instance.name}")
        return instance


class ItemView(APIView):
    def post(self, request, name):
        os.system(f"x {request.data['a']}")  # finding
        os.system(f"x {name}")  # finding
        os.system(f"x {self.kwargs['name']}")  # finding
        os.system(f"x {self.request.data['a']}")  # finding
        serializer = ItemSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        os.system(f"x {serializer.validated_data['name']}")  # finding
        os.system(f"x {serializer.validated_data['extra']['a']}")  # finding
        os.system(f"x {serializer.initial_data['count']}")  # finding
        os.system(f"x {serializer.validated_data['count']}")
        os.system(f"x {serializer.validated_data['kind']}")
        return Response()


class Items(viewsets.ModelViewSet):
    serializer_class = ItemSerializer

    def get_queryset(self):
        os.system(f"x {self.request.query_params['a']}")  # finding
        os.system(f"x {self.request.user.name}")

    def retrieve(self, request, pk=None):
        os.system(f"x {pk}")  # finding
        return Response()

    @action(detail=True, methods=['post'])
    def rename(self, request, pk=None):
        os.system(f"x {request.data['name']}")  # finding
        os.system(f"x {pk}")  # finding
        return Response()

    def perform_create(self, serializer):
        os.system(f"x {serializer.validated_data['name']}")  # finding
