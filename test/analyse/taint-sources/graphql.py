import os

import graphene
import strawberry
from ariadne import MutationType, QueryType

query = QueryType()
mutation = MutationType()


class Query(graphene.ObjectType):
    item = graphene.String(name=graphene.String())

    def resolve_item(self, info, name):
        os.system(f"x {name}")  # finding
        os.system(f"x {info.field_name}")
        os.system(f"x {self.root}")

    def resolve_items(root, info, **kwargs):
        os.system(f"x {kwargs['name']}")  # finding
        os.system(f"x {root}")


class Create(graphene.Mutation):
    class Arguments:
        name = graphene.String()

    def mutate(root, info, name):
        os.system(f"x {name}")  # finding
        os.system(f"x {info.context.user}")


class Relay(graphene.relay.ClientIDMutation):
    @classmethod
    def mutate_and_get_payload(cls, root, info, **input):
        os.system(f"x {input['name']}")  # finding
        os.system(f"x {root}")


@strawberry.type
class Strawberry:
    @strawberry.field
    def item(self, name: str, count: int) -> str:
        os.system(f"x {name}")  # finding
        os.system(f"x {count}")
        return ''

    @strawberry.mutation
    def create(self, info: strawberry.types.Info, name: str) -> str:
        os.system(f"x {name}")  # finding
        os.system(f"x {info.field_name}")
        return ''


@query.field('item')
def resolve_item(parent, info, name, count=None):
    os.system(f"x {name}")  # finding
    os.system(f"x {parent}")
    os.system(f"x {info.field_name}")


@mutation.field('create')
def resolve_create(_, info, **kwargs):
    os.system(f"x {kwargs['a']}")  # finding
