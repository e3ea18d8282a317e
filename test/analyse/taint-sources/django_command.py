import os

from django.core.management.base import BaseCommand


class Command(BaseCommand):
    def add_arguments(self, parser):
        parser.add_argument('name')

    def handle(self, *args, **options):
        os.system(f"x {options['name']}")  # finding: hotspot
        os.system(f"x {self.style}")
