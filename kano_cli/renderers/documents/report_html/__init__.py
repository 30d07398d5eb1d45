"""A report as one HTML file: complete without a network, without a script, and on paper."""

from kano_cli.renderers.documents.report_html.page import html

__all__ = ["html"]
