# Composing: messages, calls, casts, exit signals, monitors.
target_sources(nodescope_widgets PRIVATE
    send/Compose.cpp send/Compose.h
    send/ComposeField.cpp send/ComposeField.h
    send/MemoryMenus.cpp send/MemoryMenus.h
    send/StepsView.cpp send/StepsView.h
    send/ErrandWords.cpp send/ErrandWords.h
    send/SendActions.cpp send/SendActions.h
    send/SendDialog.cpp send/SendDialog.h
    send/SendMemory.cpp send/SendMemory.h
    send/TermEditor.cpp send/TermEditor.h
    send/TermHighlighter.cpp send/TermHighlighter.h)
