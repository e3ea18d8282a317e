import cgi
import os

form = cgi.FieldStorage()
os.system(f"x {form.getvalue('a')}")  # finding
os.system(f"x {form.getfirst('a')}")  # finding
os.system(f"x {form.getlist('a')[0]}")  # finding
os.system(f"x {form['a'].value}")  # finding
os.system(f"x {form['file'].filename}")  # finding
os.system(f"x {form['file'].file.read()}")  # finding
os.system(f"x {cgi.parse()['a'][0]}")  # finding
os.system(f"x {int(form.getvalue('a'))}")
os.system(f"x {len(form)}")
