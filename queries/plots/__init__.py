"""Pictures of answers of the catalogue: figures for papers, and pages in which every mark leads to its sentences.

May import what `queries` may. Matplotlib is part of the extra `plots`; it is imported when the first picture is drawn.

`registry` lists the plots and draws one: it asks the plot's question and gives the answer to one of the modules that
draw (`conductivity`, `heatmap`, `timeline`, `causes`, `neighbourhood`), which makes a `picture.Picture`. `network` and
`layers` place boxes and arrows, `swarm` dots; `labels` sets names, `style` says how figures look, `page` makes pages.
"""
