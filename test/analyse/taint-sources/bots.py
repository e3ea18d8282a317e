import os

import discord
from discord.ext import commands
from slack_bolt import App
from telegram import Update
from telegram.ext import Application, CommandHandler, ContextTypes, MessageHandler, filters

bot = commands.Bot(command_prefix='!')
client = discord.Client()
slack = App()


async def start(update: Update, context: ContextTypes.DEFAULT_TYPE):
    os.system(f"x {update.message.text}")  # finding
    os.system(f"x {context.args[0]}")  # finding
    os.system(f"x {update.message.chat_id}")


async def echo(update, context):
    os.system(f"x {update.message.text}")  # finding
    os.system(f"x {update.effective_message.caption}")  # finding


application = Application.builder().token('x').build()
application.add_handler(CommandHandler('start', start))
application.add_handler(MessageHandler(filters.TEXT, echo))


@client.event
async def on_message(message):
    os.system(f"x {message.content}")  # finding
    os.system(f"x {message.author.id}")


@bot.command()
async def run(ctx, name, *, rest):
    os.system(f"x {name}")  # finding
    os.system(f"x {rest}")  # finding
    os.system(f"x {ctx.message.content}")  # finding
    os.system(f"x {ctx.author.id}")


class Commands(commands.Cog):
    @commands.command()
    async def list(self, ctx, name):
        os.system(f"x {name}")  # finding


async def annotated(message: discord.Message):
    os.system(f"x {message.content}")  # finding


@slack.event('message')
def on_event(event, body, say, client):
    os.system(f"x {event['text']}")  # finding
    os.system(f"x {body['event']['text']}")  # finding
    os.system(f"x {client.token}")


@slack.command('/run')
def on_command(ack, command, payload):
    os.system(f"x {command['text']}")  # finding
    os.system(f"x {payload['text']}")  # finding
