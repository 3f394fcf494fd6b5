"""Code that tools/build_forms.py makes of resources/ui; never edited."""
