# Handshakes: the sequence chart, messages with their bytes, steps.
target_sources(nodescope_widgets PRIVATE
    handshakes/ComparisonView.cpp handshakes/ComparisonView.h
    handshakes/DigestPanel.cpp handshakes/DigestPanel.h
    handshakes/FlagTable.cpp handshakes/FlagTable.h
    handshakes/HandshakePage.cpp handshakes/HandshakePage.h
    handshakes/MessageView.cpp handshakes/MessageView.h
    handshakes/SequenceChart.cpp handshakes/SequenceChart.h
    handshakes/SequencePainter.cpp handshakes/SequencePainter.h
    handshakes/StepPanel.cpp handshakes/StepPanel.h)
