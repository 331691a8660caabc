# Tables: their look, and the words over the models.
target_sources(nodescope_widgets PRIVATE
    tables/DataTable.cpp tables/DataTable.h
    tables/TableWords.cpp tables/TableWords.h)
