import json
import os

import anthropic
import litellm
import ollama
import openai
from google import genai
from langchain_openai import ChatOpenAI
from openai import OpenAI
from transformers import pipeline

client = OpenAI()


def ask():
    answer = client.chat.completions.create(model='m', messages=[])
    os.system(f"x {answer.choices[0].message.content}")  # finding: hotspot
    call = answer.choices[0].message.tool_calls[0]
    os.system(f"x {call.function.arguments}")  # finding: hotspot
    os.system(f"x {json.loads(call.function.arguments)['a']}")  # finding: hotspot
    os.system(f"x {client.responses.create(model='m', input='').output_text}")  # finding: hotspot
    os.system(f"x {openai.chat.completions.create(model='m', messages=[]).choices[0].message.content}")  # finding: hotspot
    for chunk in client.chat.completions.create(model='m', messages=[], stream=True):
        os.system(f"x {chunk.choices[0].delta.content}")  # finding: hotspot
    os.system(f"x {client.models.list()}")


def claude():
    message = anthropic.Anthropic().messages.create(model='m', max_tokens=1, messages=[])
    os.system(f"x {message.content[0].text}")  # finding: hotspot
    os.system(f"x {message.content[0].input['a']}")  # finding: hotspot
    for block in message.content:
        os.system(f"x {block.text}")  # finding: hotspot


class Agent:
    def __init__(self):
        self.client = openai.AsyncOpenAI()

    async def run(self):
        answer = await self.client.chat.completions.create(model='m', messages=[])
        os.system(f"x {answer.choices[0].message.content}")  # finding: hotspot


def others():
    os.system(f"x {genai.Client().models.generate_content(model='m', contents='').text}")  # finding: hotspot
    os.system(f"x {litellm.completion(model='m', messages=[]).choices[0].message.content}")  # finding: hotspot
    os.system(f"x {ollama.chat(model='m', messages=[])['message']['content']}")  # finding: hotspot
    os.system(f"x {ollama.generate(model='m', prompt='')['response']}")  # finding: hotspot
    os.system(f"x {ChatOpenAI().invoke('q').content}")  # finding: hotspot
    os.system(f"x {pipeline('text-generation')('q')[0]['generated_text']}")  # finding: hotspot
