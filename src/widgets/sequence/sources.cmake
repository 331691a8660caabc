# Messages as a sequence chart.
target_sources(nodescope_widgets PRIVATE
    sequence/ChartGeometry.cpp sequence/ChartGeometry.h
    sequence/ChartPainter.cpp sequence/ChartPainter.h
    sequence/LaneDialog.cpp sequence/LaneDialog.h
    sequence/MessageActions.cpp sequence/MessageActions.h
    sequence/MessageWords.cpp sequence/MessageWords.h
    sequence/SequenceInput.cpp
    sequence/SequencePage.cpp sequence/SequencePage.h
    sequence/SequenceView.cpp sequence/SequenceView.h)
