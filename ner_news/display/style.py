"""Colours of spans for light and for dark surroundings, the style sheet and the whole page."""

LIGHT = {"PER": "#0b63b6", "ORG": "#9a2c86", "LOC": "#1c7a34", "DATE": "#a35200"}
"""Colours of the labels on a light ground; plots have them too."""
DARK = {"PER": "#7cbcff", "ORG": "#f08ae0", "LOC": "#7bdc92", "DATE": "#ffb860"}

_LIGHT, _DARK = (
    ";".join(f"--ner-{label.lower()}:{colour}" for label, colour in colours.items()) for colours in (LIGHT, DARK)
)

# Backgrounds are the colour itself, made thin, so they suit whatever lies below; words keep the colour of their
# surroundings. Jupyter, VS Code and Colab say their theme in attributes, which outweigh the system's. Jupyter
# stripes tables and sets them to the right, more insistently than others.
STYLE = f"""
.ner-news{{{_LIGHT};line-height:1.9;max-width:48em}}
@media (prefers-color-scheme:dark){{.ner-news{{{_DARK}}}}}
[data-jp-theme-light=true] .ner-news,body.vscode-light .ner-news,html[theme=light] .ner-news{{{_LIGHT}}}
[data-jp-theme-light=false] .ner-news,body.vscode-dark .ner-news,html[theme=dark] .ner-news{{{_DARK}}}
.ner-news .ner-head{{margin:0 0 .5em;font-size:.85em;line-height:1.5;opacity:.75}}
.ner-news .ner-text{{white-space:pre-wrap;overflow-wrap:anywhere}}
.ner-news mark{{--ner-hue:var(--ner-per);color:inherit;background:color-mix(in srgb,var(--ner-hue) 16%,transparent);
border-bottom:2px solid var(--ner-hue);border-radius:.25em .25em 0 0;padding:.1em .25em;unicode-bidi:isolate;
cursor:help;-webkit-box-decoration-break:clone;box-decoration-break:clone}}
.ner-news mark mark{{background:none;border-radius:0;padding:0}}
.ner-news mark:has(mark){{padding-bottom:.25em}}
.ner-news .ner-org{{--ner-hue:var(--ner-org)}}
.ner-news .ner-loc{{--ner-hue:var(--ner-loc)}}
.ner-news .ner-date{{--ner-hue:var(--ner-date)}}
.ner-news mark b{{font-size:.72em;font-weight:600;color:var(--ner-hue);white-space:nowrap;user-select:none}}
.ner-news summary{{cursor:pointer;font-size:.85em;opacity:.75;margin:.4em 0}}
.ner-news table{{border-collapse:collapse;font-size:.9em;line-height:1.5;margin:.4em 0 0}}
.ner-news tr{{background:none!important}}
.ner-news :is(th,td){{text-align:left!important;vertical-align:top;padding:.1em 1.2em .1em 0!important}}
.ner-news th{{font-weight:normal;opacity:.7}}
.ner-news .ner-overview :is(th,td){{vertical-align:middle;padding-top:.2em!important}}
.ner-news .ner-overview :is(th,td):is(:nth-child(2),:nth-child(3)){{text-align:right!important}}
.ner-news .ner-rest{{opacity:.7;padding-bottom:.8em!important}}
.ner-news svg{{--ner-hue:var(--ner-per);fill:var(--ner-hue);stroke:none;display:block}}
.ner-news svg path{{stroke:var(--ner-hue);opacity:.4}}
"""

PAGE = """<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>body{{font:1rem/1.6 system-ui,sans-serif;margin:2em auto;padding:0 1em;max-width:50em}}</style>
</head>
<body>
{body}
</body>
</html>
"""
"""A page that stands alone. Should anything get past the escaping, its policy runs no script and loads nothing."""
