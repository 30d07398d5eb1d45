"""Charts: figures drawn as SVG, as PNG, or as signs in a terminal."""
