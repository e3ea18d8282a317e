import os

import gradio as gr
import streamlit as st


def greet(name):
    os.system(f"x {name}")  # finding
    return name


demo = gr.Interface(fn=greet, inputs='text', outputs='text')


def clicked(name, number):
    os.system(f"x {name}")  # finding
    return name


def changed(name):
    os.system(f"x {name}")  # finding


def submitted(name):
    os.system(f"x {name}")  # finding


with gr.Blocks() as blocks:
    box = gr.Textbox()
    button = gr.Button('run')
    button.click(clicked, inputs=[box], outputs=[box])
    box.change(fn=changed, inputs=box)
    box.submit(submitted, box)


def not_an_event(name):
    os.system(f"x {name}")


os.system(f"x {st.text_input('name')}")  # finding
os.system(f"x {st.text_area('text')}")  # finding
os.system(f"x {st.chat_input()}")  # finding
os.system(f"x {st.sidebar.text_input('name')}")  # finding
os.system(f"x {st.query_params['a']}")  # finding
os.system(f"x {st.query_params.get('a')}")  # finding
uploaded = st.file_uploader('file')
os.system(f"x {uploaded.name}")  # finding
os.system(f"x {uploaded.read()}")  # finding
os.system(f"x {uploaded.getvalue().decode()}")  # finding
os.system(f"x {st.selectbox('kind', [st.text_input('a')])}")  # finding
os.system(f"x {st.number_input('n')}")
os.system(f"x {st.slider('n')}")
os.system(f"x {st.checkbox('b')}")
os.system(f"x {st.selectbox('kind', ['a', 'b'])}")
os.system(f"x {st.date_input('d')}")
if prompt := st.chat_input('say'):
    os.system(f"x {prompt}")  # finding
column, other = st.columns(2)
os.system(f"x {column.text_input('b')}")  # finding
