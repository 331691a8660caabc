# Looking at terms: as a tree, as text, as bytes; found in, compared, saved and loaded.
target_sources(nodescope_widgets PRIVATE
    terms/BytesView.cpp terms/BytesView.h
    terms/CompareDialog.cpp terms/CompareDialog.h
    terms/HexCopy.h
    terms/TermDocument.cpp terms/TermDocument.h
    terms/TermFiles.cpp terms/TermFiles.h
    terms/TermTextView.cpp terms/TermTextView.h
    terms/TermTreeDelegate.cpp terms/TermTreeDelegate.h
    terms/TermTreeModel.cpp terms/TermTreeModel.h
    terms/TermView.cpp terms/TermView.h
    terms/TermWindow.cpp terms/TermWindow.h
    terms/TermWords.cpp terms/TermWords.h)
