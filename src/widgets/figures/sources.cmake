# Figures of nodes and traffic of links: their words, their recent past, what is asked.
target_sources(nodescope_widgets PRIVATE
    figures/FigureActions.cpp figures/FigureActions.h
    figures/FigureText.h
    figures/FigureWords.cpp figures/FigureWords.h
    figures/SeriesList.cpp figures/SeriesList.h
    figures/SeriesOf.cpp figures/SeriesOf.h
    figures/Sparkline.cpp figures/Sparkline.h)
