# What leaves the program: pictures, tables, paper.
target_sources(nodescope_widgets PRIVATE
    exporting/ClusterFile.cpp exporting/ClusterFile.h
    exporting/ExportActions.cpp exporting/ExportActions.h
    exporting/ExportPictureDialog.cpp exporting/ExportPictureDialog.h
    exporting/PictureFile.cpp exporting/PictureFile.h
    exporting/PrintedPage.cpp exporting/PrintedPage.h)
