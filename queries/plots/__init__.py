"""Pictures of answers of the catalogue: figures for papers, and pages in which every mark leads to its sentences.

May import what `queries` may. Matplotlib is part of the extra `plots`; it is imported when the first picture is drawn.
"""
